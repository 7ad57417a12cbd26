/** What one can see of calls from outside: hooks, log lines, the rate limit. `fetch` is a stub. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { clientOf as stubbed, failureOf, json, settle, TOKEN } from "./stub.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const clientOf = (answer, options) => stubbed(HighLevel, answer, options);

const LEVELS = ["debug", "info", "warn", "error"];
const HOOKS = ["onRequest", "onResponse", "onRetry", "onRateLimit"];

/** A logger that works only as what it is: its methods need their `this`. */
class Lines {
  #lines = [];

  static {
    for (const level of LEVELS) {
      this.prototype[level] = function (...line) {
        this.#lines.push([level, ...line].join(" ").replace(/\d+ ms/, "N ms"));
      };
    }
  }

  get all() {
    return this.#lines;
  }
}

/** Hooks that keep what they are told. */
function recorder() {
  const events = [];
  const hooks = Object.fromEntries(HOOKS.map((name) => [name, (event) => void events.push([name, event])]));
  return { events, hooks };
}

/** A server that fails once and then answers. Its own wait is short, and with `Math.random` at 0 nothing is added to it. */
function flaky(t) {
  t.mock.method(Math, "random", () => 0);
  const answers = [json({}, 503, { "retry-after-ms": "1" }), json({ id: "u1" })];
  return () => answers.shift()();
}

test("tells hooks of each request, response and retry", async (t) => {
  const { events, hooks } = recorder();
  const { ghl } = clientOf(flaky(t), { ...hooks, maxRetries: 1 });
  await ghl.users.get("u1");
  const seen = events.map(([name, { rateLimit, durationMs, ...event }]) => {
    assert.ok(durationMs === undefined ? name !== "onResponse" : durationMs >= 0);
    const { requests, perMs, remaining, waiting } = rateLimit;
    assert.deepEqual([requests, perMs, waiting], [100, 10_000, 0]);
    assert.ok(remaining > 90 && remaining <= 100);
    return [name, event];
  });
  const operation = "users.get";
  assert.deepEqual(seen, [
    ["onRequest", { type: "request", operation, attempt: 1 }],
    ["onResponse", { type: "response", operation, attempt: 1, status: 503 }],
    ["onRetry", { type: "retry", operation, attempt: 1, code: "server", status: 503, waitMs: 1 }],
    ["onRequest", { type: "request", operation, attempt: 2 }],
    ["onResponse", { type: "response", operation, attempt: 2, status: 200 }],
  ]);
});

test("tells of a call that waits for its turn", async () => {
  const { events, hooks } = recorder();
  const { ghl } = clientOf(json({ id: "u1" }), { onRateLimit: hooks.onRateLimit, rateLimit: { requests: 1, perMs: 20 } });
  await Promise.all([ghl.users.get("u1"), ghl.users.get("u2")]);
  assert.equal(events.length, 1);
  const [[name, { type, operation, waitMs, rateLimit }]] = events;
  assert.deepEqual([name, type, operation], ["onRateLimit", "rateLimit", "users.get"]);
  assert.ok(waitMs > 0 && waitMs <= 30, String(waitMs));
  assert.deepEqual([rateLimit.requests, rateLimit.perMs, rateLimit.remaining], [1, 20, 0]);
});

test("lets a hook keep and change what it was told", async () => {
  const changed = (event) => {
    event.operation = "changed";
    if (event.rateLimit) Object.assign(event.rateLimit, { requests: 1, remaining: 0, waiting: 9 });
  };
  const seen = [];
  const { ghl } = clientOf(json({ id: "u1" }), {
    onRequest: changed,
    onResponse: (event) => seen.push([event.operation, event.rateLimit.requests]),
  });
  await ghl.users.get("u1");
  await ghl.users.get("u1");
  assert.deepEqual(seen, [["users.get", 100], ["users.get", 100]]);
  assert.equal(ghl.rateLimit.requests, 100);
});

test("lets a hook use the client, and close it", async () => {
  let second;
  const { ghl, requests } = clientOf(json({ id: "u1" }), {
    onRequest() {
      assert.equal(ghl.rateLimit.requests, 100);
      if (requests.length === 0 && !second) second = ghl.users.get((second = "u2"));
    },
    onResponse: () => ghl.close(),
  });
  assert.equal((await ghl.users.get("u1")).id, "u1");
  assert.equal((await second).id, "u1");
  assert.equal(requests.length, 2);
  assert.throws(() => ghl.rateLimit, { name: "HighLevelError", code: "closed", message: /rateLimit/ });
});

const BAD_HOOKS = {
  throws() {
    throw new Error("oops");
  },
  async rejects() {
    throw new Error("oops");
  },
  "throws what cannot be printed": () => {
    throw Object.create(null);
  },
  "is a thenable that throws": () => ({
    then() {
      throw new Error("oops");
    },
  }),
};
for (const [name, hook] of Object.entries(BAD_HOOKS)) {
  test(`does as ever when a hook ${name}, and says so once`, async (t) => {
    const logger = new Lines();
    const hooks = Object.fromEntries(HOOKS.map((hookName) => [hookName, hook]));
    const { ghl } = clientOf(flaky(t), { ...hooks, maxRetries: 1, logger });
    assert.equal((await ghl.users.get("u1")).id, "u1");
    await settle();
    const expected = ["onRequest", "onResponse", "onRetry"].map(
      (hookName) => `error [ghl-users] ${hookName}: the hook failed: Error: oops`,
    );
    assert.deepEqual(logger.all, name.includes("printed") ? [] : expected);
    const silent = clientOf(json({ id: "u1" }), hooks);
    assert.equal((await silent.ghl.users.get("u1")).id, "u1");
    await settle(); // A rejection that nobody handles would fail this file.
  });
}

