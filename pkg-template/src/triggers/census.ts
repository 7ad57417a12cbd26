import type { Change, Entry, Found, Memory, Reading, Step } from "./entry.js";
import { readWhole } from "./whole.js";

/** What a census has to know of its trigger. */
export interface CensusPlan {
  readonly operation: string;
  readonly on: ReadonlySet<Change>;
  /** Whether it is about one thing, which can only change. */
  readonly isOne: boolean;
  /** Of the first reading, what was added before is not told, in milliseconds since 1970; nothing: none of it is. */
  readonly since: number | undefined;
}

/** What is remembered: each entry's key, and what stands for it. */
export interface CensusState {
  readonly known?: readonly (readonly [key: string, print: string])[];
}

/** Remembers every item of a list: the only way where items have no dates, and the only one to see that one has gone. */
export function census({ operation, on, isOne, since = Infinity }: CensusPlan, { known: saved }: CensusState): Memory {
  const known = new Map(saved);
  const isFirst = saved === undefined;

  return { read, toJSON: (): CensusState => ({ known: [...known] }) };

  function* read(): Reading<Found> {
    const { entries, pages } = yield* readWhole(operation);
    const here = new Map(entries);
    if (pages > 1 && [...known.keys()].some((key) => !here.has(key))) {
      // An entry that moved from a page not yet read to one already read was not seen: gone is what two readings lack.
      for (const [key, entry] of (yield* readWhole(operation)).entries) here.set(key, entry);
    }
    const present = [...here.values()].sort((one, other) => (one.added ?? 0) - (other.added ?? 0)).map(met);
    const gone = [...known.keys()].filter((key) => !here.has(key)).map(missed);
    const steps = [...present, ...gone].filter((step) => step !== undefined);
    // First what is not told: whoever stops between two that are would be told of it the next time.
    return { steps: steps.sort((one, other) => Number(one.change !== undefined) - Number(other.change !== undefined)), more: false };
  }

  function met(entry: Entry): Step | undefined {
    const { key, print, added = 0 } = entry;
    const before = known.get(key);
    if (before === print) return undefined;
    const change = isOne || before !== undefined ? "changed" : "added";
    const isTold = on.has(change) && !(isFirst && added < since);
    return { entry, change: isTold ? change : undefined, take: () => known.set(key, print) };
  }

  function missed(key: string): Step {
    const entry = { item: undefined, id: key, key, print: "" };
    return { entry, change: on.has("removed") ? "removed" : undefined, take: () => known.delete(key) };
  }
}
