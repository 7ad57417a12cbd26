/** What the program about calendars has to report. */

import { BAD, INVALID, NOT_FOUND, UNFIT } from "./refusals.mjs";

const appointments = {
  free: [9, 10, 11],
  less: [11],
  moved: ["confirmed", 11, "Green tea"],
  events: [true],
  closed: ["Closed"],
  renamed: "Cleaning",
  notes: { changed: "Uno", listed: { sizes: [2, 1], distinct: 3 }, succeeded: true, left: 2 },
  deleted: [true, true],
  refused: { late: INVALID, nobody: BAD, word: INVALID, whose: INVALID, unknown: NOT_FOUND },
};

const groups = {
  before: ["First visits", "Regulars"],
  slugs: [true, false],
  changed: { name: "Fine tea", slug: "tea" },
  asleep: [true, false],
  succeeded: true,
  missing: INVALID,
  gone: NOT_FOUND,
};

const notifications = {
  created: ["reminder", "followup"],
  changed: [true, false, "Soon"],
  listed: 2,
  succeeded: true,
  word: INVALID,
};

const resources = {
  rooms: ["Blue room", "Green room"],
  capacities: [9, 9],
  succeeded: true,
  gone: NOT_FOUND,
  created: { name: "Tea room", resourceType: "rooms", capacity: 8 },
  word: INVALID,
  missing: INVALID,
};

export const calendars = {
  before: ["Introduction", "Consultation", "Check-up", "Follow-up"],
  created: { name: "Tastings", slotDuration: 60, locationId: "hD3kPz8WmVq1TyB6nGfR" },
  changed: { name: "Tea tastings", description: "Three cups" },
  hours: [{ daysOfTheWeek: [1, 2, 3, 4, 5], hours: [{ openHour: 9, openMinute: 0, closeHour: 12, closeMinute: 0 }] }],
  appointments,
  parts: { groups, notifications, resources },
  succeeded: true,
  refused: { missing: INVALID, inside: INVALID, gone: NOT_FOUND, unknown: NOT_FOUND, agency: UNFIT },
};
