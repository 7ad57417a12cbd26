import type { Entry, Page, Reading } from "./entry.js";
import { type Refusing, shifted } from "./refusal.js";

/** How often a list is read again because it moved. */
const TRIES = 4;

/** A list as it was read from its beginning to its end. */
export interface Whole {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly pages: number;
  /** What time it was when it was begun. */
  readonly now: number;
}

/**
 * Reads a list whole, however it moves meanwhile: each page begins with the end of the one before. Where none of that is
 * found again, something before it has gone, and an entry may have slipped through: it is read again.
 *
 * @throws {HighLevelError} `unexpected_response` if it never stands still, or repeats itself.
 */
export function* readWhole(refusing: Refusing): Reading<Whole> {
  for (let tries = 1; tries < TRIES; tries += 1) {
    const whole = yield* attempt();
    if (whole) return whole;
  }
  throw shifted(refusing);
}

function* attempt(): Reading<Whole | undefined> {
  const entries = new Map<string, Entry>();
  let last: Page | undefined;
  let now = Infinity;
  for (let pages = 1; ; pages += 1) {
    const page: Page = yield last?.next;
    now = Math.min(now, page.now);
    const overlap = last?.overlap ?? 0;
    const seam = new Set(last?.entries.slice(-overlap || Infinity).map(({ key }) => key));
    if (seam.size > 0 && !page.entries.some(({ key }) => seam.has(key))) return undefined;
    const known = entries.size;
    for (const entry of page.entries) entries.set(entry.key, entry);
    const isFresh = entries.size > known;
    // More than was asked for twice, and all of it known: the server goes on with another place than was asked for.
    if (!isFresh && page.entries.length > overlap && pages > 1) return undefined;
    if (page.next === undefined || !isFresh) return { entries, pages, now };
    last = page;
  }
}
