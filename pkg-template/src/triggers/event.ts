import type { Change } from "./entry.js";

/** What a trigger tells. */
export type TriggerEvent<Item, On extends Change = Change> = {
  [Type in On]: {
    /** What happened to the item. */
    readonly type: Type;
    /**
     * The same whenever this is told again, after a crash or by a webhook (`eventKey`): whoever handles each key once
     * handles each event once.
     */
    readonly key: string;
    /** The item's id. */
    readonly id: string;
    /** The item as it was read. One that is gone was not. */
    readonly item: Type extends "removed" ? undefined : Item;
  };
}[On];

/** What one poll found. */
export interface Batch<Event> {
  /** Oldest first. */
  readonly events: readonly Event[];
  /** Whether there is more that this poll has not read or not given: poll again soon. */
  readonly more: boolean;
  /**
   * Remembers that these events have been handled: call it behind the last, also where there was none. Without it the next
   * poll gives them again.
   *
   * @throws {HighLevelError} `store_failed` if the store failed, or if another poller was faster: see the message.
   */
  commit(): Promise<void>;
}
