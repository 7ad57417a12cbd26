/** `OAuthSession`: when tokens are renewed, and by whom. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { DAY, gate, granted, HOUR, NOW, put, stage, tokensOf, watched } from "./session.mjs";
import { failureOf, settle } from "./stub.mjs";

const { memoryStore, OAuthSession } = await install().import("ghl-users/server");

/** A session that has the first tokens, which expire at `NOW + DAY`. */
async function connected(options, tokens = tokensOf(1)) {
  const scene = stage(OAuthSession);
  const session = scene.sessionOf(options);
  await session.setTokens(tokens);
  return { ...scene, session };
}

test("hands out the tokens that it was given until five minutes before they expire", async () => {
  const { session, clock, refreshes } = await connected();
  clock.now = NOW + DAY - 300_001;
  assert.equal(await session.token(), "access-1");
  assert.equal(refreshes(), 0);
  clock.now += 1;
  assert.equal(await session.token(), "access-2");
  assert.equal(await session.token(), "access-2");
  assert.equal(refreshes(), 1);
});

test("refreshes as long before as it is told", async () => {
  const { session, clock } = await connected({ refreshBeforeMs: HOUR });
  clock.now = NOW + DAY - HOUR - 1;
  assert.equal(await session.token(), "access-1");
  clock.now += 1;
  assert.equal(await session.token(), "access-2");
  const { session: late, clock: other } = await connected({ refreshBeforeMs: 0 });
  other.now = NOW + DAY - 1;
  assert.equal(await late.token(), "access-1");
  other.now += 1;
  assert.equal(await late.token(), "access-2");
});

test("refreshes a token that was rejected, and only that one", async () => {
  const { session, refreshes } = await connected();
  assert.equal(await session.token({ rejected: "access-1" }), "access-2");
  assert.equal(await session.token({ rejected: "access-1" }), "access-2");
  assert.equal(await session.token({}), "access-2");
  assert.equal(refreshes(), 1);
});

test("passes on by itself, without the session", async () => {
  const { token } = (await connected()).session;
  assert.equal(await token(), "access-1");
});

test("shares one refresh among all calls at the same time", async () => {
  const { session, stub, clock, refreshes } = await connected();
  const { opened, open } = gate();
  stub.answer = () => opened;
  clock.now = NOW + DAY;
  const calls = Array.from({ length: 100 }, (_, i) => session.token(i % 2 ? { rejected: "access-1" } : undefined));
  await settle();
  open(granted(2));
  assert.deepEqual(new Set(await Promise.all(calls)), new Set(["access-2"]));
  assert.equal(refreshes(), 1);
});

test("hands out no token that was rejected while it is being renewed", async () => {
  const { session, stub, refreshes } = await connected();
  const { opened, open } = gate();
  stub.answer = () => opened;
  const calls = [session.token({ rejected: "access-1" }), session.token()];
  await settle();
  open(granted(2));
  assert.deepEqual(await Promise.all(calls), ["access-2", "access-2"]);
  assert.equal(refreshes(), 1);
});

test("renews once more for whom the shared refresh gave what was rejected", async () => {
  const { session, stub, clock, refreshes } = await connected();
  const { opened, open } = gate();
  stub.answer = ({ generation }) => (generation === 1 ? opened : granted(generation + 1));
  clock.now = NOW + DAY;
  const calls = [session.token(), session.token({ rejected: "access-2" })];
  await settle();
  open(granted(2));
  assert.deepEqual(await Promise.all(calls), ["access-2", "access-3"]);
  assert.equal(refreshes(), 2);
});

test("uses what another process has stored, without a refresh of its own", async () => {
  const store = memoryStore();
  const { session, clock, refreshes } = await connected({ store });
  await put(store, tokensOf(7, { expiresAt: NOW + 2 * DAY }));
  assert.equal(await session.token(), "access-1");
  assert.equal(await session.token({ rejected: "access-1" }), "access-7");
  clock.now = NOW + 2 * DAY - 1;
  await put(store, tokensOf(8, { expiresAt: NOW + 3 * DAY }));
  assert.equal(await session.token(), "access-8");
  assert.equal(refreshes(), 0);
});

test("starts with what the store has", async () => {
  const store = memoryStore();
  const { log, sessionOf } = await connected({ store });
  assert.equal(await sessionOf({ store }).token(), "access-1");
  assert.deepEqual(log, []);
});

test("shares one refresh among the sessions of a store that gives turns", async () => {
  const store = memoryStore();
  const { sessionOf, clock, refreshes } = await connected({ store });
  clock.now = NOW + DAY;
  const tokens = await Promise.all(Array.from({ length: 50 }, () => sessionOf({ store }).token()));
  assert.deepEqual(new Set(tokens), new Set(["access-2"]));
  assert.equal(refreshes(), 1);
});

