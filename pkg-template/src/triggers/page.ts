import { wordsFor } from "../common/tag.js";
import type { Entry, Page } from "./entry.js";
import { momentOf } from "./moment.js";
import type { Plan } from "./plan.js";
import { printOf } from "./print.js";
import { unexpected } from "./refusal.js";

/** The longest id that a dated list is remembered by, as HighLevel's are: with longer ones a state could outgrow its 64 KB. */
const LONGEST_ID = 24;

/** Asks for a page, and makes entries of its items. */
export async function pageOf(plan: Plan, place: unknown, signal: AbortSignal | undefined): Promise<Page> {
  const { items, ...page } = await plan.ask(place, plan.by, signal);
  return { ...page, entries: await Promise.all(items.map((item) => entryOf(plan, item))) };
}

/** @throws {HighLevelError} `unexpected_response` for an item without its id, or without a date where that is all there is. */
async function entryOf(plan: Plan, item: unknown): Promise<Entry> {
  const { isOne, on, by, hash } = plan;
  const added = momentOf(plan.added?.(item));
  const changed = momentOf(plan.changed?.(item));
  if (by && (by === "changed" ? (changed ?? added) : added) === undefined) throw unexpected(plan, `an item does not say when it was ${by}`);
  const print = by || (plan.id && !on.has("changed")) ? "" : (changed?.toString() ?? (await printOf(item)));
  // Slots, and what has no id, are unlike those of another trigger only with its hash.
  const id = plan.id ? plan.id(item) : `${hash}/${isOne ? "" : typeof item === "string" ? item : print}`;
  if (typeof id !== "string" || id === "") {
    throw unexpected(plan, `the id of an item is ${id === "" ? "an empty string" : wordsFor(id)}: expected a text`);
  }
  // A list that has to say what has gone is remembered by ids, and any other by what is shorter.
  const key = isOne ? "" : on.has("removed") || (by && id.length <= LONGEST_ID) ? id : await printOf(id);
  return { item, id, key, added, changed, print };
}
