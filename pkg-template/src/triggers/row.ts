import { NEWEST, ROWS } from "../generated/triggers/rows.js";
import { bySkip, type Fields, type Paging } from "../resource/pages.js";
import * as paging from "../resource/paging.js";
import { type Change, CHANGES } from "./entry.js";

/** What there is to know of an operation in order to watch it. */
export interface Row {
  readonly operation: string;
  /** What an item is, as HighLevel's webhooks call it: `Contact`. */
  readonly noun: string;
  /** What can be told of its items. */
  readonly on: readonly Change[];
  /** Where an answer has its items: a key; `.` if it is the list; `*` if it is the one item; `#` for slots by their days. */
  readonly list: string;
  readonly paging: Paging | undefined;
  /** The field that says how many items come before a page, if that is how pages are asked for. */
  readonly skip: "skip" | "offset" | undefined;
  /** The fields with an item's id and dates. */
  readonly id: string | undefined;
  readonly added: string | undefined;
  readonly changed: string | undefined;
  /** What to ask for so that the newest come first, by either date. */
  readonly newest: { readonly added?: Fields; readonly changed?: Fields };
}

const PAGINGS: Readonly<Record<string, Paging>> = { bySkip, ...paging, byStartAfterDate: tied(paging.byStartAfterDate) };

/** The fields that say how many items come before a page. */
const SKIPS: Readonly<Record<string, Row["skip"]>> = { bySkip: "skip", byOffset: "offset" };

/** The row of an operation that reads; nothing for any other. */
export function rowOf(operation: unknown): Row | undefined {
  const text = ROWS.split(";").find((row) => row.startsWith(`${operation} `));
  if (text === undefined) return undefined;
  const [name = "", noun = "", on = "", list = "", paging = "", ...fields] = text.split(" ");
  const [id, added, changed] = fields.map((field) => (field === "-" ? undefined : field));
  return {
    operation: name,
    noun,
    on: CHANGES.filter(([letter = ""]) => on.includes(letter)),
    list,
    paging: PAGINGS[paging],
    skip: SKIPS[paging],
    id,
    added,
    changed,
    newest: NEWEST[name] ?? {},
  };
}

/**
 * A page begins with the date of the last item before it, newest first, since others may have the same, for which there was no
 * room; unless that page had no other date.
 */
function tied({ size, next }: Paging): Paging {
  return {
    size,
    next(fields, page, items) {
      const [first, last] = [items[0], items.at(-1)].map((item) => next({}, page, [item])?.startAfterDate);
      return typeof last === "number" && first !== last ? { startAfterDate: last + 1 } : next(fields, page, items);
    },
  };
}
