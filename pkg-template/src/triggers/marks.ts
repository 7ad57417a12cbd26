import type { Change, Entry, Found, Memory, Page, Reading, Step } from "./entry.js";
import { shifted, unexpected } from "./refusal.js";
import { readWhole } from "./whole.js";

/** The most entries that are remembered by their keys, which keeps a state below 64 KB. */
const MOST = 1_500;

/** What a trigger on a dated list has to know. */
export interface MarksPlan {
  readonly operation: string;
  readonly on: ReadonlySet<Change>;
  /** Whether the newest come first. */
  readonly isOrdered: boolean;
  /** How far behind the newest date entries may still turn up, in milliseconds. */
  readonly overlapMs: number;
  /** The most pages of an ordered list that are read in one go. */
  readonly maxPages: number;
  /** What is older is not told, in milliseconds since 1970; nothing: whatever there is at the first reading is not. */
  readonly since: number | undefined;
}

/** A place in the order of a list: a date, and the key of an entry that has it. */
type Place = readonly [date: number, key: string];

/** What is remembered. */
export interface MarksState {
  /** The latest date that was handed on, and no later than the server's clock when it was read. */
  readonly mark?: number;
  /** Whatever stands here or before has been dealt with. */
  readonly floor?: Place;
  /** What was handed on since `mark` less the overlap, and when that was dated. */
  readonly seen?: readonly (readonly [key: string, date: number])[];
  /** Where to go on downwards in a list of which more is new than is read in one go: the deepest place last. */
  readonly deep?: readonly unknown[];
}

/** Remembers how far a dated list has been handed on: little, however long the list is. */
export function marks(plan: MarksPlan, saved: MarksState): Memory {
  const { operation, on, isOrdered, overlapMs, maxPages, since } = plan;
  const isBaseline = saved.mark === undefined && since === undefined;
  const seen = new Map(saved.seen);
  let mark = saved.mark ?? since ?? 0;
  let floor: Place = saved.floor ?? [since ?? 0, ""];
  let deep = saved.deep ?? [];

  return { read, toJSON };

  function* read(): Reading<Found> {
    const start = deep.at(-1);
    const { entries, now, rest } = isOrdered ? yield* readNewest(start) : { ...(yield* readWhole(operation)), rest: undefined };
    if (rest !== undefined) return { steps: [], more: true, finish: () => (deep = [...deep, rest]) };
    const from = bottom(entries);
    const steps = [...entries.values()]
      .filter((entry) => !isBehind(placeOf(entry), from))
      .sort((one, other) => (isBehind(placeOf(one), placeOf(other)) ? -1 : 1))
      .map((entry) => stepOf(entry, from, now))
      .filter((step) => step !== undefined);
    // Deeper down all is handed on: what is above is read next.
    return { steps, more: start !== undefined, finish: () => (deep = deep.slice(0, -1)) };
  }

  /** Reads from a place downwards, until what follows has been dealt with. */
  function* readNewest(start: unknown): Reading<{ entries: ReadonlyMap<string, Entry>; now?: number | undefined; rest?: unknown }> {
    const entries = new Map<string, Entry>();
    let lowest = Infinity;
    let now: number | undefined;
    let place = start;
    let ties = 0;
    for (let pages = 1; ; pages += 1) {
      const page: Page = yield place;
      now ??= page.now;
      const known = entries.size;
      for (const entry of page.entries) {
        const [date] = placeOf(entry);
        if (date > lowest + overlapMs) throw unexpected(operation, "the newest do not come first, as was asked for");
        lowest = Math.min(lowest, date);
        entries.set(entry.key, entry);
      }
      // A page may begin with those that have the date of the last one before it, and have no other.
      if (page.entries.length > ties && entries.size === known) throw shifted(operation);
      ties = page.entries.filter((entry) => placeOf(entry)[0] === lowest).length;
      if (page.next === undefined || lowest < bottom(entries)[0]) return { entries, now };
      if (pages === maxPages && !isBaseline) return { entries, now, rest: page.next };
      place = page.next;
    }
  }

  /** Where what has been dealt with begins. */
  function bottom(entries: ReadonlyMap<string, Entry>): Place {
    const newest = isBaseline ? latest(entries) : mark;
    const reach: Place = [newest - overlapMs, ""];
    return isBehind(reach, floor) ? floor : reach;
  }

  function stepOf(entry: Entry, from: Place, now = Infinity): Step | undefined {
    const { key, added } = entry;
    const [date] = placeOf(entry);
    const before = seen.get(key);
    if (before !== undefined && date <= before) return undefined;
    const isNew = before === undefined && added !== undefined && !isBehind([added, key], from);
    const change = isNew ? "added" : "changed";
    const take = (): void => {
      seen.set(key, date);
      // What changed while the list was read, on a page read before, has a later date than this.
      mark = Math.max(mark, Math.min(date, now));
    };
    return { entry, change: !isBaseline && on.has(change) ? change : undefined, take };
  }

  function placeOf({ key, added = 0, changed = added }: Entry): Place {
    return [on.has("changed") ? changed : added, key];
  }

  function latest(entries: ReadonlyMap<string, Entry>): number {
    let newest = 0;
    for (const entry of entries.values()) newest = Math.max(newest, placeOf(entry)[0]);
    return newest;
  }

  function toJSON(): MarksState {
    const recent = [...seen].filter(([, date]) => date >= mark - overlapMs);
    recent.sort(([key, date], [otherKey, otherDate]) => (isBehind([date, key], [otherDate, otherKey]) ? -1 : 1));
    const forgotten = recent.splice(0, Math.max(0, recent.length - MOST)).at(-1);
    if (forgotten) floor = [forgotten[1], forgotten[0]];
    return { mark, floor, seen: recent, ...(deep.length > 0 && { deep }) };
  }
}

/** Whether a place is another's, or before it. */
function isBehind([date, key]: Place, [limit, last]: Place): boolean {
  return date < limit || (date === limit && key <= last);
}
