/** Users as HighLevel sends them: every documented field, 50 permissions, 60 scopes, about 4 KB each. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The documented names are in the package's types. Live answers have a dozen permissions more. */
const dist = dirname(createRequire(import.meta.url).resolve("ghl-users"));
const types = readFileSync(join(dist, "index.d.ts"), "utf8");
const SCOPES = [...types.match(/type UserScope =([^;]+);/)[1].matchAll(/"(.+?)"/g)].map(([, word]) => word);
const DOCUMENTED = [...types.match(/interface Permissions \{([^}]+)\}/)[1].matchAll(/^\s+(\w+)\?:/gm)];
const PERMISSIONS = [
  ...DOCUMENTED.map(([, name]) => name),
  ...Array.from({ length: 12 }, (_, n) => `undocumented${n}Enabled`),
];

/** @param {number} n */
export function user(n) {
  const locationIds = [0, 1, 2].map((place) => idOf("loc", (n + place) % 97));
  return {
    id: idOf("usr", n),
    name: `Nova${n} Quist`,
    firstName: `Nova${n}`,
    lastName: "Quist",
    email: `nova.quist.${n}@example.com`,
    phone: `+1555010${String(n % 10_000).padStart(4, "0")}`,
    extension: String(n % 100),
    permissions: Object.fromEntries(PERMISSIONS.map((name, place) => [name, (n + place) % 3 > 0])),
    scopes: SCOPES.slice(0, 60),
    scopesAssignedToOnly: SCOPES.slice(0, 10),
    roles: { type: "account", role: n % 5 ? "user" : "admin", locationIds, restrictSubAccount: false },
    deleted: false,
    lcPhone: Object.fromEntries(locationIds.map((location) => [location, "+15550100200"])),
    platformLanguage: "en_US",
    traceId: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    dateAdded: "2026-01-02T03:04:05.678Z",
    dateUpdated: "2026-02-03T04:05:06.789Z",
  };
}

/** A page of users, those from `skip` on. @param {number} length */
export function page(length, skip = 0) {
  return { users: Array.from({ length }, (_, n) => user(skip + n)), count: length };
}

const idOf = (kind, n) => `${kind}${String(n).padStart(17, "0")}`;
