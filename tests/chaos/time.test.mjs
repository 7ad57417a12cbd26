/** Does a call end when its time is up, or when its caller has had enough, wherever it stands? */

import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { install } from "../consumers/install.mjs";
import { listen } from "./listener.mjs";
import { failureOf } from "./outcome.mjs";

const { HighLevel, isHighLevelError } = await install().import("ghl-users");
const TOKEN = "pit-00000000-0000-4000-8000-000000000000";
const SHORT_MS = 100;
/** Long against all that a test waits for. */
const LONG_MS = 600_000;
/** How long a busy machine may take for something that happens at once. */
const MACHINE_MS = 5_000;

const never = new Promise(() => {});
const noAnswer = () => {};
const slowBody = (_, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": 1_000 });
  response.write('{"id":');
};
const comeBack = (status, headers) => (_, response) => {
  response.writeHead(status, headers);
  response.end("{}");
};

/**
 * Where a call can stand when it is ended: what the server does, what the client is, and whether a connection is open.
 *
 * @typedef {object} Course
 * @property {import("node:http").RequestListener} [answer]
 * @property {object} [options]
 * @property {(ghl: any) => void} [before]
 * @property {boolean} [connected]
 * @property {number} attempts
 * @type {Record<string, Course>}
 */
const STAGES = {
  "while it waits for its token": { options: { token: () => never }, attempts: 0 },
  "while it waits for its turn": {
    options: { rateLimit: { requests: 1, perMs: LONG_MS / 2 } },
    before: (ghl) => void ghl.users.get("first", { maxRetries: 0 }).catch(() => {}),
    attempts: 0,
  },
  "while it waits for the head of the answer": { answer: noAnswer, connected: true, attempts: 1 },
  "while it reads the body": { answer: slowBody, connected: true, attempts: 1 },
  "while it reads the body of a refusal": {
    answer: (_, response) => {
      response.writeHead(500, { "content-type": "application/json" });
      response.write('{"message":');
    },
    connected: true,
    attempts: 1,
  },
  "while it waits before it is sent again": { answer: comeBack(503, { "retry-after": "30" }), attempts: 1 },
};

/** A client at a stage of its call. */
async function begin({ answer = noAnswer, options, before }, timeoutMs = LONG_MS) {
  const server = await listen(answer);
  const ghl = new HighLevel({ token: TOKEN, companyId: "c1", baseUrl: server.url, timeoutMs, ...options });
  before?.(ghl);
  return { ghl, server };
}

const REASONS = {
  nothing: [],
  undefined: [undefined],
  null: [null],
  "a text": ["enough"],
  "an empty text": [""],
  "a number": [0],
  false: [false],
  "an object": [{ why: "enough" }],
  "an error": [new RangeError("enough")],
  "a function": [() => "enough"],
  "an object that throws": [
    new Proxy(
      {},
      {
        get() {
          throw new Error("do not look");
        },
      },
    ),
  ],
};

for (const [stage, course] of Object.entries(STAGES)) {
  test(`can be cancelled ${stage}, for whatever reason`, async () => {
    for (const [name, reason] of Object.entries(REASONS)) {
      const { ghl, server } = await begin(course);
      const controller = new AbortController();
      const visited = course.answer && server.visited();
      const failure = failureOf(ghl.users.get("u1", { signal: controller.signal }), MACHINE_MS);
      const visit = await visited;
      // The answer's first bytes are on their way: let them arrive.
      await new Promise((resolve) => setTimeout(resolve, 30));
      controller.abort(...reason);
      const error = await failure;
      assert.ok(isHighLevelError(error, "aborted"), `${name}: ${error?.stack ?? error}`);
      assert.equal(error.operation, "users.get");
      assert.equal(error.attempts, course.attempts, name);
      if (course.connected) await visit.closed;
      assert.equal(ghl.rateLimit.waiting, 0);
      ghl.close();
    }
  });
}

for (const [stage, course] of Object.entries(STAGES)) {
  // Those two are told beforehand how long they would wait: see below.
  if (stage.includes("its turn") || stage.includes("sent again")) continue;
  test(`ends when its time is up ${stage}`, async () => {
    const { ghl, server } = await begin(course, SHORT_MS);
    const visited = course.connected && server.visited();
    const start = performance.now();
    const error = await failureOf(ghl.users.get("u1"), MACHINE_MS);
    assert.ok(isHighLevelError(error, "timeout"), error?.stack ?? String(error));
    assert.match(error.message, /timeoutMs/);
    assert.ok(performance.now() - start >= SHORT_MS - 1);
    assert.equal(error.attempts, course.attempts);
    if (course.connected) await (await visited).closed;
    ghl.close();
  });
}

