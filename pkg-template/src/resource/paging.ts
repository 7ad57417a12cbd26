/** The ways of asking for the next page that HighLevel's other resources have. Each costs only those whose resource has it. */

import type { Fields, Paging } from "./pages.js";

/** `page` counts from 1, and `pageLimit` says how many items it may have. */
export const byPage: Paging = { size: "pageLimit", next: ({ page }) => ({ page: Number(page ?? 1) + 1 }) };

/** `offset` says how many items come before it. */
export const byOffset: Paging = {
  size: "limit",
  next: ({ offset }, _, items) => ({ offset: Number(offset ?? 0) + items.length }),
};

/** `startAfter` and `startAfterId` stand in the page's `meta`. */
export const byStartAfter: Paging = {
  size: "limit",
  next(fields, { meta }) {
    const { startAfter, startAfterId } = Object(meta) as Fields;
    return behind({ startAfter, startAfterId }, fields);
  },
};

/** `searchAfter` stands in the last item. A `page` that the first one was asked for with does not go with it. */
export const bySearchAfter: Paging = /* @__PURE__ */ byPlace("pageLimit", "searchAfter");

/** `searchAfter` is the `sort` of the last item. A `page` that the first one was asked for with does not go with it. */
export const bySortAfter: Paging = /* @__PURE__ */ byPlace("limit", "sort");

/** `lastMessageId` stands in the page, and `nextPage` says whether there is another. */
export const byLastMessage: Paging = {
  size: "limit",
  next: (fields, { lastMessageId, nextPage }) => behind(nextPage === false ? {} : { lastMessageId }, fields),
};

/** `nextPageToken` of the page is the `pageToken` of the next. */
export const byPageToken: Paging = {
  size: "pageSize",
  next: (fields, { nextPageToken }) => behind({ pageToken: nextPageToken }, fields),
};

/** `startAfterDate` is the first value of the last item's `sort`, or the date of its last message where it has none. */
export const byStartAfterDate: Paging = {
  size: "limit",
  next(fields, _, items) {
    const { sort, lastMessageDate } = Object(items.at(-1)) as Fields;
    const [first = lastMessageDate] = Array.isArray(sort) ? sort : [];
    return behind({ startAfterDate: first }, fields);
  },
};

/** A search goes on from where its last item says that it stands. */
function byPlace(size: string, place: string): Paging {
  return {
    size,
    next(fields, _, items) {
      const { [place]: searchAfter } = Object(items.at(-1)) as Fields;
      const next = behind({ searchAfter }, fields);
      return next && { ...next, page: undefined };
    },
  };
}

/** What is behind a cursor: nothing if it is not there, or is the same again. */
function behind(cursor: Fields, fields: Fields): Fields | undefined {
  const given = Object.entries(cursor).filter(([, value]) => value != null && value !== "");
  const isNew = given.some(([name, value]) => JSON.stringify(value) !== JSON.stringify(fields[name]));
  return isNew ? Object.fromEntries(given) : undefined;
}
