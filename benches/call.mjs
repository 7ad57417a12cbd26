/** What a call costs the processor when the network costs nothing. */

import { startCallers } from "./lab/callers.mjs";
import { grouped, ratios, section, table, target, times } from "./lab/markdown.mjs";
import { BARE, OFFICIAL, OURS } from "./lab/peers.mjs";
import { mapValues, median, takeTurns } from "./lab/rounds.mjs";
import { STUBBED } from "./lab/stub.mjs";
import { user } from "./lab/user.mjs";

const ROUNDS = 20;
const WARM_UP = 5;
const CALLS = 1_000;
const LIMIT = 1.5;

const { id, name, email, roles } = user(1);
const small = JSON.stringify({ id, name, email, roles });
const whole = JSON.stringify(user(1));

section(
  "A call, network stubbed",
  "CPU time of one `users.get`, one after the other, garbage collection and compiling included; each subject in a process " +
    `of its own. Medians of ${ROUNDS} rounds of ${grouped(CALLS)} calls, subjects in turn; the spread is the middle half of the ` +
    "rounds. `fetch` is a function that makes a `Response`, which bare `fetch` pays, too; axios, inside HighLevel's own SDK, gets an adapter that makes none.",
);
const rows = {};
for (const text of [small, whole]) {
  rows[text] = await measure(text);
  console.log(`A user of ${grouped(text.length)} bytes:\n`);
  table(["", "of bare `fetch`", "CPU time", "spread"], ratios(rows[text], (us) => `${us.toFixed(1)} µs`));
  console.log();
}
const [ours, bare, official] = [OURS, BARE, OFFICIAL].map((name) => median(rows[small][name]));
target(`at most ${LIMIT} times bare \`fetch\``, ours <= LIMIT * bare, `${times(ours / bare)}, the smaller user`);
target("less than HighLevel's own SDK", ours < official, `${times(ours / official)} of it, the smaller user`);

/** What a call costs each peer, in rounds. */
async function measure(text) {
  const { call, stop } = await startCallers({ server: STUBBED, id, text });
  const subjects = mapValues(call, (run) => async () => (await run({ calls: CALLS, inFlight: 1 })).cpuUs);
  const measured = await takeTurns(subjects, { rounds: ROUNDS, warmUp: WARM_UP });
  stop();
  return measured;
}