test("takes the time limit of a call before that of its client", async () => {
  const { ghl } = await begin({ answer: noAnswer });
  assert.ok(isHighLevelError(await failureOf(ghl.users.get("u1", { timeoutMs: SHORT_MS }), MACHINE_MS), "timeout"));
  ghl.close();
});

test("counts its time over all attempts", async () => {
  let visits = 0;
  const answer = (_, response) => (visits++ === 0 ? comeBack(503, { "retry-after-ms": "1" })(_, response) : undefined);
  const { ghl } = await begin({ answer }, 1_500);
  const start = performance.now();
  const error = await failureOf(ghl.users.get("u1"), MACHINE_MS);
  assert.ok(isHighLevelError(error, "timeout"), error?.stack ?? String(error));
  assert.equal(error.attempts, 2);
  assert.ok(performance.now() - start < 1_500 + MACHINE_MS);
  ghl.close();
});

test("does not begin to wait for a turn that comes too late", async () => {
  const { ghl, server } = await begin({ options: { rateLimit: { requests: 1, perMs: LONG_MS } } }, 60_000);
  const first = failureOf(ghl.users.get("first", { timeoutMs: SHORT_MS }));
  const error = await failureOf(ghl.users.get("u1"), MACHINE_MS);
  assert.ok(isHighLevelError(error, "timeout"), error?.stack ?? String(error));
  assert.ok(error.retryAfterMs > LONG_MS * 0.9, String(error.retryAfterMs));
  assert.equal(error.attempts, 0);
  await first;
  assert.equal(server.visits.length, 1);
  ghl.close();
});

const WAITS = [
  [429, { "retry-after": "3600" }, "rate_limited", 3_600_000],
  [503, { "retry-after": "3600" }, "server", 3_600_000],
  [429, { "retry-after-ms": "90000" }, "rate_limited", 90_000],
  [429, { "x-ratelimit-interval-milliseconds": "60000" }, "rate_limited", 60_000],
  [429, { "retry-after": new Date(Date.now() + 3_600_000).toUTCString() }, "rate_limited", 3_500_000],
];
for (const [status, headers, code, atLeastMs] of WAITS) {
  test(`does not begin a wait that is longer than its time: ${status} ${Object.keys(headers)}`, async () => {
    const { ghl, server } = await begin({ answer: comeBack(status, headers) }, 60_000);
    const error = await failureOf(ghl.users.get("u1"), MACHINE_MS);
    assert.ok(isHighLevelError(error, code), error?.stack ?? String(error));
    assert.ok(error.retryAfterMs >= atLeastMs && error.retryAfterMs <= atLeastMs * 1.2, String(error.retryAfterMs));
    assert.equal(server.visits.length, 1);
    ghl.close();
  });
}

test("leaves no more than one listener at a signal that many calls share", async (t) => {
  const ghl = new HighLevel({ token: TOKEN, rateLimit: false, fetch: async () => Response.json({ id: "u1" }) });
  const { signal } = new AbortController();
  const warned = [];
  const onWarning = (warning) => warned.push(warning.message);
  process.on("warning", onWarning);
  t.after(() => process.off("warning", onWarning));
  for (let n = 0; n < 5; n++) {
    await Promise.all(Array.from({ length: 100 }, () => ghl.users.get("u1", { signal })));
    assert.ok(getEventListeners(signal, "abort").length <= 1);
  }
  // Node warns of more than ten.
  await new Promise(setImmediate);
  assert.deepEqual(warned, []);
  ghl.close();
});

test("reads no more of a body than it may, and closes the connection", async () => {
  for (const length of [undefined, 10_000_000]) {
    const answer = (_, response) => {
      response.writeHead(200, { "content-type": "application/json", ...(length && { "content-length": length }) });
      const more = (error) => error || response.write("x".repeat(65_536), (error) => setImmediate(more, error));
      more();
    };
    const { ghl, server } = await begin({ answer, options: { maxResponseBytes: 100_000 } });
    const visited = server.visited();
    const error = await failureOf(ghl.users.get("u1"), MACHINE_MS);
    assert.ok(isHighLevelError(error, "unexpected_response"), error?.stack ?? String(error));
    assert.match(error.message, /maxResponseBytes|100,?000/);
    await (
      await visited
    ).closed;
    ghl.close();
  }
});
