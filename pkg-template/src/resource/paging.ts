/**
 * The ways of asking for the next page that HighLevel's other resources have. Each costs only those whose resource has it: a
 * bundler leaves out a call only where it is told that nothing else comes of it.
 */

import type { Fields, Paging } from "./pages.js";

/** `page` counts from 1, and `pageLimit` says how many items it may have. */
export const byPage: Paging = { size: "pageLimit", next: ({ page }) => ({ page: Number(page ?? 1) + 1 }) };

/** `offset` says how many items come before it. */
export const byOffset: Paging = {
  size: "limit",
  next: ({ offset }, _, items) => ({ offset: Number(offset ?? 0) + items.length }),
};

/** `startAfter` and `startAfterId` stand in the page's `meta`. */
export const byStartAfter = /* @__PURE__ */ byCursor("limit", ({ meta }) => {
  const { startAfter, startAfterId } = Object(meta) as Fields;
  return { startAfter, startAfterId };
});

/** `searchAfter` stands in the last item. A `page` that the first one was asked for with does not go with it. */
export const bySearchAfter: Paging = {
  size: "pageLimit",
  next(fields, page, items) {
    const next = BY_SEARCH_AFTER.next(fields, page, items);
    return next && { ...next, page: undefined };
  },
};
const BY_SEARCH_AFTER = /* @__PURE__ */ byCursor("pageLimit", (_, items) => {
  const { searchAfter } = Object(items.at(-1)) as Fields;
  return { searchAfter };
});

/** `lastMessageId` stands in the page, and `nextPage` says whether there is another. */
export const byLastMessage = /* @__PURE__ */ byCursor("limit", ({ lastMessageId, nextPage }) =>
  nextPage === false ? {} : { lastMessageId },
);

/** `nextPageToken` of the page is the `pageToken` of the next. */
export const byPageToken = /* @__PURE__ */ byCursor("pageSize", ({ nextPageToken }) => ({ pageToken: nextPageToken }));

/** A cursor that is not there, or is the same again, ends the list. */
function byCursor(size: string, cursorOf: (page: Fields, items: readonly unknown[]) => Fields): Paging {
  return {
    size,
    next(fields, page, items) {
      const cursor = Object.entries(cursorOf(page, items)).filter(([, value]) => value != null && value !== "");
      const isNew = cursor.some(([name, value]) => JSON.stringify(value) !== JSON.stringify(fields[name]));
      return isNew ? Object.fromEntries(cursor) : undefined;
    },
  };
}
