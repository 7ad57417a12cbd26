/** Servers that have made-up users, and what is asked of them. */

export const people = (count, from = 0) => Array.from({ length: count }, (_, index) => ({ id: `u${from + index}` }));
export const ids = (users) => users.map(({ id }) => id);

/** The fields of a request, wherever they travel. */
export const fieldsOf = ({ url, body }) => body ?? Object.fromEntries(url.searchParams);
/** Where each request began, and how many users it asked for. */
export const windows = (requests) => requests.map(fieldsOf).map(({ skip, limit }) => [Number(skip ?? 0), Number(limit)]);

/** A server that has these users, and says that it has `count`. */
export const serverOf =
  (users, count = users.length) =>
  (request) => {
    const { skip = 0, limit = 25 } = fieldsOf(request);
    return Response.json({ users: users.slice(Number(skip), Number(skip) + Number(limit)), count });
  };

/** A server that answers with these pages in turn, whatever it is asked for. */
export const pagesOf =
  (...pages) =>
  () =>
    Response.json({ users: pages.shift() ?? [], count: 0 });

export const collect = async (iterable) => {
  const items = [];
  for await (const item of iterable) items.push(item);
  return items;
};