test("gives up neither the class nor the words of an error that comes in a turn", async () => {
  const { exclusively, ...store } = memoryStore();
  const lossy = {
    ...store,
    exclusively: (key, work) => exclusively(key, work).then(() => Promise.reject(new Error("lost on the way"))),
  };
  const { session, stub, clock } = await connected({ store: lossy });
  clock.now = NOW + DAY;
  stub.answer = () => Response.json({ message: "The location is paused" }, { status: 403 });
  await assert.rejects(session.token(), { name: "HighLevelError", code: "forbidden", status: 403 });
  stub.answer = () => granted(2);
  assert.equal(await session.token(), "access-2");
});

test("refreshes once in the turn of a store that runs its work twice", async () => {
  const exclusively = (key, work) => Promise.all([work(), work()]);
  const { session, refreshes } = await connected({ store: { ...memoryStore(), exclusively } });
  assert.equal(await session.token({ rejected: "access-1" }), "access-2");
  assert.equal(refreshes(), 1);
});

test("says that a store failed which gives no turn, or forgets to", async () => {
  const cause = new Error("no connection");
  for (const exclusively of [() => Promise.reject(cause), async () => {}]) {
    const { session, clock, refreshes } = await connected({ store: { ...memoryStore(), exclusively } });
    clock.now = NOW + DAY;
    const failure = await failureOf(session.token());
    assert.equal(failure.code, "store_failed");
    assert.match(failure.message, /company "c1".*(turn|exclusively)/);
    assert.equal(refreshes(), 0);
  }
});

test("uses a token that still works if a refresh before its time fails, and tries again later", async () => {
  const { session, stub, clock, log } = await connected();
  const answers = [() => Promise.reject(new TypeError("offline")), () => new Response("", { status: 503 })];
  clock.now = NOW + DAY - HOUR / 30;
  for (const answer of answers) {
    stub.answer = answer;
    assert.equal(await session.token(), "access-1");
    const asked = log.length;
    assert.equal(await session.token(), "access-1");
    assert.equal(log.length, asked, "asked again at once");
    clock.now += 10_000;
  }
  stub.answer = () => granted(2);
  assert.equal(await session.token(), "access-2");
});

test("fails as the refresh does once the token has expired or was rejected", async () => {
  const { session, stub, clock } = await connected();
  stub.answer = () => Response.json({ message: "Invalid client" }, { status: 401 });
  assert.equal((await failureOf(session.token({ rejected: "access-1" }))).code, "invalid_config");
  stub.answer = () => Promise.reject(new TypeError("offline"));
  clock.now = NOW + DAY;
  assert.equal((await failureOf(session.token())).code, "network");
  stub.answer = () => granted(2);
  assert.equal(await session.token(), "access-2");
});

test("does without a refresh token while the access token lasts", async () => {
  const { session, clock, log } = await connected({}, tokensOf(1, { refreshToken: undefined }));
  clock.now = NOW + DAY - 1;
  assert.equal(await session.token(), "access-1");
  clock.now += 1;
  const { code, message } = await failureOf(session.token());
  assert.equal(code, "invalid_grant");
  assert.match(message, /company "c1" cannot renew its tokens: connect the app again/);
  assert.deepEqual(log, []);
});

test("does not refresh tokens again at once that last less than it refreshes before", async () => {
  const { session, refreshes, clock } = await connected({ refreshBeforeMs: 2 * DAY }, tokensOf(1));
  const calls = Array.from({ length: 20 }, () => session.token());
  assert.deepEqual(new Set(await Promise.all(calls)), new Set(["access-2"]));
  assert.equal(await session.token(), "access-2");
  assert.equal(refreshes(), 1);
  clock.now += 10_000;
  assert.equal(await session.token(), "access-3");
});

test("refreshes a location's tokens as a location's", async () => {
  const { sessionOf, stub } = stage(OAuthSession);
  const session = sessionOf({ resource: { locationId: "l1" } });
  const own = { userType: "Location", locationId: "l1", companyId: "c1" };
  await session.setTokens(tokensOf(1, own));
  const forms = [];
  stub.answer = ({ form }) => {
    forms.push(form);
    return Response.json({ access_token: "access-2", refresh_token: "refresh-2", expires_in: 86_400, ...own });
  };
  assert.equal(await session.token({ rejected: "access-1" }), "access-2");
  assert.equal(forms[0].user_type, "Location");
  // Whose tokens these are is known, even if the answer does not say so.
  stub.answer = () => Response.json({ access_token: "access-3", refresh_token: "refresh-3", expires_in: 86_400 });
  assert.equal(await session.token({ rejected: "access-2" }), "access-3");
});

test("refuses an answer with the tokens of somebody else", async () => {
  const log = [];
  const { session, stub } = await connected({ store: watched(memoryStore(), log) });
  stub.answer = () =>
    Response.json({ access_token: "foreign", refresh_token: "r", expires_in: 86_400, companyId: "c2" });
  const { code, message } = await failureOf(session.token({ rejected: "access-1" }));
  assert.equal(code, "unexpected_response");
  assert.match(message, /"companyId" is not that of company "c1"/);
  assert.ok(!log.includes("set foreign"));
});
