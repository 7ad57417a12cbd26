/** Tokens that come from a function, are renewed, and are replaced. What the server accepts is up to the stub. */

import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { clientOf as stubbed } from "./stub.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");

/** A client whose server accepts the tokens that `accepts` says. */
function clientOf(accepts, options) {
  const tokens = [];
  const fetch = async (url, { headers }) => {
    const token = headers.authorization.slice("Bearer ".length);
    tokens.push(token);
    return accepts(token) ? Response.json({ id: "u1" }) : Response.json({ message: "Invalid JWT" }, { status: 401 });
  };
  return { ghl: new HighLevel({ companyId: "c1", fetch, ...options }), tokens };
}

test("renews an expired token once for all calls, and tells the function which it was", async () => {
  const asked = [];
  const { ghl, tokens } = clientOf((token) => token === "token-2", {
    token: async (why) => `token-${asked.push(why)}`,
  });
  await Promise.all(Array.from({ length: 50 }, () => ghl.users.get("u1")));
  assert.deepEqual(asked, [undefined, { rejected: "token-1" }]);
  assert.equal(tokens.filter((token) => token === "token-2").length, 50);
});

test("replaces a token, and a function, without a call that fails", async () => {
  let good = "first";
  const { ghl, tokens } = clientOf((token) => token === good, { token: "first" });
  const pending = Array.from({ length: 5 }, () => ghl.users.get("u1"));
  good = "second";
  ghl.setToken("second");
  await Promise.all(pending);
  good = "third";
  ghl.setToken(() => "third");
  await ghl.users.get("u1");
  assert.equal(tokens.at(-1), "third");
});

test("refuses what is no token, and a client that is closed", () => {
  const { ghl } = clientOf(() => true, { token: "first" });
  for (const wrong of [undefined, null, 7, {}, "", "Bearer x", "with space"]) {
    assert.throws(() => ghl.setToken(wrong), { name: "HighLevelError", code: "invalid_config", message: /"token"/ });
  }
  ghl.close();
  assert.throws(() => ghl.setToken("second"), { code: "closed", message: "setToken: this client has been closed" });
});

test("refuses a call of the other kind of token before it is sent", async () => {
  const { ghl, tokens } = clientOf(() => true, { token: "first", tokenKind: "location" });
  await assert.rejects(ghl.users.filterByEmail({ emails: "a@b.example" }), { code: "insufficient_scope", attempts: 0 });
  assert.deepEqual(tokens, []);
});

test("listens to a signal once, however many calls share it, and not when they are over", async () => {
  let answer;
  const answered = new Promise((resolve) => (answer = resolve));
  const { ghl } = stubbed(HighLevel, () => answered.then(() => Response.json({ id: "u1" })));
  const { signal } = new AbortController();
  const calls = Array.from({ length: 30 }, () => ghl.users.get("u1", { signal }));
  assert.equal(getEventListeners(signal, "abort").length, 1);
  answer();
  await Promise.all(calls);
  assert.equal(getEventListeners(signal, "abort").length, 0);
});

test("what a token function says in an error of ours is what the call says, and nothing of what is beneath", async () => {
  const { HighLevelError } = consumer.require("ghl-users/server");
  const message = "the refresh token is refused: connect the app again";
  const cause = new Error("client_secret=hunter2 is wrong");
  const lost = new HighLevelError({ code: "invalid_grant", message, cause });
  const { ghl, tokens } = clientOf(() => true, { token: async () => Promise.reject(lost) });
  const error = await ghl.users.get("u1").catch((error) => error);
  assert.equal(error.code, "invalid_grant");
  assert.equal(error.message, `users.get: the token function failed: ${message}`);
  assert.equal(error.operation, "users.get");
  assert.equal(error.cause.cause.message, "client_[redacted] is wrong");
  assert.ok(!inspect(error).includes("hunter2"));
  assert.deepEqual(tokens, []);
});

test("an error of ours that ends a call in another way does not say what the call says", async () => {
  const { HighLevelError } = consumer.require("ghl-users/server");
  const foreign = new HighLevelError({ code: "not_found", message: "somebody else's" });
  const { ghl } = clientOf(() => true, { token: "first", maxRetries: 0 });
  const aborted = ghl.users.get("u1", { signal: AbortSignal.abort(foreign) });
  await assert.rejects(aborted, { code: "aborted", message: "users.get: the call was aborted" });
  const { ghl: broken } = stubbed(HighLevel, () => Promise.reject(foreign));
  await assert.rejects(broken.users.get("u1"), { code: "network" });
});

test("a shared budget is asked before a request, with the time that is left", async () => {
  const asked = [];
  const { ghl, tokens } = clientOf(() => true, {
    token: "first",
    rateBudget: (maxWaitMs) => (asked.push(maxWaitMs) > 1 ? maxWaitMs + 1 : 0),
  });
  await ghl.users.get("u1", { timeoutMs: 5000 });
  await assert.rejects(ghl.users.get("u1", { timeoutMs: 5000 }), { code: "timeout", attempts: 0 });
  assert.ok(asked.every((most) => most > 4000 && most <= 5000), String(asked));
  assert.equal(tokens.length, 1);
});
