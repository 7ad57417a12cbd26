import type { Change, Entry, Found, Memory, Page, Reading, Step } from "./entry.js";
import { type Refusing, shifted, unexpected } from "./refusal.js";
import { readWhole } from "./whole.js";

/** The most entries that are remembered by their keys, which keeps a state below 64 KB. */
const MOST = 1_400;
/** The most places to go on at. */
const MOST_DEEP = 32;

/** What a trigger on a dated list has to know. */
export interface MarksPlan extends Refusing {
  readonly on: ReadonlySet<Change>;
  /** Whether the newest come first. */
  readonly isOrdered: boolean;
  /** How far behind the newest date entries may still turn up, in milliseconds. */
  readonly overlapMs: number;
  /** The most pages of an ordered list that are read in one go, of those with nothing on them that has been dealt with. */
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
  /**
   * What `mark` was when the last reading but one had come to its end, and when the last one had. What was added before the
   * first, less the overlap, has been told of though it is not in `seen`; it may have changed since, which `mark` passes by.
   */
  readonly ends?: readonly [number, number];
  /** What was handed on since then, or since `mark` where only what is added counts, and when that was dated. */
  readonly seen?: readonly (readonly [key: string, date: number])[];
  /** Where to go on downwards in a list of which more is new than is read in one go: the deepest place last. */
  readonly deep?: readonly unknown[];
}

/** Remembers how far a dated list has been handed on: little, however long the list is. */
export function marks(plan: MarksPlan, saved: MarksState): Memory {
  const { on, isOrdered, overlapMs, maxPages, since } = plan;
  const isBaseline = saved.mark === undefined && since === undefined;
  let seen = new Map(saved.seen);
  let mark = saved.mark ?? since ?? 0;
  let floor: Place = saved.floor ?? [since ?? 0, ""];
  let ends = saved.ends ?? (isBaseline ? undefined : ([mark, mark] as const));
  let deep = saved.deep ?? [];

  return { read, toJSON };

  function* read(): Reading<Found> {
    const start = deep.at(-1);
    const { entries, now, rest } = isOrdered ? yield* readNewest(start) : { ...(yield* readWhole(plan)), rest: undefined };
    if (rest !== undefined) return { steps: [], more: true, finish: () => (deep = thinned([...deep, rest])) };
    const from = bottom(entries, now);
    const steps = [...entries.values()]
      .sort((one, other) => (isBehind(placeOf(one), placeOf(other)) ? -1 : 1))
      .map((entry) => stepOf(entry, from, now))
      .filter((step) => step !== undefined);
    // Deeper down all is handed on: what is above is read next.
    return { steps, more: start !== undefined, finish: start === undefined ? end : () => (deep = deep.slice(0, -1)) };
  }

  function end(): void {
    ends = [ends?.[1] ?? mark, mark];
  }

  /** Reads from a place downwards, until what follows has been dealt with. */
  function* readNewest(start: unknown): Reading<{ entries: ReadonlyMap<string, Entry>; now: number; rest?: unknown }> {
    const entries = new Map<string, Entry>();
    let lowest = Infinity;
    let now = Infinity;
    let place = start;
    let ties = 0;
    let fresh = 0;
    for (;;) {
      const page: Page = yield place;
      now = Math.min(now, page.now);
      const known = entries.size;
      const above = lowest;
      for (const entry of page.entries) {
        const [date] = placeOf(entry);
        if (date > lowest + overlapMs) throw unexpected(plan, "the newest do not come first, as was asked for");
        lowest = Math.min(lowest, date);
        entries.set(entry.key, entry);
      }
      // A page may begin with those that have the date of the last one before it, and have no other.
      if (page.entries.length > ties && entries.size === known) throw shifted(plan);
      ties = page.entries.filter((entry) => placeOf(entry)[0] === lowest).length;
      const from = bottom(entries, now);
      if (page.next === undefined || lowest < from[0]) return { entries, now };
      // One page too many is read: if it is where the news end, all that follows is known, and has to be read to its bottom.
      const isFresh = !page.entries.some((entry) => isDone(entry, from));
      fresh += Number(isFresh);
      // Not between two of one date: those are told by their keys, whatever order the server has them in.
      const isBreak = page.entries.every((entry) => placeOf(entry)[0] < above);
      if (isFresh && fresh > maxPages && isBreak && !isBaseline) return { entries, now, rest: place };
      place = page.next;
    }
  }

  /** Where what has been dealt with begins. */
  function bottom(entries: ReadonlyMap<string, Entry>, now: number): Place {
    const newest = isBaseline ? Math.min(latest(entries), now) : mark;
    const reach: Place = [newest - overlapMs, ""];
    return isBehind(reach, floor) ? floor : reach;
  }

  /** Whether it has been dealt with, in what it says now. */
  function isDone(entry: Entry, from: Place): boolean {
    const place = placeOf(entry);
    return isBehind(place, from) || place[0] <= (seen.get(entry.key) ?? -Infinity);
  }

  function stepOf(entry: Entry, from: Place, now: number): Step | undefined {
    const { key, added } = entry;
    const [date] = placeOf(entry);
    if (isDone(entry, from)) return undefined;
    const told: Place = [remembered(), ""];
    const isNew = !seen.has(key) && added !== undefined && !isBehind([added, key], isBehind(told, floor) ? floor : told);
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

  /** Since when all that was handed on is remembered, but for what became too much. */
  function remembered(): number {
    return (on.has("changed") && ends ? ends[0] : mark) - overlapMs;
  }

  function latest(entries: ReadonlyMap<string, Entry>): number {
    let newest = 0;
    for (const entry of entries.values()) newest = Math.max(newest, placeOf(entry)[0]);
    return newest;
  }

  function toJSON(): MarksState {
    const since = remembered();
    const recent = [...seen].filter(([, date]) => date >= since);
    recent.sort(([key, date], [otherKey, otherDate]) => (isBehind([date, key], [otherDate, otherKey]) ? -1 : 1));
    const forgotten = recent.splice(0, Math.max(0, recent.length - MOST)).at(-1);
    if (forgotten) floor = [forgotten[1], forgotten[0]];
    // Or what is saved after each of many would cost more and more.
    seen = new Map(recent);
    return { mark, floor, ...(ends && { ends }), seen: recent, ...(deep.length > 0 && { deep }) };
  }
}

/** Whether a place is another's, or before it. */
function isBehind([date, key]: Place, [limit, last]: Place): boolean {
  return date < limit || (date === limit && key <= last);
}

/** Fewer places, the last of them still there: what lies between is found again. */
function thinned(places: readonly unknown[]): readonly unknown[] {
  return places.length > MOST_DEEP ? places.filter((_, index) => (places.length - index) % 2 === 1) : places;
}
