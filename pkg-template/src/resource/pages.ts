import { HighLevelError } from "../common/error.js";
import { ApiPromise, type WithResponse } from "./promise.js";
import { copyOf, tagOf, wordsFor } from "../common/tag.js";

/** The most items that are asked for at a time when iterating: HighLevel documents no maximum, and more is not always given. */
const PAGE_SIZE = 100;

/** The fields of an input, or of a page. */
export type Fields = Readonly<Record<string, unknown>>;

/** How one asks for the pages of a list. */
export interface Paging {
  /** The field that says how many items a page may have. */
  readonly size: string;
  /** What to ask for after the page that these fields asked for, and its items; nothing if it says that it is the last. */
  next(fields: Fields, page: Fields, items: readonly unknown[]): Fields | undefined;
}

/** A call that can be repeated for every page. */
export interface PageSource<Page> {
  /** The operation, for messages. */
  readonly operation: string;
  /** Where a page has its items, such as `users`. */
  readonly list: string;
  /** The input as the caller gave it. */
  readonly input: unknown;
  /** How the next page is asked for. Default: by `skip` and `limit`. */
  readonly paging?: Paging | undefined;
  /** Sends the operation with `input`. */
  send(input: unknown): Promise<WithResponse<Page>>;
}

/**
 * What a call returns whose answer is one page of many: await it for that page, or iterate over it for every item.
 *
 * Iterating sends requests of its own, each when its page is needed: 100 items at a time, or the call's `limit` if that is
 * less, from the call's `skip` on, until the server's `count` is reached or a page has nothing new: a server may give less
 * than it is asked for. An item that moved to a later page meanwhile is not given again. `break` stops it, and iterating
 * again starts over. The call's options hold for each request.
 *
 * @typeParam Page - What awaiting gives.
 * @typeParam Item - What iterating gives.
 */
export class PagePromise<Page, Item> extends ApiPromise<Page> implements AsyncIterable<Item> {
  readonly #source: PageSource<Page>;
  #isIterated = false;

  /** Sends the one page's request when that is awaited, or in the next microtask unless iteration has begun by then. */
  constructor(source: PageSource<Page>) {
    super(() => source.send(source.input));
    this.#source = source;
    queueMicrotask(() => {
      // Whoever awaits it has a promise of their own that fails; who only iterates, if later, meets the failure there.
      if (!this.#isIterated) this.withResponse().catch(() => {});
    });
  }

  /** Iterates over the items of every page. */
  [Symbol.asyncIterator](): AsyncIterator<Item, void, undefined> {
    return itemsOf<Page, Item>(this.pages(), this.#source.list);
  }

  /** Iterates over the pages, each as the server sent it but for items that an earlier one had. */
  pages(): AsyncIterable<Page> {
    this.#isIterated = true;
    return { [Symbol.asyncIterator]: () => pagesOf(this.#source) };
  }

  /**
   * Collects the items of every page.
   *
   * @param options - `max`: the most items to collect. Default: all of them. No page is fetched beyond it.
   * @throws {HighLevelError} `invalid_input` for a `max` that is not a whole number from 0.
   */
  async all(options: { max?: number | undefined } = {}): Promise<Item[]> {
    const pages = this.pages();
    const max = maxOf(options, this.#source.operation);
    const items: Item[] = [];
    if (max === 0) return items;
    for await (const item of itemsOf<Page, Item>(pages, this.#source.list)) {
      items.push(item);
      if (items.length === max) break;
    }
    return items;
  }
}

/** As most of HighLevel's lists do: `skip` says how many items come before a page, `limit` how many it may have. */
export const bySkip: Paging = {
  size: "limit",
  next({ skip, limit }, { count }, items) {
    const before = Number(skip ?? 0) + items.length;
    // A count that no page can have is that of all pages.
    return Number(count) > Number(limit) && before >= Number(count) ? undefined : { skip: before };
  },
};

/** Fetches page after page. */
async function* pagesOf<Page>(source: PageSource<Page>): AsyncGenerator<Page, void, undefined> {
  const { list, input, paging = bySkip, send } = source;
  let fields = copyOf(input ?? {}) as Fields;
  // What is no object goes to the engine as it is, which says what is wrong with it.
  if (tagOf(fields) === "Object") {
    const { [paging.size]: size = PAGE_SIZE } = fields;
    // What is no number goes to the engine as it is, which says so.
    Object.assign(fields, { [paging.size]: typeof size !== "symbol" && Number(size) > PAGE_SIZE ? PAGE_SIZE : size });
  }
  const seen = new Set<unknown>();
  for (let isFirst = true; ; isFirst = false) {
    const { data } = await send(fields);
    const items = listIn<{ id?: unknown; _id?: unknown } | null>(data, list);
    const known = seen.size;
    const fresh = items.filter((item) => {
      const id = item?.id ?? item?._id;
      const key = id ?? JSON.stringify(item);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew || id == null;
    });
    if (isFirst || fresh.length > 0) yield fresh.length < items.length ? { ...data, [list]: fresh } : data;
    // A server that ignores where a page begins would be asked for ever.
    const next = seen.size > known && paging.next(fields, data as Fields, items);
    if (!next) return;
    fields = Object.assign(copyOf(fields), next);
  }
}

async function* itemsOf<Page, Item>(
  pages: AsyncIterable<Page>,
  list: string,
): AsyncGenerator<Item, void, undefined> {
  for await (const page of pages) yield* listIn<Item>(page, list);
}

function listIn<Item>(page: unknown, list: string): Item[] {
  return (page as Record<string, Item[]>)[list] as Item[];
}

function maxOf(options: { max?: unknown }, operation: string): number {
  const wrong = (what: string, expected: string): HighLevelError =>
    new HighLevelError({ code: "invalid_input", message: `${operation}: ${what}: expected ${expected}`, operation });
  if (tagOf(options) !== "Object") throw wrong(`the options of all() are ${wordsFor(options)}`, "an object");
  const { max, ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw wrong(`all() has no option ${JSON.stringify(unknown)}`, '"max"');
  if (max === undefined) return Infinity;
  if (!Number.isInteger(max) || (max as number) < 0) {
    throw wrong(`"max" is ${wordsFor(max)}`, "a whole number from 0");
  }
  return max as number;
}
