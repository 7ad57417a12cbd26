/** The users of a connection, as the table wants them. What differs between the API versions is decided here. */

import { changesBetween, createInput, rebased } from "./draft.js";

export const PAGE_SIZE = 25;

/**
 * @typedef {object} View what the table shows
 * @property {string} query
 * @property {string} role "" for any
 * @property {string} locationId "" for any
 * @property {number} skip
 */

/** @param {import("./connection.js").Connection} connection */
export function createDirectory(connection) {
  const { api, users, companyId } = connection;
  const readPage = api === "v1" ? pageOfList(connection) : pageOfSearch(connection);
  const company = api === "v1" || !companyId ? {} : { companyId };
  return {
    /**
     * One page of users.
     * @param {View} view
     * @param {AbortSignal} signal
     * @param {boolean} [isFresh] false allows an answer from memory, where the version makes the page filter by itself
     * @returns {Promise<{ users: object[], count: number | undefined }>}
     */
    page: readPage,
    /** One user with everything, permissions included (lists may leave them out). */
    get: (userId, signal) => users.get(userId, { signal }),
    create: (draft) => users.create({ ...company, ...createInput(draft, api) }),
    /**
     * Sends what the form changed, on top of what others have changed since it was opened: the user is read again just before, because
     * permissions and locations travel whole. Resolves to false, and sends nothing, when the form changed nothing.
     */
    async update(user, draft) {
      if (changesBetween(user, draft, api) === null) return false;
      const fresh = await users.get(user.id);
      const changes = changesBetween(fresh, rebased(draft, user, fresh), api);
      if (changes !== null) await users.update(user.id, { ...company, ...changes });
      return true;
    },
    /** @returns {Promise<{ isQueued: boolean }>} whether the user is still there for some minutes */
    async delete(userId) {
      await users.delete(userId);
      return { isQueued: api !== "v1" };
    },
  };
}

/** v2 and v3 search and page on the server. */
function pageOfSearch({ users }) {
  return ({ query, role, locationId, skip }, signal) => {
    const wanted = Object.entries({ query: query.trim(), role, locationId }).filter(([, value]) => value !== "");
    return users.search({ ...Object.fromEntries(wanted), skip, limit: PAGE_SIZE }, { signal });
  };
}

/** v1 only lists: one answer holds everyone, and is searched here. */
function pageOfList({ users, keyKind }) {
  let everyone = null;
  return async ({ query, role, locationId, skip }, signal, isFresh = true) => {
    if (isFresh || everyone === null) {
      const list = keyKind === "location" ? users.listOwnLocation({ signal }) : users.list({}, { signal });
      everyone = (await list).users;
    }
    const found = everyone.filter((user) => matches(user, query.trim().toLowerCase(), role, locationId));
    return { users: found.slice(skip, skip + PAGE_SIZE), count: found.length };
  };
}

function matches(user, query, role, locationId) {
  const text = [user.name, user.firstName, user.lastName, user.email, user.phone].join(" ").toLowerCase();
  return text.includes(query)
    && (role === "" || user.roles?.role === role)
    && (locationId === "" || (user.roles?.locationIds ?? []).includes(locationId));
}
