/** What a trigger takes for a client: operations that read a world, each request a moment later than the one before. */

/** @typedef {import("./world.mjs").World} World */

const iso = (ms) => new Date(ms).toISOString();
const names = ({ version }) => ({ firstName: `v${version}` });

/** The version that an item shows. @param {any} item @returns {number} */
export const versionOf = (item) => Number(item.firstName.slice(1));

/** How each operation answers: what a list shows, and what was asked for. */
const ANSWERS = {
  "contacts.search": (world, { sort: [{ field }], pageLimit, searchAfter }) => {
    const date = field === "dateUpdated" ? "updated" : "added";
    const isBehind = (view, [limit, last]) => view[date] < limit || (view[date] === limit && view.id > last);
    const views = world.views().sort((one, other) => other[date] - one[date] || (one.id < other.id ? -1 : 1));
    const page = (searchAfter ? views.filter((view) => isBehind(view, searchAfter)) : views).slice(0, pageLimit);
    const item = (view) => ({
      id: view.id,
      ...names(view),
      dateAdded: iso(view.added),
      dateUpdated: iso(view.updated),
      searchAfter: [view[date], view.id],
    });
    return { contacts: page.map(item), total: views.length };
  },
  "businesses.list": (world, fields) => {
    const item = (view) => ({ id: view.id, ...names(view), createdAt: iso(view.added), updatedAt: iso(view.updated) });
    return { businesses: skipped(world, fields).map(item) };
  },
  "users.search": (world, fields) => ({
    users: skipped(world, fields).map((view) => ({ id: view.id, ...names(view) })),
    count: world.views().length,
  }),
  "users.get": (world, { userId }) => ({ id: userId, ...names(world.view(userId)) }),
  "calendars.freeSlots": (world) => {
    const days = {};
    // A thing is a slot that is free.
    for (const { id, added } of world.views()) (days[iso(added).slice(0, 10)] ??= { slots: [] }).slots.push(id);
    return { ...days, traceId: String(world.random.below(1e9)) };
  },
};

function skipped(world, { skip = 0, limit }) {
  return world.views().sort((one, other) => one.place - other.place).slice(skip, skip + limit);
}

/**
 * @param {World} world
 * @param {object} [options]
 * @param {(kind: string) => void} [options.gate] - Goes first, and may throw.
 * @param {() => number} [options.busy] - How much happens before each answer.
 * @param {boolean} [options.tellsTime] - Whether answers have the server's clock: a page may not read it.
 */
export function serverOf(world, { gate = () => {}, busy = () => 0, tellsTime = true } = {}) {
  const asked = [];
  return {
    api: "v2",
    locationId: "location",
    /** What it was asked for. */
    asked,
    request: (operation, input) => ({
      async withResponse() {
        gate("request");
        asked.push([operation, input]);
        world.pass(1 + world.random.below(400), busy());
        const headers = tellsTime ? { date: new Date(world.now).toUTCString() } : {};
        return { data: ANSWERS[operation](world, input), response: new Response(null, { headers }) };
      },
    }),
  };
}
