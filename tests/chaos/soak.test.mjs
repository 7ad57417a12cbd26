/**
 * Does the engine survive made-up calls, as many as one likes? `GHL_SOAK_CALLS` says how many in one process, `GHL_SOAK_SEED` which.
 *
 * They go through many clients, are answered at random, aborted, closed in the middle, and given odd values.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { install } from "../consumers/install.mjs";
import { dice } from "./dice.mjs";
import { CODES } from "./outcome.mjs";
import { THROWN } from "./thrown.mjs";

const CALLS = Number(process.env.GHL_SOAK_CALLS ?? 60_000);
const SEEDS = process.env.GHL_SOAK_SEED ? [Number(process.env.GHL_SOAK_SEED)] : [20_261_129, 7];
const PARALLEL = 200;
const CLIENTS = 20;
/** Of all the calls: what comes after it needs no more than what came before. */
const WARM_UP = 1 / 3;
/** What the garbage collector and compiled code may leave. */
const SLACK_BYTES = 8 * 1024 * 1024;
const TOKEN = "pit-00000000-0000-4000-8000-000000000000";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");
const memories = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...parts) {
    super(...parts);
    memories.push(...Object.values(this.exports).filter((thing) => thing instanceof WebAssembly.Memory));
  }
};
const { HighLevel } = await install().import("ghl-users");

const ODD = [undefined, null, NaN, -1, 0, 1e300, "", " ", "..", "u\u0000", "\ud800", "é".repeat(300), Symbol("odd"), 10n, [], {}, () => {}, new Date(NaN), new Proxy({}, {})];
const HEADERS = [
  {},
  { "content-type": "text/html" },
  { "retry-after-ms": "1" },
  { "retry-after": "never" },
  { "x-ratelimit-max": "1000000", "x-ratelimit-remaining": "999999", "x-ratelimit-interval-milliseconds": "1" },
];
const BODIES = ['{"id":"u1"}', '{"users":[],"count":0}', "{", "", "null", "[]", '"text"', "<h1>no</h1>", '{"message":["a","b"]}', "x".repeat(5_000)];
const STATUSES = [200, 200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 422, 429, 500, 503];
const throwers = Object.values(THROWN);

/** A `fetch` that does anything. */
const fetchOf =
  ({ below, pick }) =>
  async (_, { signal }) => {
    const what = below(40);
    if (what === 0) throw pick(throwers)("fetch failed");
    if (what === 1) return pick(ODD);
    if (what === 2) return new Promise((_, fail) => signal.addEventListener("abort", () => fail(signal.reason)));
    if (what === 3) return { status: pick(ODD), headers: { get: () => pick(ODD) }, text: async () => pick(ODD) };
    const status = pick(STATUSES);
    if (what === 4) {
      const stream = new ReadableStream({ pull: (it) => (below(3) ? it.enqueue(new Uint8Array(9)) : it.error(pick(ODD))) });
      return new Response(stream, { status: 200 });
    }
    return new Response(status === 204 ? null : pick(BODIES), { status, headers: pick(HEADERS) });
  };

const CALLS_OF = [
  (users, { pick }) => users.get(pick(["u1", "u2"])),
  (users) => users.search({ query: "q" }),
  (users, _, options) => users.get("u1", options),
  (users, { pick }) => users.get(pick(ODD)),
  (users, { pick }) => users.search({ [pick(["limit", "query", "type"])]: pick(ODD) }),
  (users, { pick }) => users.update("u1", { firstName: pick(ODD), lastName: "x" }),
  (users, { pick }) => users.create(pick(ODD)),
  (users, _, options) => users.delete("u1", options),
];

for (const seed of SEEDS) {
  test(`${CALLS} made-up calls in one process, seed ${seed}`, { timeout: 2_000_000_000 }, async (t) => {
    const chance = dice(seed);
    const { below, pick } = chance;
    const clientOf = () =>
      new HighLevel({
        token: pick([TOKEN, () => TOKEN, async () => TOKEN, async () => pick(ODD), () => Promise.reject(new Error("none"))]),
        companyId: "c1",
        fetch: fetchOf(chance),
        rateLimit: pick([false, { requests: 1_000_000, perMs: 1_000 }, { requests: 50, perMs: 1 }]),
        maxRetries: pick([0, 1]),
        timeoutMs: pick([30, 200]),
      });
    const clients = Array.from({ length: CLIENTS }, clientOf);
    const ends = new Map();
    let made = 0;
    const one = async () => {
      const place = below(CLIENTS);
      const controller = new AbortController();
      let end = "done";
      try {
        const call = pick(CALLS_OF)(clients[place].users, chance, { signal: controller.signal });
        if (!below(20)) controller.abort(pick(ODD));
        else if (!below(20)) setImmediate(() => controller.abort(pick(ODD)));
        if (!below(200)) {
          clients[place].close();
          clients[place] = clientOf();
        }
        await call;
      } catch (error) {
        end = error?.code;
        assert.ok(CODES.has(end), `it fails with ${String(end)}: ${error?.stack}`);
      }
      ends.set(end, (ends.get(end) ?? 0) + 1);
    };
    const until = async (count) => {
      const worker = async () => {
        while (made < count) {
          made++;
          await one();
        }
      };
      await Promise.all(Array.from({ length: PARALLEL }, worker));
    };
    const held = async () => {
      for (let n = 0; n < 3; n++) {
        await new Promise(setImmediate);
        collectGarbage();
      }
      return { wasm: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0), heap: process.memoryUsage().heapUsed };
    };
    await until(CALLS * WARM_UP);
    const before = await held();
    await until(CALLS);
    const after = await held();
    t.diagnostic(`WebAssembly ${before.wasm} to ${after.wasm} bytes, heap ${before.heap} to ${after.heap}`);
    t.diagnostic([...ends].sort((a, b) => b[1] - a[1]).map(([end, count]) => `${end} ${count}`).join(", "));
    // A page is what luck may scatter among some hundred calls.
    assert.ok(after.wasm - before.wasm <= 2 * 65_536, "the WebAssembly has grown");
    assert.ok(after.heap - before.heap <= SLACK_BYTES, "the heap has grown");
    for (const end of ["done", "aborted", "timeout", "closed", "network", "invalid_input", "unexpected_response"]) {
      assert.ok(ends.get(end) > 0, `no call ended with ${end}`);
    }
    for (const client of clients) client.close();
  });
}
