/**
 * What checking 1,000 users costs beside `JSON.parse` alone, and beside zod 4 with the same shape.
 *
 *     node benches/validate.mjs [users]
 *
 * The three take turns, so that whatever else the machine does falls on all of them, and none clears away what another
 * left; what is printed are medians. The check has to stay within 1.5 times `JSON.parse`.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { z } from "zod";

const SOURCES = join(import.meta.dirname, "../pkg-template/src");
const ROUNDS = 60;
const WARM_UP = 15;
const LIMIT = 1.5;

/** The documented names, as the generated types have them; live answers have a dozen more permissions. */
const types = readFileSync(join(SOURCES, "generated/types.ts"), "utf8");
const SCOPES = [...types.match(/export type UserScope =([^;]+);/)[1].matchAll(/"(.+?)"/g)].map(([, word]) => word);
const DOCUMENTED = [...types.match(/export interface Permissions \{([^}]+)\}/)[1].matchAll(/^  (\w+)\?:/gm)];
const PERMISSIONS = [...DOCUMENTED.map(([, name]) => name), ...Array.from({ length: 12 }, (_, index) => `undocumented${index}Enabled`)];

const { ANSWERS, checkOf } = await sources();
const count = Number(process.argv[2] ?? 1_000);
const text = JSON.stringify({ users: Array.from({ length: count }, (_, index) => user(index)), count });
const check = checkOf("strict");
const schema = zodOf(ANSWERS["users.search"]);
const response = new Response();

const CONTENDERS = {
  "JSON.parse alone": () => JSON.parse(text),
  'JSON.parse and validate: "strict"': () => check("users.search", { data: JSON.parse(text), response }),
  "JSON.parse and zod 4": () => schema.parse(JSON.parse(text)),
};

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");
const times = Object.fromEntries(Object.keys(CONTENDERS).map((name) => [name, []]));
for (let round = -WARM_UP; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(CONTENDERS)) {
    collectGarbage();
    const start = performance.now();
    run();
    if (round >= 0) times[name].push(performance.now() - start);
  }
}

const alone = median(times["JSON.parse alone"]);
console.log(`${count} users, ${(text.length / 1e6).toFixed(1)} MB; Node ${process.version}; medians of ${ROUNDS}`);
for (const [name, list] of Object.entries(times)) {
  const time = median(list);
  console.log(`${name.padEnd(36)} ${time.toFixed(2).padStart(8)} ms  ${(time / alone).toFixed(2)} x`);
}
if (median(times['JSON.parse and validate: "strict"']) > LIMIT * alone) {
  console.error(`over the limit of ${LIMIT} x`);
  process.exitCode = 1;
}

/** The package's own sources, as a bundle has them. */
async function sources() {
  const contents = 'export { checkOf } from "./validate.js"; export { ANSWERS } from "./generated/shapes.js";';
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: SOURCES },
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    minify: true,
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** A user as HighLevel sends it: every documented field, 50 permissions, 60 scopes. */
function user(index) {
  const id = `usr${String(index).padStart(17, "0")}`;
  const locationIds = [0, 1, 2].map((place) => `loc${String((index + place) % 97).padStart(17, "0")}`);
  return {
    id,
    name: `Nova${index} Quist`,
    firstName: `Nova${index}`,
    lastName: "Quist",
    email: `nova.quist.${index}@example.com`,
    phone: `+1555010${String(index % 10_000).padStart(4, "0")}`,
    extension: String(index % 100),
    permissions: Object.fromEntries(PERMISSIONS.map((name, place) => [name, (index + place) % 3 > 0])),
    scopes: SCOPES.slice(0, 60),
    scopesAssignedToOnly: SCOPES.slice(0, 10),
    roles: { type: "account", role: index % 5 ? "user" : "admin", locationIds, restrictSubAccount: false },
    deleted: false,
    lcPhone: Object.fromEntries(locationIds.map((location) => [location, "+15550100200"])),
    platformLanguage: "en_US",
    traceId: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    dateAdded: "2026-01-02T03:04:05.678Z",
    dateUpdated: "2026-02-03T04:05:06.789Z",
  };
}

/** The same shape for zod: what is not required may be absent or null, and unknown fields are kept. */
function zodOf(kind) {
  if (typeof kind === "string") return z[kind]();
  if (kind.members) return z.record(z.string(), zodOf(kind.members).nullable());
  if (kind.items) return kind.orOne ? z.union([zodOf(kind.items), z.array(zodOf(kind.items))]) : z.array(zodOf(kind.items));
  const fields = Object.entries(kind.fields).map(([name, field]) => {
    const type = zodOf(field);
    return [name, kind.required.includes(name) ? type : type.nullish()];
  });
  return z.looseObject(Object.fromEntries(fields));
}

function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
