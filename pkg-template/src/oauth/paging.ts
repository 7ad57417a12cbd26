import type { JsonObject } from "../common/json.js";

/** Where a page is. */
export interface Place {
  /** Where it begins: the number of those before it, or the token for it. The first page has none. */
  readonly from: string | undefined;
  /** How many items were asked for. */
  readonly size: number;
  /** How many items it has. */
  readonly received: number;
}

/** Where the next page begins, if there is one; or what is wrong with the answer. */
export type Next = { readonly from: string | undefined } | string;

/** v2: a page begins behind so many items. The last one is not full, and the count is reached; or it is empty. */
export function nextByCount({ count }: JsonObject, { from = "0", size, received }: Place): Next {
  const skip = Number(from) + received;
  // Not by the size alone, which a server may have a limit for; nor by a count that may be of the page.
  const isLast = received === 0 || (received < size && typeof count === "number" && skip >= count);
  return { from: isLast ? undefined : String(skip) };
}

/** v3: a page says whether there is another, and has the token for it. */
export function nextByToken({ pagination }: JsonObject): Next {
  const { hasNextPage, nextPageToken } = Object(pagination) as JsonObject;
  if (hasNextPage === false) return { from: undefined };
  if (typeof nextPageToken === "string" && nextPageToken !== "") return { from: nextPageToken };
  return hasNextPage === true ? "has no token for its next page" : "does not say whether it is the last page";
}
