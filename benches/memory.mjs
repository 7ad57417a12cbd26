/** What is left in memory after many calls. A WebAssembly memory can only grow. */

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { grouped, section, table } from "./lab/markdown.mjs";
import { BARE, OURS } from "./lab/peers.mjs";
import { STUBBED } from "./lab/stub.mjs";
import { user } from "./lab/user.mjs";

const MARKS = [1_000, 10_000, 100_000];
const IN_FLIGHT = 50;

section(
  "Memory",
  `After calls of \`users.get\`, network stubbed, ${IN_FLIGHT} at a time, each subject in a process of its own: the ` +
    "WebAssembly's memory, and what JavaScript's heap has more than before the first call, after garbage collection.",
);
const rows = [];
for (const name of [BARE, OURS]) {
  const task = { name, server: STUBBED, id: user(1).id, text: JSON.stringify(user(1)), marks: MARKS, inFlight: IN_FLIGHT };
  const program = [join(import.meta.dirname, "lab/keeper.mjs"), JSON.stringify(task)];
  const { stdout } = await promisify(execFile)(process.execPath, program);
  for (const { calls, wasm, heap } of JSON.parse(stdout)) {
    rows.push([name, grouped(calls), wasm ? `${grouped(wasm / 1024)} KiB` : "–", `${grouped(heap / 1024)} KiB`]);
  }
}
table(["", "calls", "WebAssembly", "heap, grown by"], rows);
