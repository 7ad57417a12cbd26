import type { Change } from "./entry.js";

/** A date that an item may have. */
export type Dating = "added" | "changed";

/** Items as an answer has them. */
export interface Items {
  readonly items: readonly unknown[];
  /** What to ask for next; nothing behind the last page. */
  readonly next?: unknown;
  /** How many of these items the next page begins with. */
  readonly overlap: number;
  /** The server's clock, in milliseconds since 1970; where it may not be read, as in a page, the clock of this machine. */
  readonly now: number;
}

/** Where items come from: an operation, or functions of the caller's. */
export interface Source {
  readonly operation: string;
  /** What an item is. */
  readonly noun: string;
  /** Whether it is about one thing rather than a list. */
  readonly isOne: boolean;
  /** What can be told of its items. */
  readonly able: readonly Change[];
  /** What identifies an item; without it, what it says does. */
  readonly id?: ((item: unknown) => unknown) | undefined;
  /** When an item was added, and when it was last changed. */
  readonly added?: ((item: unknown) => unknown) | undefined;
  readonly changed?: ((item: unknown) => unknown) | undefined;
  /** The dates by which the newest can be asked for first. */
  readonly orders: readonly string[];
  /** Asks for a page: the newest first by this date, if that can be asked for. */
  ask(place: unknown, by: Dating | undefined, signal: AbortSignal | undefined): Promise<Items>;
}
