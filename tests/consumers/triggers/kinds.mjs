/** What is watched in these tests: a row per way in which a trigger remembers. */

/**
 * @typedef {object} Kind
 * @property {string} operation
 * @property {object} input - With pages that are small, so that a few things make many.
 * @property {readonly string[]} on
 * @property {string} [date] - The field that events are in order of.
 * @property {boolean} [isAtOnce] - Whether its list shows at once what has happened, and not a while later.
 */

/** @type {Record<string, Kind>} */
export const KINDS = {
  "what is added to an ordered list": { operation: "contacts.search", input: { pageLimit: 7 }, on: ["added"], date: "dateAdded" },
  "what is added and changed in an ordered list": {
    operation: "contacts.search",
    input: { pageLimit: 7 },
    on: ["added", "changed"],
    date: "dateUpdated",
  },
  "what is added and changed in a list with dates": {
    operation: "businesses.list",
    input: { limit: 9 },
    on: ["added", "changed"],
    date: "updatedAt",
  },
  "what comes, changes and goes in a list without dates": {
    operation: "users.search",
    input: { companyId: "c", limit: 20 },
    on: ["added", "changed", "removed"],
    isAtOnce: true,
  },
  "what comes to a list without dates": { operation: "users.search", input: { companyId: "c", limit: 20 }, on: ["added"], isAtOnce: true },
  "slots that come and go": { operation: "calendars.freeSlots", input: {}, on: ["added", "removed"], isAtOnce: true },
};
