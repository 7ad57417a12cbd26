/** What nobody can mean, and what `poll` says of it: the code, and the words. Nothing is sent. */

const SEARCH = "contacts.search";
const NO_OPERATION = 'that reads: expected one such as "users.search"';
const ON = 'expected an array of what can be told here: "added", "changed"';
const SINCE = 'expected "now", "all" or a Date';
const STATE = "expected a store, with get and set";

/** @typedef {[what: string, given: any[], said: string]} Mistake - What `poll` is given besides the client, and the words. */

/** @type {Mistake[]} - The code is `invalid_input`. */
export const INPUTS = [
  ["an operation that is misspelt", ["contact.search"], `poll: there is no operation "contact.search" ${NO_OPERATION}`],
  ["an operation that writes", ["contacts.create"], `poll: there is no operation "contacts.create" ${NO_OPERATION}`],
  ["a member of all objects", ["constructor"], `poll: there is no operation "constructor" ${NO_OPERATION}`],
  ["no operation", [undefined], 'poll: what to watch is missing: expected an operation such as "users.search", or a source'],
  ["a method", [() => []], 'poll: what to watch is a function: expected an operation such as "users.search", or a source'],
  ["an id in the place of the input", ["contacts.get", "c1"], "contacts.get: the input is a string: expected an object, or a function"],
  ["a list in the place of the input", [SEARCH, []], "contacts.search: the input is an array: expected an object, or a function"],
];

/** @type {Mistake[]} - The code is `invalid_config`. */
export const OPTIONS = [
  ["what a list cannot tell", [SEARCH, {}, { on: ["removed"] }], `contacts.search: "on" is an array: ${ON}`],
  ["nothing to tell", [SEARCH, {}, { on: [] }], `contacts.search: "on" is an array: ${ON}`],
  ["a word in the place of a list", [SEARCH, {}, { on: "added" }], `contacts.search: "on" is a string: ${ON}`],
  ["a date as text", [SEARCH, {}, { since: "2026-11-30" }], `contacts.search: "since" is a string: ${SINCE}`],
  ["no date", [SEARCH, {}, { since: new Date(NaN) }], `contacts.search: "since" is an instance of Date: ${SINCE}`],
  [
    "a date where there are none",
    ["calendars.list", {}, { since: new Date() }],
    'calendars.list: "since" is a date, and the items have none: expected "now" or "all"',
  ],
  ["a path in the place of a store", [SEARCH, {}, { state: "file.json" }], `contacts.search: "state" is a string: ${STATE}`],
  ["half a store", [SEARCH, {}, { state: { get() {} } }], `contacts.search: "state" is an object: ${STATE}`],
  [
    "an overlap that is none",
    [SEARCH, {}, { overlapMs: -1 }],
    'contacts.search: "overlapMs" is a number: expected a whole number of milliseconds from 0 to 86,400,000',
  ],
  ["no page", [SEARCH, {}, { maxPages: 0 }], 'contacts.search: "maxPages" is a number: expected a whole number from 1'],
  ["an option that is misspelt", [SEARCH, {}, { onn: [] }], 'contacts.search: there is no option "onn"'],
  [
    "a function without a name",
    [SEARCH, () => ({})],
    'contacts.search: "name" is missing: expected a text, since the input is a function',
  ],
  ["no options", [SEARCH, {}, null], "contacts.search: the options are null: expected an object"],
];

const SOURCE = { name: "records", read: async () => [{ id: "a" }], items: (answer) => answer, id: ({ id }) => id };

/** @type {Mistake[]} - The code is `invalid_config`. */
export const SOURCES = [
  ["a source without a name", [{ ...SOURCE, name: "" }], 'poll: "name" is an empty string: expected a text'],
  ...["read", "items", "id"].map((name) => [
    `a source without ${name}`,
    [{ ...SOURCE, [name]: undefined }],
    `poll: "${name}" is missing: expected a function`,
  ]),
  ["a field in the place of a function", [{ ...SOURCE, added: "dateAdded" }], 'poll: "added" is a string: expected a function'],
  ["an order that is none", [{ ...SOURCE, newestFirst: "id" }], 'poll: "newestFirst" is a string: expected "added" or "updated"'],
  ["a misspelt function", [{ ...SOURCE, ids: () => "a" }], 'poll: there is no option "ids"'],
  [
    "what has gone, of a list that is not read whole",
    [{ ...SOURCE, added: () => 0, next: () => 1 }, {}, { on: ["removed"] }],
    'records: "on" is an array: expected an array of what can be told here: "added"',
  ],
];

/** @type {Mistake[]} - Seen when it is polled. The code is `unexpected_response`. */
export const ANSWERS = [
  ["a source that reads nothing", [{ ...SOURCE, read: async () => undefined }], 'records: what "items" gave is missing: expected an array'],
  ["items that are no list", [{ ...SOURCE, items: () => ({}) }], 'records: what "items" gave is an object: expected an array'],
  ["an item without an id", [{ ...SOURCE, id: () => undefined }], "records: the id of an item is missing: expected a text"],
  ["an id that is a number", [{ ...SOURCE, id: () => 7 }], "records: the id of an item is a number: expected a text"],
  ["an id that is empty", [{ ...SOURCE, id: () => "" }], "records: the id of an item is an empty string: expected a text"],
  ["an item without its date", [{ ...SOURCE, added: () => undefined }], "records: an item does not say when it was added"],
  ["a date that is none", [{ ...SOURCE, added: () => new Date(NaN) }], "records: an item does not say when it was added"],
  [
    "pages without an end",
    [{ ...SOURCE, next: () => 1 }],
    "records: the list repeats itself, or moves faster than it can be read",
  ],
];

const GAVE = "expected a value with a version, or undefined";
const stored = (value) => ({ get: async () => value, set: async () => "1" });

/** @type {Mistake[]} - Seen when it is polled. The code is `invalid_config`. */
export const STORES = [
  ["a store that gives null", [SOURCE, {}, { state: stored(null) }], `records: the store's "get" gave null: ${GAVE}`],
  ["a store that gives texts", [SOURCE, {}, { state: stored("{}") }], `records: the store's "get" gave a string: ${GAVE}`],
  ["a store that gives what was put there", [SOURCE, {}, { state: stored({ form: 1 }) }], `records: the store's "get" gave an object: ${GAVE}`],
];

/** Mistakes in what a trigger is asked: `[what, ask, said]`. The code is `invalid_input`. */
export const ASKED = [
  ["no event at all", (trigger) => trigger.once({ max: 0 }), '"max" is a number: expected a whole number from 1'],
  ["a signal that is none", (trigger) => trigger.once({ signal: {} }), '"signal" is an object: expected an AbortSignal'],
  ["a misspelt field", (trigger) => trigger.once({ maximum: 1 }), 'there is no field "maximum"'],
  ["no sample", (trigger) => trigger.sample(0), '"count" is a number: expected a whole number from 1'],
  [
    "a poll each second",
    async (trigger) => trigger.events({ everyMs: 1_000 }),
    '"everyMs" is a number: expected a whole number of milliseconds from 60000 to 86,400,000',
  ],
  ["a listener that is none", async (trigger) => trigger.events({ onFailure: "log" }), '"onFailure" is a string: expected a function'],
];
