/** How long an engine takes to learn the rows of a resource: once, when it is used first. */

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { grouped, section, table, target } from "./lab/markdown.mjs";
import { median } from "./lab/rounds.mjs";

const ROUNDS = 15;
const LIMIT_MS = 1;

section(
  "Learning rows",
  `What an engine takes to read the pack of a resource, when it is used first, in a process of its own. Medians of ${ROUNDS}.`,
);
const learned = new Map();
for (let round = 0; round < ROUNDS; round += 1) {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, "lab/learner.mjs")]);
  for (const { resource, characters, ms } of JSON.parse(stdout)) {
    const { times } = learned.get(resource) ?? learned.set(resource, { characters, times: [] }).get(resource);
    times.push(ms);
  }
}
const rows = [...learned].map(([resource, { characters, times }]) => ({ resource, characters, ms: median(times) }));
table(
  ["", "characters", "time"],
  rows.map(({ resource, characters, ms }) => [resource, grouped(characters), `${ms.toFixed(2)} ms`]),
);
const [largest] = rows.toSorted((a, b) => b.characters - a.characters);
target(`the largest, less than ${LIMIT_MS} ms`, largest.ms < LIMIT_MS, `${largest.ms.toFixed(2)} ms`);
