/** Signals of another realm or package: `fetch` must not meet them, since Node's newer ones take no other than their own. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { reset, SANDBOX_URL, seed } from "./sandbox.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");

/** What jsdom and the packages that stand in for it have: the behaviour of a signal, and not its class. */
class AlienSignal extends EventTarget {
  aborted = false;
  reason = undefined;

  get [Symbol.toStringTag]() {
    return "AbortSignal";
  }

  abort(reason) {
    Object.assign(this, { aborted: true, reason });
    this.dispatchEvent(new Event("abort"));
  }
}

/** Node's `fetch`, as Node 24 has it. */
async function strict(url, init) {
  if (!(init.signal instanceof AbortSignal)) throw new TypeError("expected signal to be an instance of AbortSignal");
  return fetch(url, init);
}

async function clientOf(config) {
  await reset(config);
  const { tokens, companyId } = await seed();
  return new HighLevel({ token: tokens.agency, companyId, baseUrl: SANDBOX_URL, fetch: strict });
}

test("a call with such a signal is sent, once and for many", async () => {
  const ghl = await clientOf();
  const signal = new AlienSignal();
  const pages = await Promise.all([1, 2, 3].map((limit) => ghl.users.search({ limit }, { signal })));
  assert.deepEqual(pages.map(({ users }) => users.length), [1, 2, 3]);
});

test("a call ends with such a signal, before it and while it waits", async () => {
  const ghl = await clientOf();
  const signal = new AlienSignal();
  const call = ghl.users.get("nobody", { signal });
  signal.abort("enough");
  await assert.rejects(call, { code: "aborted", cause: "enough" });
  await assert.rejects(ghl.users.search({ limit: 1 }, { signal }), { code: "aborted", cause: "enough", attempts: 0 });
});

test("pages stop with such a signal", async () => {
  const ghl = await clientOf();
  const signal = new AlienSignal();
  const pages = async () => {
    for await (const _ of ghl.users.search({ limit: 10 }, { signal }).pages()) signal.abort();
  };
  await assert.rejects(pages(), { code: "aborted" });
});

const thrower = () => {
  throw new Error("no");
};
const odd = (members) => Object.defineProperties(new AlienSignal(), members);

test("a signal that takes no listener is refused each time, and sends nothing", async () => {
  for (const value of [thrower, undefined, 7]) {
    const ghl = await clientOf();
    const signal = odd({ addEventListener: { value } });
    for (let round = 0; round < 2; round += 1) {
      await assert.rejects(ghl.users.search({ limit: 1 }, { signal }), { code: "invalid_input", attempts: 0 });
    }
  }
});

test("a signal that does not let its listener go keeps no call from its end", async () => {
  for (const value of [thrower, undefined, 7]) {
    const ghl = await clientOf();
    const signal = odd({ removeEventListener: { value } });
    const { users } = await ghl.users.search({ limit: 1 }, { signal });
    assert.equal(users.length, 1);
    await assert.rejects(ghl.users.get("nobody", { signal }), { code: "not_found" });
  }
});

test("a signal whose reason cannot be read ends a call all the same, before it and while it waits", async () => {
  const ghl = await clientOf();
  const signal = odd({ reason: { get: thrower, set: () => {} } });
  const call = ghl.users.get("nobody", { signal });
  signal.abort();
  await assert.rejects(call, { name: "HighLevelError", code: "aborted", attempts: 0 });
  await assert.rejects(ghl.users.get("nobody", { signal }), { name: "HighLevelError", code: "aborted" });
});
