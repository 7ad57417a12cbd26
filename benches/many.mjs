/** What a call costs the processor when many are under way, or wait, at once. */

import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { grouped, section, table, target, times } from "./lab/markdown.mjs";
import { median } from "./lab/rounds.mjs";

const AT_ONCE = [1_000, 10_000, 100_000];
const ROUNDS = 3;
const LIMIT = 1.5;
const WAYS = {
  bare: "bare `fetch` + `JSON.parse`",
  unlimited: "without a limit",
  wide: "with a limit of a million in 10 s",
  queued: "waiting in the queue",
  beside: "of another client, beside so many that wait",
};

section(
  "Many calls at once",
  "CPU time of one `users.get`, network stubbed, when so many are made at once, each run in a process of its own; medians of " +
    `${ROUNDS} runs, in turn. The queue lets 100 go in 10 ms. Of another client, calls are made one after the other. What so ` +
    "many promises and their garbage cost without a package is in the first row.",
);
const measured = Object.fromEntries(Object.keys(WAYS).map((way) => [way, AT_ONCE.map(() => [])]));
for (let round = 0; round < ROUNDS; round++) {
  for (const way of Object.keys(WAYS)) {
    for (const [place, count] of AT_ONCE.entries()) measured[way][place].push(await cost(way, count));
  }
}
const costs = Object.entries(measured).map(([way, runs]) => [way, runs.map(median)]);
table(
  ["", ...AT_ONCE.map((count) => `${grouped(count)} at once`), "the last of the first"],
  costs.map(([way, list]) => [WAYS[way], ...list.map((us) => `${us.toFixed(1)} µs`), times(list.at(-1) / list[0])]),
);
for (const [way, list] of costs.filter(([way]) => way !== "bare")) {
  const worst = Math.max(...list) / list[0];
  target(`${WAYS[way]}, at most ${LIMIT} times the cost at ${grouped(AT_ONCE[0])}`, worst <= LIMIT, times(worst));
}

async function cost(way, count) {
  const child = fork(join(import.meta.dirname, "lab/crowd.mjs"), [JSON.stringify({ way, count })]);
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`${way}, ${count}: ended with ${code}`)));
  const [us] = await Promise.race([once(child, "message"), ended]);
  ended.catch(() => {});
  return us;
}
