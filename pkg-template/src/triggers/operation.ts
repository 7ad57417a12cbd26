import { failure, isHighLevelError } from "../common/error.js";
import type { Fields } from "../resource/pages.js";
import type { WithResponse } from "../resource/promise.js";
import { momentOf } from "./moment.js";
import type { Row } from "./row.js";
import type { Dating, Items, Source } from "./source.js";

/** As much of a client as a trigger needs. */
export interface Requesting {
  readonly api: string;
  readonly companyId?: string | undefined;
  readonly locationId?: string | undefined;
  request(operation: string, input: unknown, options?: object): { withResponse(): Promise<WithResponse<unknown>> };
}

/** The most items that are asked for at a time. */
const PAGE_SIZE = 100;
/** With how many items of the page before a page begins: so many may go between two requests and none is missed. */
const OVERLAP = 5;

/** The source of an operation's items. */
export function sourceOf(ghl: Requesting, row: Row, input: () => Fields): Source {
  const { operation, noun, list, paging, skip, newest } = row;
  const member = (name: string | undefined) => (name ? (item: unknown) => (Object(item) as Fields)[name] : undefined);
  let first: Fields = {};

  return {
    operation,
    noun,
    isOne: list === "*",
    able: row.on,
    id: member(row.id),
    added: member(row.added),
    changed: member(row.changed),
    orders: Object.keys(newest),
    ask,
  };

  async function ask(place: unknown, by: Dating | undefined, signal: AbortSignal | undefined): Promise<Items> {
    // Some operations want to be told where the first page begins, too.
    if (place === undefined) first = { ...(paging && { [paging.size]: PAGE_SIZE }), ...input(), ...(skip && { [skip]: 0 }) };
    const fields = { ...first, ...(by && newest[by]), ...(place as Fields | undefined) };
    const asked = Date.now();
    const { data, response } = await sent(fields, signal);
    const items = itemsIn(data);
    const next = paging?.next(fields, Object(data) as Fields, items);
    const now = momentOf(response.headers.get("date")) ?? asked;
    if (!next || !skip) return { items, next, overlap: 0, now };
    const overlap = Math.max(0, Math.min(OVERLAP, items.length - 1));
    return { items, next: { [skip]: Number(next[skip]) - overlap }, overlap, now };
  }

  async function sent(fields: Fields, signal: AbortSignal | undefined): Promise<WithResponse<unknown>> {
    try {
      return await ghl.request(operation, fields, { signal }).withResponse();
    } catch (error) {
      if (!isHighLevelError(error, "unsupported_operation") || error.operation) throw error;
      const [resource = ""] = operation.split(".");
      const entry = `ghl-users/catalogue/${resource.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      throw failure("unsupported_operation", operation, `call ${resource}(ghl) of "${entry}" before`, error);
    }
  }

  function itemsIn(data: unknown): readonly unknown[] {
    if (list === "*") return [data];
    if (list === ".") return data as unknown[];
    if (list !== "#") return (data as Record<string, unknown[]>)[list] as unknown[];
    // Beside the days there is a `traceId`.
    return Object.values(data as object).flatMap((day) => (Object(day) as { slots?: unknown[] }).slots ?? []);
  }
}
