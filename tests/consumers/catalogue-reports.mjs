/** What the programs of `programs/catalogue/` have to report, by what the sandbox has at the start. */

import { calendars } from "./calendar-report.mjs";
import { contacts } from "./contact-report.mjs";
import { BAD, INVALID, NOT_FOUND, NOT_FOR_IT, FORBIDDEN, FOREIGN, UNFIT } from "./refusals.mjs";

const LOCATION = "hD3kPz8WmVq1TyB6nGfR";
const COMPANY = "qM7vZt2LkRw9XcN4bHsA";

const businesses = {
  before: { sizes: [4, 2], distinct: 6 },
  created: { name: "Gull & Gannet", city: "Kiel", locationId: LOCATION },
  changed: { name: "Gull & Gannet", city: "Husum", description: "Boats" },
  same: true,
  listed: true,
  succeeded: true,
  refused: { missing: INVALID, gone: NOT_FOUND, unknown: NOT_FOUND, agency: NOT_FOR_IT, known: UNFIT },
};

const workflows = {
  names: ["New lead", "Appointment reminder", "Missed call", "Birthday", "Review request"],
  own: true,
  refused: { wrong: INVALID, foreign: FOREIGN, agency: UNFIT },
};

const campaigns = {
  names: ["Spring news", "Win back", "Holiday greetings", "Feedback round"],
  drafts: ["Holiday greetings"],
  own: true,
  refused: { wrong: INVALID, foreign: FOREIGN, agency: UNFIT },
};

const snapshots = {
  names: ["Dental practice", "Yoga studio", "Real estate", "Starter kit"],
  types: ["imported", "own"],
  same: true,
  refused: { missing: INVALID, foreign: FORBIDDEN, location: NOT_FOR_IT },
};

const companies = {
  own: true,
  named: "string",
  refused: { empty: INVALID, unknown: FORBIDDEN, location: UNFIT },
};

const locations = {
  found: { sizes: [2, 1], distinct: 3 },
  created: { name: "Quay Bakery", country: "DE", companyId: COMPANY },
  changed: { name: "Quay Café", city: "Kiel" },
  read: { name: "Quay Café", city: "Kiel", country: "DE", settings: { allowDuplicateContact: true } },
  deleted: true,
  itself: [true],
  tags: { names: ["lighthouse", "beacon", "beacon"], succeeded: true, left: 0 },
  values: { values: ["9", "10", "10"], key: "{{ custom_values.opening }}", succeeded: true, left: 0 },
  fields: { every: 6, models: ["contact"], fewer: true },
  refused: { missing: INVALID, gone: FOREIGN, tag: NOT_FOUND, value: INVALID, location: NOT_FOR_IT },
};

const associations = {
  found: { sizes: [2, 1], distinct: 3 },
  ofBusinesses: ["employer_employee"],
  created: { key: "guest_host", firstObjectLabel: "Guest", associationType: "USER_DEFINED" },
  changed: { key: "guest_host", firstObjectLabel: "Visitor" },
  read: { firstObjectLabel: "Visitor", secondObjectLabel: "Host" },
  succeeded: true,
  related: { sizes: [2, 2, 1], distinct: 5 },
  parted: true,
  left: 4,
  refused: { again: BAD, missing: INVALID, unpaged: INVALID, gone: NOT_FOUND, unknown: NOT_FOUND },
};

const blogs = {
  blogs: { sizes: [1, 1], distinct: 2 },
  authors: { sizes: [1, 1], distinct: 2 },
  categories: { sizes: [2, 1], distinct: 3 },
  // Half of the eight that there are, and the new one.
  posts: { sizes: [2, 2, 1], distinct: 5 },
  drafts: true,
  searched: ["High tide"],
  slugs: [false, true, false],
  created: { title: "Low tide", status: "DRAFT", publishedAt: "2026-03-01T00:00:00.000Z", archived: false },
  changed: { title: "High tide", status: "PUBLISHED", urlSlug: "low-tide" },
  refused: { missing: INVALID, word: INVALID, date: INVALID, unknown: NOT_FOUND },
};

const opportunities = {
  pipelines: [["Sales", 4], ["Renewals", 4]],
  found: { sizes: [15, 15, 10], distinct: 40 },
  open: [true, true],
  created: { name: "Harbour tour", status: "open", monetaryValue: 120 },
  of: true,
  begins: true,
  changed: [150, true],
  status: [true, "won"],
  upserted: [false, "Harbour tour II", true],
  filtered: [5, true],
  filteredPages: { sizes: [15, 15, 10], distinct: 40 },
  followers: [["u1", "u2"], ["u2"]],
  succeeded: true,
  refused: { duplicate: BAD, missing: INVALID, word: INVALID, gone: NOT_FOUND, unknown: BAD, agency: UNFIT },
};

const conversations = {
  found: [20, true, 20],
  pages: { sizes: [20, 10], distinct: 30 },
  unread: true,
  sent: [true, true],
  message: ["Hello!", "outbound", "TYPE_SMS"],
  email: ["Tea", "<p>At four?</p>"],
  status: ["read", "read"],
  messages: { sizes: [2, 2, 1], distinct: 5 },
  typing: true,
  call: { sound: ["audio/x-wav", 60, "RIFF"], spoken: 3, text: 3 },
  refused: { missing: INVALID, word: INVALID, unknown: NOT_FOUND, nobody: BAD, silent: BAD, agency: UNFIT },
};

/** By resource. @param {"v2" | "v3"} api */
export const reportsOf = (api) => ({
  contacts: contacts(api),
  calendars,
  opportunities,
  conversations,
  businesses,
  workflows,
  snapshots,
  campaigns,
  locations,
  companies,
  associations,
  blogs,
});