const DEBUG = "debug [ghl-users] users.get:";
const INFO = "info [ghl-users] users.get:";
const ERROR = "error [ghl-users] users.get:";
const ALL_LINES = [
  `${DEBUG} request 1 is sent`,
  `${DEBUG} request 1 got status 503 after N ms`,
  `${INFO} request 1 failed (server, status 503), the next follows in N ms`,
  `${DEBUG} request 2 is sent`,
  `${DEBUG} request 2 got status 404 after N ms`,
  `${ERROR} failed (not_found, status 404), requests sent: 2`,
  `${INFO} failed (aborted), requests sent: 0`,
];
for (const [logLevel, expected] of [
  ["off", []],
  ["error", ALL_LINES.filter((line) => line.startsWith("error"))],
  ["warn", ALL_LINES.filter((line) => line.startsWith("error"))],
  [undefined, ALL_LINES.filter((line) => line.startsWith("error"))],
  ["info", ALL_LINES.filter((line) => !line.startsWith("debug"))],
  ["debug", ALL_LINES],
]) {
  test(`logs ${expected.length} lines of a failure at level ${logLevel}`, async (t) => {
    t.mock.method(Math, "random", () => 0);
    const logger = new Lines();
    const answers = [json({}, 503, { "retry-after-ms": "1" }), json({}, 404)];
    const { ghl } = clientOf(() => answers.shift()(), { logger, logLevel, maxRetries: 1 });
    await failureOf(ghl.users.get("u1"));
    await failureOf(ghl.users.get("u1", { signal: AbortSignal.abort() }));
    assert.deepEqual(logger.all, expected);
  });
}

test("logs a wait", async () => {
  const logger = new Lines();
  const { ghl } = clientOf(json({ id: "u1" }), { logger, logLevel: "info", rateLimit: { requests: 1, perMs: 20 } });
  await Promise.all([ghl.users.get("u1"), ghl.users.get("u2")]);
  assert.deepEqual(logger.all, [`${INFO} waits N ms for its turn`]);
});

test("does as ever when the logger fails", async () => {
  const fail = () => {
    throw new Error("oops");
  };
  for (const method of [fail, async () => fail()]) {
    const logger = Object.fromEntries(LEVELS.map((level) => [level, method]));
    const { ghl } = clientOf(json({ id: 5 }), { logger, logLevel: "debug", validate: "warn" });
    assert.equal((await ghl.users.get("u1")).id, 5);
    assert.equal((await failureOf(ghl.users.get(""))).code, "invalid_input");
    await settle();
  }
});

test("shows nothing of an input, a URL, a header or a body to hooks and loggers", async () => {
  const secret = "canary-7f3a";
  const { events, hooks } = recorder();
  const logger = new Lines();
  const answers = [json({ message: secret }, 400), json({ id: 5, firstName: 5, permissions: { [secret]: secret } })];
  const options = { ...hooks, logger, logLevel: "debug", validate: "warn", baseUrl: `https://example.com/${secret}` };
  const { ghl } = clientOf(() => answers.shift()(), options);
  const person = { firstName: secret, lastName: secret, email: secret, password: secret };
  const rest = { type: "account", role: "user", locationIds: [secret] };
  await failureOf(ghl.users.create({ ...person, ...rest }));
  await ghl.users.update(secret, { ...person, companyId: secret });
  await failureOf(ghl.users.search({ [secret]: secret }));
  await failureOf(ghl.request(secret, {}));
  assert.ok(events.length >= 4 && logger.all.length >= 9);
  const seen = inspect([events, logger.all], { depth: 9, showHidden: true });
  for (const hidden of [secret, TOKEN, "Bearer", "example.com"]) assert.ok(!seen.includes(hidden), seen);
});

test("takes the console for a logger", async (t) => {
  const error = t.mock.method(console, "error", () => {});
  const { ghl } = clientOf(json({}, 404), { logger: console });
  await failureOf(ghl.users.get("u1"));
  assert.deepEqual(error.mock.calls.map((call) => call.arguments), [
    ["[ghl-users] users.get: failed (not_found, status 404), requests sent: 1"],
  ]);
});

test("refuses hooks, loggers and levels that are none", () => {
  for (const options of [
    { onRequest: "log" },
    { onRetry: {} },
    { logger: {} },
    { logger: { debug() {}, info() {}, warn() {} } },
    { logger: "console" },
    { logLevel: "verbose" },
    { onError() {} },
  ]) {
    const [name] = Object.keys(options);
    const expected = { name: "HighLevelError", code: "invalid_config", message: new RegExp(`"${name}`) };
    assert.throws(() => clientOf(json({}), options), expected, inspect(options));
  }
});

test("shows how much of the rate limit is left", async () => {
  const { ghl } = clientOf(json({ id: "u1" }));
  assert.deepEqual(ghl.rateLimit, { requests: 100, perMs: 10_000, remaining: 100, waiting: 0 });
  await ghl.users.get("u1");
  assert.deepEqual(ghl.rateLimit, { requests: 100, perMs: 10_000, remaining: 99, waiting: 0 });
  assert.ok(!inspect(ghl, { showHidden: true }).includes("pit-"));
});
