/** A list as long as one likes, to which things are added and nothing else happens: the newest first, and quick. */

/** @param {number} count - How many there are, a second from each other. @param {(number: number) => string} idOf */
export function lengthy(count, idOf) {
  /** Oldest first. */
  const items = [];
  const list = { asked: 0, latest: Date.UTC(2026, 0), ids, add, server: { api: "v2", locationId: "location", request } };
  for (let left = count; left > 0; left -= 1) add(1, list.latest + 1_000);
  return list;

  /** So many more, all of one date. @param {number} date No earlier than the latest. */
  function add(more, date) {
    list.latest = date;
    const dateAdded = new Date(date).toISOString();
    for (let left = more; left > 0; left -= 1) {
      const place = items.length;
      items.push({ id: idOf(place), dateAdded, dateUpdated: dateAdded, searchAfter: [date, place] });
    }
  }

  /** Oldest first, and of one date by their ids, as triggers tell them. */
  function ids() {
    return items.map(({ id }) => id);
  }

  function request(_, { pageLimit, searchAfter: [, end] = [0, items.length] }) {
    return {
      async withResponse() {
        list.asked += 1;
        return { data: { contacts: items.slice(Math.max(0, end - pageLimit), end).reverse() }, response: new Response() };
      },
    };
  }
}
