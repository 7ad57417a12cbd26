/** Does the engine's memory stay what it is after a while? A WebAssembly memory can only grow. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { install } from "../consumers/install.mjs";
import { inParallel, outcomeOf, tally } from "./outcome.mjs";

const consumer = install();
const wasm = readFileSync(consumer.require.resolve("ghl-users/ghl_users_bg.wasm"));
const TOKEN = "pit-00000000-0000-4000-8000-000000000000";
const PARALLEL = 100;
const SHORT_MS = 20;

/** A copy of the package with an engine of its own, and the memory of that. */
function freshEngine() {
  const { Instance } = WebAssembly;
  const instances = [];
  WebAssembly.Instance = class extends Instance {
    constructor(...parts) {
      super(...parts);
      instances.push(this);
    }
  };
  const path = consumer.require.resolve("ghl-users/slim");
  delete consumer.require.cache[path];
  const slim = consumer.require(path);
  slim.initSync(wasm);
  WebAssembly.Instance = Instance;
  assert.equal(instances.length, 1);
  const memory = Object.values(instances[0].exports).find((thing) => thing instanceof WebAssembly.Memory);
  return { HighLevel: slim.HighLevel, pages: () => memory.buffer.byteLength / 65_536 };
}

const users = Array.from({ length: 10 }, (_, n) => ({
  id: `u${n}`,
  email: `u${n}@example.com`,
  permissions: { a: true },
}));
const never = (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

/** What `fetch` does, and how the call that meets it ends. */
const WEATHER = [
  ...Array(20).fill(["done", () => Response.json({ users, count: 10 })]),
  ["server", () => new Response("<h1>oops</h1>".repeat(50), { status: 500 })],
  ["network", () => Promise.reject(new TypeError("fetch failed", { cause: new Error("ECONNRESET") }))],
  ["network", () => Promise.reject("not even an error")],
  ["rejected", () => Response.json({ message: ["a must be a string", "b must be a string"] }, { status: 422 })],
  ["unexpected_response", () => new Response('{"users":[{"id":')],
  ["unexpected_response", () => new Response("x".repeat(20_000), { headers: { "content-type": "application/json" } })],
  ["timeout", (signal) => never(signal), { timeoutMs: SHORT_MS }],
  ["aborted", (signal) => never(signal), { signal: () => AbortSignal.timeout(SHORT_MS) }],
  ["aborted", () => Response.json({}), { signal: () => AbortSignal.abort("at once") }],
];

/** The id tells the stub which answer a call is to meet. */
const answer = (url, { signal }) => WEATHER[Number(/query=u(\d+)/.exec(url)[1])][1](signal);

/** Makes calls through one client, and returns how they ended. */
async function calls(ghl, count, width) {
  const ends = [];
  await inParallel(count, width, async (n) => {
    const place = n % WEATHER.length;
    const [expected, , { signal, ...options } = {}] = WEATHER[place];
    const limits = { ...options, ...(signal && { signal: signal() }) };
    const { error } = await outcomeOf(ghl.users.search({ query: `u${place}` }, limits), 60_000);
    assert.equal(error?.code ?? "done", expected, error?.stack);
    ends.push(expected);
  });
  return ends;
}

test(
  "needs no more memory for 100,000 calls than for 1,000, whatever becomes of them",
  { timeout: 300_000 },
  async (t) => {
    const { HighLevel, pages } = freshEngine();
    const options = { token: TOKEN, companyId: "c1", rateLimit: false, maxRetries: 0, maxResponseBytes: 16_384 };
    const ghl = new HighLevel({ ...options, fetch: async (...request) => answer(...request) });
    // Free memory scatters, how far is a matter of luck: twice as many calls at a time leave room for that.
    await calls(ghl, 1_000, 2 * PARALLEL);
    const before = pages();
    const ends = await calls(ghl, 99_000, PARALLEL);
    t.diagnostic(`${before} pages of 64 KiB, at the end ${pages()}; meanwhile ${tally(ends)}`);
    assert.equal(pages(), before);
  },
);

test("needs no more memory for 20,000 retries and turns than for 1,000", { timeout: 300_000 }, async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const { HighLevel, pages } = freshEngine();
  let sent = 0;
  // Every second request is refused, so that each call is sent twice, and waits for its turn both times.
  const fetch = async () =>
    sent++ % 2 ? Response.json({ id: "u1" }) : Response.json({}, { status: 429, headers: { "retry-after-ms": "1" } });
  const rateLimit = { requests: 50, perMs: 100 };
  const ghl = new HighLevel({ token: TOKEN, rateLimit, fetch, timeoutMs: 86_400_000, maxRetries: 100 });
  const round = async (count) => {
    let open = count;
    for (let n = 0; n < count; n++) ghl.users.get("u1").finally(() => open--);
    while (open > 0) {
      t.mock.timers.tick(100);
      await new Promise(setImmediate);
    }
  };
  await round(1_000);
  const before = pages();
  for (let n = 0; n < 10; n++) await round(1_000);
  t.diagnostic(`${before} pages of 64 KiB, ${sent} requests`);
  assert.equal(pages(), before);
});

test("gives the memory of closed clients back", async () => {
  const { HighLevel, pages } = freshEngine();
  const generation = async () => {
    const clients = Array.from({ length: 200 }, (_, n) => {
      return new HighLevel({
        token: `${TOKEN}${n}`,
        companyId: "c".repeat(500),
        fetch: async () => Response.json({ id: "u1" }),
      });
    });
    await Promise.all(clients.map((ghl) => ghl.users.get("u1")));
    for (const ghl of clients) ghl.close();
  };
  await generation();
  const before = pages();
  for (let n = 0; n < 20; n++) await generation();
  assert.equal(pages(), before);
});
