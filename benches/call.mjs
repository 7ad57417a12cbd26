/** What a call costs the processor when the network costs nothing. */

import { startCallers } from "./lab/callers.mjs";
import { grouped, ratios, section, table, target, times } from "./lab/markdown.mjs";
import { BARE, load, OFFICIAL, OURS } from "./lab/peers.mjs";
import { sharesOf } from "./lab/profile.mjs";
import { mapValues, median, takeTurns } from "./lab/rounds.mjs";
import { answerWith, STUBBED } from "./lab/stub.mjs";
import { user } from "./lab/user.mjs";

const ROUNDS = 20;
const WARM_UP = 5;
const CALLS = 1_000;
const LIMIT = 1.6;
const PROFILED = 20_000;
const NAMES = {
  parts: {
    "our WebAssembly": /^wasm:/,
    "our JavaScript, with `JSON.parse`": /\/ghl-users\//,
    "`AbortController` and its signal": /^node:internal\/(abort_controller|event_target)/,
    "`setTimeout` and `clearTimeout`": /^node:(internal\/)?timers/,
    "`Response` and its stream": /^node:internal\/(deps\/undici|webstreams)/,
    "`TextDecoder`": /^node:internal\/encoding/,
  },
  crossing: "from one to the other",
  rest: "the rest",
};

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

console.log(
  "\nWhere the time of ours goes, by a profile. `Response` and its stream are there for bare `fetch`, too; garbage and what " +
    "the profile cannot place are the rest:\n",
);
const shares = Object.entries(await sharesOf(await callsOfOurs(), NAMES)).sort(([, a], [, b]) => b - a);
table(
  ["", "share"],
  shares.map(([part, share]) => [part, `${grouped(share * 100, 1)} %`]),
);

/** What a call costs each peer, in rounds. */
async function measure(text) {
  const { call, stop } = await startCallers({ server: STUBBED, id, text });
  const subjects = mapValues(call, (run) => async () => (await run({ calls: CALLS, inFlight: 1 })).cpuUs);
  const measured = await takeTurns(subjects, { rounds: ROUNDS, warmUp: WARM_UP });
  stop();
  return measured;
}

/** What makes many calls of ours, and has made so many that they are compiled. */
async function callsOfOurs() {
  answerWith(small);
  const get = (await load(OURS))(STUBBED);
  const calls = async () => {
    for (let n = 0; n < PROFILED; n++) await get(id);
  };
  await calls();
  return calls;
}
