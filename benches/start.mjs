/** How long it takes from importing a package to its first request: in a fresh Node, and in a fresh isolate of workerd. */

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { ratios, section, table, target, times } from "./lab/markdown.mjs";
import { BARE, OFFICIAL, OURS, PEERS } from "./lab/peers.mjs";
import { median, takeTurns } from "./lab/rounds.mjs";
import { aUser } from "./lab/sandbox.mjs";
import { STUBBED } from "./lab/stub.mjs";
import { user } from "./lab/user.mjs";

const ROUNDS = { node: 15, workerd: 15 };
const WARM_UP = 2;
const SHARE = 0.1;
/** What of it takes how long. */
const PHASES = {
  "the import": "importMs",
  "the first client: the WebAssembly is unpacked, compiled and started": "clientMs",
  "the first call, until it calls `fetch`": "callMs",
};
const LAB = join(import.meta.dirname, "lab");
const write = (ms) => `${ms.toFixed(1)} ms`;

const run = promisify(execFile);
const there = await aUser();

section(
  "From import to the first request",
  `Medians, subjects in turn, ${ROUNDS.node} fresh processes of Node each. The clock starts before the import: Node's own start is ` +
    "not in it. *Stubbed* ends when the client calls `fetch`, or axios its adapter: what the package itself takes. *Answered* " +
    "ends when the user is there, from a native server on loopback: with what Node takes to load its own `fetch`.",
);
const STUB = { server: STUBBED, id: user(1).id, text: JSON.stringify(user(1)) };
const stubbed = await nodes("requestMs", STUB);
console.log("Node, stubbed:\n");
table(["", "of HighLevel's own SDK", "time", "spread"], ratios(stubbed, write, OFFICIAL));
const answered = await nodes("answerMs", there);
console.log("\nNode, answered:\n");
table(["", "of HighLevel's own SDK", "time", "spread"], ratios(answered, write, OFFICIAL));
const part = median(stubbed[OURS]) / median(stubbed[OFFICIAL]);
target("Node, at most a tenth of HighLevel's own SDK", part <= SHARE, `${times(part)}, stubbed`);

console.log("\nOurs, stubbed:\n");
const phases = [];
for (const [phase, figure] of Object.entries(PHASES)) {
  phases.push([phase, write(median((await nodes(figure, STUB, [OURS]))[OURS]))]);
}
table(["", "time"], phases);

const { measured, failures } = await isolates();
console.log(
  `\nworkerd, ${ROUNDS.workerd} fresh isolates each: from the order to start a Worker to the request that it sends, with the hop to ` +
    "Node, where that arrives:\n",
);
table(["", "of bare `fetch`", "time", "spread"], ratios(measured, write, BARE));
for (const [name, message] of Object.entries(failures)) console.log(`\n${name} does not run there: ${message}`);
if (measured[OFFICIAL]) {
  const [share, floor] = [OURS, BARE].map((name) => median(measured[name]) / median(measured[OFFICIAL]));
  const reached = `${times(share)}, where bare \`fetch\`, which is little more than the Worker's own start, takes ${times(floor)}`;
  target("workerd, at most a tenth of HighLevel's own SDK", share <= SHARE, reached);
}

/** Fresh processes of peers. @param {string} figure - One of those that `starter.mjs` prints. */
function nodes(figure, task, names = Object.keys(PEERS)) {
  const start = (name) => async () => {
    const program = [join(LAB, "starter.mjs"), JSON.stringify({ name, ...task })];
    const { stdout } = await run(process.execPath, program);
    return JSON.parse(stdout)[figure];
  };
  const subjects = Object.fromEntries(names.map((name) => [name, start(name)]));
  return takeTurns(subjects, { rounds: ROUNDS.node, warmUp: WARM_UP });
}

/** Fresh isolates of every peer that runs in workerd, and why the others do not. */
async function isolates() {
  let arrived;
  const NETWORK = () => {
    arrived ??= performance.now();
    return Response.json({ id: "u1" });
  };
  const wasm = createRequire(import.meta.url).resolve("ghl-users/ghl_users_bg.wasm");
  const flare = new Miniflare({
    compatibilityDate: "2026-04-01",
    modules: true,
    script: readFileSync(join(LAB, "loader.mjs"), "utf8"),
    workerLoaders: { LOADER: {} },
    dataBlobBindings: { WASM: wasm },
    serviceBindings: { NETWORK },
  });
  let count = 0;
  const subjects = {};
  const failures = {};
  for (const name of Object.keys(PEERS)) {
    const code = await bundle(PEERS[name]);
    subjects[name] = async () => {
      arrived = undefined;
      const start = performance.now();
      const body = JSON.stringify({ code, name: `worker ${count++}` });
      const reply = await flare.dispatchFetch("http://worker.example.com", { method: "POST", body });
      const answer = await reply.text();
      if (answer !== "u1") throw new Error(answer.split("\n")[0]);
      return arrived - start;
    };
    const failure = await subjects[name]().then(() => undefined, String);
    if (failure === undefined) continue;
    failures[name] = failure;
    delete subjects[name];
  }
  const measured = await takeTurns(subjects, { rounds: ROUNDS.workerd, warmUp: WARM_UP });
  await flare.dispose();
  return { measured, failures };
}

/** A Worker's one file, bundled as wrangler does it. @param {string} peer */
async function bundle(peer) {
  const { outputFiles } = await build({
    entryPoints: [join(LAB, "worker.mjs")],
    alias: { PEER: join(LAB, `peers/${peer}.mjs`) },
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker", "browser"],
    external: ["*.wasm"],
    logLevel: "error",
    // HighLevel's own SDK is CommonJS, and asks for Node's modules with `require`.
    banner: peer === "official" ? { js: 'import { createRequire } from "node:module";const require=createRequire("/");' } : {},
  });
  return outputFiles[0].text;
}
