/** Many calls at a server that enforces its limit: how close to the schedule that the limit allows. */

import { mock } from "node:test";
import { HighLevel } from "ghl-users";
import { grouped, section, table, times } from "./lab/markdown.mjs";
import { load, OURS, PEERS } from "./lab/peers.mjs";
import { STUBBED } from "./lab/stub.mjs";
import { page } from "./lab/user.mjs";

const LIMIT = { requests: 100, perMs: 10_000 };
const CALLS = 1_000;
const USERS = 10_000;
const PAGE = 100;
const STEP_MS = 10;
const NOW = Date.UTC(2026, 10, 22, 9, 30);

section(
  "At a server that enforces 100 requests per 10 s",
  "In virtual time: the clock and `setTimeout` are simulated in steps of " +
    `${STEP_MS} ms, the network takes none, and the server refuses with 429 what is too much in any 10 s; it names neither its ` +
    "limit nor when to come back. Our client paces with its defaults, the others do not pace. So the figures are exact, and " +
    "the same on every machine.",
);
const pages = await iterated();
// The last page is empty, since nothing says that the one before it was the last.
const idealPages = idealMs(USERS / PAGE + 1);
console.log(`Iterating over ${grouped(USERS)} users, ${PAGE} a page:\n`);
const ended = ({ users, refused }) => [grouped(users), grouped(refused)];
table(
  ["", "of the ideal", "virtual time", "users", "answers 429"],
  [
    ["ideal schedule", times(1), seconds(idealPages), grouped(USERS), 0],
    [OURS, times(pages.ms / idealPages), seconds(pages.ms), ...ended(pages)],
  ],
);

console.log(`\n${grouped(CALLS)} \`users.get\` at once:\n`);
const ideal = idealMs(CALLS);
const rows = [["ideal schedule", times(1), seconds(ideal), grouped(CALLS), 0]];
for (const name of Object.keys(PEERS)) {
  const { ms, done, refused } = await parallel(name);
  const ratio = done === CALLS ? times(ms / ideal) : "–";
  rows.push([name, ratio, seconds(ms), grouped(done), grouped(refused)]);
}
table(["", "of the ideal", "virtual time", "calls done", "answers 429"], rows);

/** When the last of some requests may leave: the first hundred go at once, and then a hundred every ten seconds. */
function idealMs(requests) {
  return Math.floor((requests - 1) / LIMIT.requests) * LIMIT.perMs;
}

async function iterated() {
  const server = strictServer((url) => page(...sliceOf(url)));
  begin(server);
  const ghl = new HighLevel({ ...STUBBED, companyId: "c1", timeoutMs: 86_400_000 });
  let users = 0;
  const ms = await drained(
    (async () => {
      for await (const _ of ghl.users.search({ limit: PAGE })) users++;
    })(),
  );
  return { ms, users, refused: server.refused };
}

function sliceOf(url) {
  const skip = Number(new URL(url).searchParams.get("skip") ?? 0);
  return [Math.min(PAGE, USERS - skip), skip];
}

/** @param {string} name */
async function parallel(name) {
  const connect = await load(name);
  const server = strictServer(() => ({ id: "u1" }));
  begin(server);
  const get =
    name === OURS ? defaultClient() : connect({ ...STUBBED, adapter: (config) => adapted(server, config) });
  const calls = Promise.allSettled(Array.from({ length: CALLS }, () => get("u1")));
  const ms = await drained(calls);
  const done = (await calls).filter(({ status, value }) => status === "fulfilled" && value.id === "u1").length;
  return { ms, done, refused: server.refused };
}

/** With the limit that it has by default, which the other programs of this folder raise. */
function defaultClient() {
  const ghl = new HighLevel({ ...STUBBED, timeoutMs: 86_400_000 });
  return (userId) => ghl.users.get(userId);
}

/** Counts what arrives in any stretch of `perMs`, and refuses what is too much. @param {(url: string) => object} answer */
function strictServer(answer) {
  const arrivals = [];
  const server = {
    refused: 0,
    /** @param {string} url */
    visit(url) {
      const now = Date.now();
      while (arrivals[0] <= now - LIMIT.perMs) arrivals.shift();
      arrivals.push(now);
      if (arrivals.length <= LIMIT.requests) return { status: 200, body: answer(url) };
      server.refused++;
      return { status: 429, body: { message: "Too Many Requests" } };
    },
  };
  return server;
}

/** Starts virtual time, with `fetch` answered by the server. */
function begin(server) {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: NOW });
  globalThis.fetch = async (request) => {
    const { status, body } = server.visit(request.url ?? request);
    return Response.json(body, { status });
  };
}

/** What axios's adapter would make of an answer. */
async function adapted(server, config) {
  const { status, body } = server.visit(config.url);
  const response = { data: JSON.stringify(body), status, statusText: "", headers: {}, config, request: {} };
  if (config.validateStatus(status)) return response;
  throw Object.assign(new Error(`status ${status}`), { isAxiosError: true, config, response });
}

/** Lets virtual time pass until a promise is settled; gives the milliseconds it took, to the next step. */
async function drained(promise) {
  const start = Date.now();
  let open = true;
  const end = promise.finally(() => (open = false));
  for (;;) {
    // What needs no timer comes first: it takes no virtual time.
    for (let n = 0; n < 3; n++) await new Promise(setImmediate);
    if (!open) break;
    mock.timers.tick(STEP_MS);
  }
  await end;
  return Date.now() - start;
}

function seconds(ms) {
  return `${grouped(ms / 1_000, 2)} s`;
}
