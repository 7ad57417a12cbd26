import { check, whole } from "../common/fields.js";
import { loaded } from "../client/part.js";
import type { Store } from "../store/store.js";
import type { Change } from "./entry.js";
import type { Batch, TriggerEvent } from "./event.js";
import { EVENTS, type EventsOptions, ONCE, type OnceOptions } from "./options.js";
import type { TriggerState } from "./pass.js";
import type { Order } from "./plan.js";
import type { Poller } from "./poller.js";

/** Tells of what is new and what has changed, each once, from poll to poll. Made by `poll`. */
export interface Trigger<Item, On extends Change = Change> {
  /**
   * Polls once: for a cron job. Of two calls at the same time the second waits for the first.
   *
   * @throws {HighLevelError} What the client throws, and `store_failed`. Nothing is remembered then.
   */
  once(options?: OnceOptions): Promise<Batch<TriggerEvent<Item, On>>>;

  /**
   * Polls again and again, and gives one event after the other. An event counts as handled when the next one is asked for:
   * what a loop was busy with when it ended, by whatever, comes again.
   *
   * A poll that fails on the way is tried again at the next interval, each time later; what trying again does not help,
   * such as a token that was refused, ends the loop.
   *
   * @throws {HighLevelError} `invalid_input` for a wrong option; `aborted` when `signal` is; what ends it.
   */
  events(options?: EventsOptions): AsyncGenerator<TriggerEvent<Item, On>, void, undefined>;

  /**
   * What events would look like: of items that there are, the newest where those can be asked for. Remembers nothing.
   *
   * @param count - How many, of the first page at most. Default: 3.
   */
  sample(count?: number): Promise<TriggerEvent<Item, On>[]>;
}

/** The trigger of an order. What polls is loaded with the first poll. */
export function triggerOf(order: Order, store: Store<TriggerState>): Trigger<unknown> {
  const { operation } = order.source;
  const load = loaded(operation, () => import("./poller.js"));
  let made: Promise<Poller> | undefined;
  return {
    async once(options = {}) {
      const given = check("invalid_input", operation, options, ONCE);
      return (await poller()).once(given);
    },
    events(options = {}) {
      const given = check("invalid_input", operation, options, EVENTS);
      return (async function* () {
        yield* (await poller()).events(given);
      })();
    },
    async sample(count = 3) {
      check("invalid_input", operation, { count }, { count: whole(1) });
      return (await poller()).sample(count);
    },
  };

  /** One for all polls, which take their turns there. */
  function poller(): Promise<Poller> {
    made ??= load()
      .then(({ pollerOf }) => pollerOf(order, store))
      .catch((error: unknown) => {
        // The next poll tries again.
        made = undefined;
        throw error;
      });
    return made;
  }
}
