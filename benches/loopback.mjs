/** What a call takes when there is a server, on the same machine. */

import { startCallers } from "./lab/callers.mjs";
import { grouped, ratios, section, table, target, times } from "./lab/markdown.mjs";
import { BARE, OURS } from "./lab/peers.mjs";
import { mapValues, median, takeTurns } from "./lab/rounds.mjs";
import { aUser } from "./lab/sandbox.mjs";

const PLANS = [
  { calls: 50, inFlight: 1, figure: "latencyUs", what: "Time of a call" },
  { calls: 250, inFlight: 50, figure: "wallUs", what: "Time of all calls, divided by their number" },
];
const TURNS = { rounds: 20, warmUp: 4 };
/** A client lives long: what it does often enough, the runtime has compiled. */
const WARM_UP = { calls: 3_000, inFlight: 50 };
const LIMIT = 1.1;

section(
  "A call over loopback",
  `\`users.get\` from a native server on this machine, which is the sandbox. Each subject, in a process of its own, ` +
    `has made ${grouped(WARM_UP.calls)} calls before. Medians of ${TURNS.rounds} rounds, in turn; the spread is the middle half of the rounds.`,
);
const { call, stop } = await startCallers(await aUser());
for (const run of Object.values(call)) await run(WARM_UP);
for (const { calls, inFlight, figure, what } of PLANS) {
  const subjects = mapValues(call, (run) => async () => (await run({ calls, inFlight }))[figure]);
  const measured = await takeTurns(subjects, TURNS);
  console.log(`${inFlight} in flight. ${what}, in rounds of ${calls}:\n`);
  table(["", "of bare `fetch`", "time", "spread"], ratios(measured, (us) => `${us.toFixed(0)} µs`));
  const ratio = median(measured[OURS]) / median(measured[BARE]);
  target(`${inFlight} in flight, at most ${LIMIT} times bare \`fetch\``, ratio <= LIMIT, times(ratio));
  console.log();
}
stop();
