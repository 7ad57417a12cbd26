/** What a trigger tells of an item: it is new, it is another than before, it is gone. */
export type Change = "added" | "changed" | "removed";

export const CHANGES: readonly Change[] = ["added", "changed", "removed"];

/** An item as a reading has it. */
export interface Entry {
  readonly item: unknown;
  /** The item's id, or what stands for it. */
  readonly id: string;
  /** What a state remembers it by. */
  readonly key: string;
  /** When it was added and last changed, in milliseconds since 1970, as far as it says so. */
  readonly added?: number | undefined;
  readonly changed?: number | undefined;
  /** Stands for all that the item says: its date, or a hash. Empty where nobody asks. */
  readonly print: string;
  /** How often the same has been told of it, where neither date nor what it says tells one time from another. */
  readonly turn?: number | undefined;
}

/** One page of a list. */
export interface Page {
  readonly entries: readonly Entry[];
  /** What to ask for next; nothing behind the last page. */
  readonly next?: unknown;
  /** How many entries of this page the next one begins with, so that a list that moves meanwhile shows. */
  readonly overlap: number;
  /** What time it was when it was read, in milliseconds since 1970. */
  readonly now: number;
}

/** Asks for pages, by what `next` of the one before said. It knows neither clock, nor store, nor `fetch`. */
export type Reading<Result> = Generator<unknown, Result, Page>;

/** A part of what was read: what to remember of an entry, and what to tell of it, if anything. */
export interface Step {
  readonly change?: Change | undefined;
  readonly entry: Entry;
  /** Remembers it. */
  readonly take: () => void;
}

/** What a reading comes to. */
export interface Found {
  /** Oldest first. */
  readonly steps: readonly Step[];
  /** Remembers what only holds once all steps are taken. */
  readonly finish?: (() => void) | undefined;
  /** Whether there is more to read at once. */
  readonly more: boolean;
}

/** What a trigger remembers between polls. */
export interface Memory {
  /** Reads what there is, against what is remembered. */
  read(): Reading<Found>;
  /** What is remembered, as JSON. */
  toJSON(): object;
}
