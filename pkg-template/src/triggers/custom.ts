import { failure } from "../common/error.js";
import { check, FUNCTION, required, type Rules, TEXT } from "../common/fields.js";
import { wordsFor } from "../common/tag.js";
import { CHANGES } from "./entry.js";
import { momentOf } from "./moment.js";
import type { Source } from "./source.js";

/** Something to watch that the package has no operation for: what `rawRequest` reads, or another API. */
export interface PollSource<Input, Answer, Item> {
  /** Names it, in the state and in the keys of events, such as `"objects.records"`. */
  readonly name: string;
  /**
   * Asks for an answer, or for a page of it: `cursor` is what `next` made of the page before. Hand `signal` on.
   * What `rawRequest` gives will do.
   */
  readonly read: (input: Input, page: { readonly cursor: unknown; readonly signal?: AbortSignal }) => PromiseLike<Answer>;
  /** The items of an answer. */
  readonly items: (answer: Answer) => readonly Item[];
  /** What identifies an item. */
  readonly id: (item: Item) => string;
  /** When an item was added. */
  readonly added?: ((item: Item) => Date | string | number | null | undefined) | undefined;
  /** When an item was last changed. */
  readonly updated?: ((item: Item) => Date | string | number | null | undefined) | undefined;
  /** What asks for the next page; nothing behind the last. */
  readonly next?: ((answer: Answer, items: readonly Item[]) => unknown) | undefined;
  /** The date by which the newest come first, if they do: then no more is read than is new. */
  readonly newestFirst?: "added" | "updated" | undefined;
}

const RULES: Rules<PollSource<unknown, unknown, unknown>> = {
  name: required(TEXT),
  read: required(FUNCTION),
  items: required(FUNCTION),
  id: required(FUNCTION),
  added: FUNCTION,
  updated: FUNCTION,
  next: FUNCTION,
  newestFirst: { expected: '"added" or "updated"', accepts: (value) => value === "added" || value === "updated" },
};

/** The source that a caller's functions are. */
export function customSource(given: PollSource<unknown, unknown, unknown>, input: () => unknown): Source {
  const { name, read, items, id, added, updated, next, newestFirst } = check("invalid_config", "poll", given, RULES);
  return {
    operation: name,
    noun: name,
    isOne: false,
    // What lies on pages that are not read any more is not known to be there.
    able: next && (added || updated) ? CHANGES.filter((change) => (change === "added" ? added : change === "changed" && updated)) : CHANGES,
    id,
    added,
    changed: updated,
    orders: [newestFirst === "updated" ? "changed" : `${newestFirst}`],
    async ask(cursor, _, signal) {
      const asked = Date.now();
      const answer = read(input(), { cursor, ...(signal && { signal }) });
      const { data, response } = await withResponse(answer);
      const list: unknown = items(data);
      if (!Array.isArray(list)) throw failure("unexpected_response", name, `what "items" gave is ${wordsFor(list)}: expected an array`);
      return { items: list, next: next?.(data, list), overlap: 0, now: momentOf(response?.headers.get("date")) ?? asked };
    },
  };
}

/** What a promise comes to, with its response if it is one of a client's calls. */
async function withResponse(answer: unknown): Promise<{ data: unknown; response?: Response }> {
  const { withResponse } = Object(answer) as { withResponse?: () => Promise<{ data: unknown; response: Response }> };
  return withResponse ? withResponse.call(answer) : { data: await answer };
}
