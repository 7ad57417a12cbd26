import type { Change, Entry, Found, Memory, Reading, Step } from "./entry.js";
import type { Refusing } from "./refusal.js";
import { readWhole } from "./whole.js";

/** What a census has to know of its trigger. */
export interface CensusPlan extends Refusing {
  readonly on: ReadonlySet<Change>;
  /** Whether it is about one thing, which can only change. */
  readonly isOne: boolean;
  /** Of the first reading, what was added before is not told, in milliseconds since 1970; nothing: none of it is. */
  readonly since: number | undefined;
}

/** How many entries are remembered that have gone: when one of them is back, that is another event than the first time. */
const MOST_GONE = 500;

/** How often an entry has changed, and how often it has gone. */
type Turns = readonly [changes: number, removals: number];

/** What is remembered: each entry's key, what stands for it, and its turns if it had any. The same of those that went last. */
export interface CensusState {
  readonly known?: readonly (readonly [key: string, print: string, turns?: Turns])[];
  readonly gone?: readonly (readonly [key: string, turns: Turns])[];
}

const NONE: Turns = [0, 0];

/** Remembers every item of a list: the only way where items have no dates, and the only one to see that one has gone. */
export function census(plan: CensusPlan, { known: saved, gone: left }: CensusState): Memory {
  const { on, isOne, since = Infinity } = plan;
  const known = new Map((saved ?? []).map(([key, ...rest]) => [key, rest]));
  const gone = new Map(left);
  const isFirst = saved === undefined;

  return { read, toJSON };

  function toJSON(): CensusState {
    const last = [...gone].slice(-MOST_GONE);
    return { known: [...known].map(([key, rest]) => [key, ...rest] as const), ...(last.length > 0 && { gone: last }) };
  }

  function* read(): Reading<Found> {
    const { entries, pages } = yield* readWhole(plan);
    const here = new Map(entries);
    if (pages > 1 && [...known.keys()].some((key) => !here.has(key))) {
      // An entry that moved from a page not yet read to one already read was not seen: gone is what two readings lack.
      for (const [key, entry] of (yield* readWhole(plan)).entries) here.set(key, entry);
    }
    const present = [...here.values()].sort((one, other) => (one.added ?? 0) - (other.added ?? 0)).map(met);
    const missing = [...known.keys()].filter((key) => !here.has(key)).map(missed);
    const steps = [...present, ...missing].filter((step) => step !== undefined);
    // First what is not told: whoever stops between two that are would be told of it the next time.
    return { steps: steps.sort((one, other) => Number(one.change !== undefined) - Number(other.change !== undefined)), more: false };
  }

  function met(entry: Entry): Step | undefined {
    const { key, print, added = 0 } = entry;
    const [before, turns] = known.get(key) ?? [undefined, gone.get(key)];
    if (before === print) return undefined;
    const change = isOne || before !== undefined ? "changed" : "added";
    const [changes, removals] = turns ?? NONE;
    const isTold = on.has(change) && !(isFirst && added < since);
    const take = (): void => {
      const now = before !== undefined && entry.changed === undefined ? ([changes + 1, removals] as const) : turns;
      known.set(key, now ? [print, now] : [print]);
      gone.delete(key);
    };
    return { entry: { ...entry, turn: change === "added" ? removals : changes }, change: isTold ? change : undefined, take };
  }

  function missed(key: string): Step {
    const [changes, removals] = known.get(key)?.[1] ?? NONE;
    const take = (): void => {
      known.delete(key);
      gone.set(key, [changes, removals + 1]);
    };
    const entry = { item: undefined, id: key, key, print: "", turn: removals };
    return { entry, change: on.has("removed") ? "removed" : undefined, take };
  }
}
