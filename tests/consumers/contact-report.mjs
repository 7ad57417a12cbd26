/** What the program about contacts has to report. */

import { BAD, INVALID, NOT_FOR_IT } from "./refusals.mjs";

const parts = {
  tasks: {
    created: ["Call back", true, false],
    changed: { title: "Write back", body: "Kindly" },
    done: [true, true],
    listed: 1,
    succeeded: true,
    left: 0,
  },
  notes: { bodies: ["Likes tea", "Likes coffee", "Likes coffee"], listed: 1, succeeded: true, left: 0 },
  tags: { added: ["vip", "regular"], removed: ["vip"], errors: 1, answers: ["success", "error"], now: ["vip", "storm"] },
  followers: { added: ["u1", "u2"], removed: ["u2"] },
  automation: [true, true, true, true, true],
  appointments: 0,
  missing: ["invalid_input", null],
  unknown: ["rejected", 400],
};

/** @param {"v2" | "v3"} api */
export const contacts = (api) => ({
  found: { sizes: [60, 60, 60, 20], distinct: 200 },
  listed: api === "v2" ? { sizes: [70, 70, 61], distinct: 201 } : null,
  sorted: [180, true],
  created: { firstName: "Ida", email: "ida@example.com", phone: "+4687654321", tags: ["vip"], source: "fair" },
  born: "1990-05-06",
  changed: ["Berg", null, "Lund"],
  twin: [true, null],
  upserted: [false, true, "Malmö", true],
  byEmail: true,
  put: [true, 2],
  members: { sizes: [1, 1], distinct: 2 },
  freed: [true, 1],
  parts,
  removed: true,
  refused: {
    nowhere: INVALID,
    kind: INVALID,
    duplicate: BAD,
    // Of contacts HighLevel says it with a 400.
    gone: BAD,
    unknown: BAD,
    agency: NOT_FOR_IT,
  },
});
