/** What is added to all objects, what cannot be looked at, and what has no bytes: nothing but errors of ours, in a promise. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { answering, APP, callsOf, GRANTED, SECRETS, VERSIONS } from "./oauth.mjs";
import { COMPANY, NOW, SECRET, tokensOf } from "./session.mjs";
import { failureOf } from "./stub.mjs";

const server = await install().import("ghl-users/server");
const { authorizeUrl, exchangeCode, installedLocations, locationToken, memoryStore, OAuthSession, refresh } = server;
const calls = callsOf(server);
const good = Response.json(GRANTED.v2);

/** Runs `work` while every object has these members. */
async function withEverywhere(members, work) {
  const enumerable = { configurable: true, enumerable: true, writable: true };
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(Object.prototype, name, { value, ...enumerable });
  }
  try {
    return await work();
  } finally {
    for (const name of Object.keys(members)) delete Object.prototype[name];
  }
}

test("what all objects have is no option", async () => {
  const evil = [];
  const members = {
    baseUrl: "https://evil.example",
    api: "v3",
    now: () => 0,
    redirectUri: "https://evil.example",
    userType: "Location",
  };
  for (const [name, call] of Object.entries(calls)) {
    const answer = name === "installedLocations" ? Response.json({ locations: [] }) : good;
    const { fetch, requests } = answering(answer);
    await withEverywhere({ ...members, fetch: async () => evil.push(name) }, () => call({ fetch }));
    const [{ url, init, text }] = requests;
    assert.equal(url.origin, "https://services.leadconnectorhq.com", name);
    assert.notEqual(init.headers.version, "v3", name);
    assert.doesNotMatch(`${url}${text}`, /evil|Location\b.*user/);
  }
  assert.deepEqual(evil, []);
});

test("what all objects have fills in nothing that is missing", async () => {
  const { fetch, requests } = answering(good);
  const members = { ...APP, code: "c", refreshToken: "r", accessToken: "a", companyId: "c1", locationId: "l1", appId: "a1" };
  await withEverywhere(members, async () => {
    for (const work of [
      () => exchangeCode({ fetch }, { code: "c" }),
      () => exchangeCode({ ...APP, fetch }, {}),
      () => refresh({ ...APP, fetch }, {}),
      () => locationToken({ fetch }, { accessToken: "a", companyId: "c" }),
      async () => installedLocations({ fetch }, { accessToken: "a", companyId: "c" }),
      async () => authorizeUrl({ redirectUri: "https://a.example", scopes: ["s"], state: "s" }),
      async () => new OAuthSession({ ...APP, resource: {} }),
      async () => new OAuthSession({ ...APP }),
    ]) {
      const error = await failureOf(work());
      assert.match(error.code, /^invalid_(config|input)$/);
      assert.match(error.message, /is missing|"resource" is/);
    }
  });
  assert.deepEqual(requests, []);
});

test("a session's options and tokens are its own, too", async () => {
  const store = memoryStore();
  await withEverywhere({ store, refreshBeforeMs: 1e12, locationId: "l9", baseUrl: "https://evil.example" }, async () => {
    const session = new OAuthSession({ clientId: "app-1", clientSecret: SECRET, resource: COMPANY, now: () => NOW });
    await session.setTokens(tokensOf(1));
    assert.equal(await session.token(), "access-1");
    assert.equal(await store.get("ghl-users:oauth:app-1:company:c1"), undefined);
  });
});

/** An object whose members are these, but for one that throws when it is read. */
function throwing(members, name) {
  return Object.defineProperty({ ...members }, name, {
    enumerable: true,
    get() {
      throw new RangeError("not today");
    },
  });
}
const unreadable = () => new Proxy({}, { ownKeys: () => assert.fail("not today"), get: () => assert.fail("not today") });

test("options and input that cannot be read are a rejection", async () => {
  const { fetch } = answering(good);
  const client = { ...APP, fetch, api: "v2", baseUrl: "https://a.example", timeoutMs: 1000, now: Date.now };
  const trials = [];
  for (const name of Object.keys(client)) {
    trials.push(() => exchangeCode(throwing(client, name), { code: "c" }));
    trials.push(() => refresh(throwing(client, name), { refreshToken: "r" }));
    trials.push(() => locationToken(throwing(client, name), { accessToken: "a", companyId: "c", locationId: "l" }));
  }
  for (const name of ["code", "redirectUri", "userType"]) trials.push(() => exchangeCode(client, throwing({ code: "c" }, name)));
  for (const name of ["refreshToken", "userType"]) trials.push(() => refresh(client, throwing({ refreshToken: "r" }, name)));
  for (const name of ["accessToken", "companyId", "locationId"]) {
    trials.push(() => locationToken({ fetch }, throwing({ accessToken: "a", companyId: "c", locationId: "l" }, name)));
  }
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  for (const what of [unreadable(), revoked.proxy, null, undefined, 7, Symbol("s"), [], () => {}]) {
    trials.push(() => exchangeCode(what, { code: "c" }), () => exchangeCode(client, what));
    trials.push(() => refresh(what, { refreshToken: "r" }), () => refresh(client, what));
    trials.push(() => locationToken(what, { accessToken: "a", companyId: "c", locationId: "l" }));
    trials.push(() => locationToken({ fetch }, what));
    trials.push(() => new OAuthSession({ ...APP, resource: COMPANY, fetch }).setTokens(what));
  }
  for (const name of Object.keys(tokensOf(1))) {
    trials.push(() => new OAuthSession({ ...APP, resource: COMPANY, fetch }).setTokens(throwing(tokensOf(1), name)));
  }
  for (const trial of trials) {
    const promise = trial();
    assert.ok(promise instanceof Promise);
    const error = await failureOf(promise);
    assert.equal(error.name, "HighLevelError", error.stack);
    assert.match(error.code, /^invalid_(config|input)$/);
  }
});

test("constructors and what answers at once throw nothing but errors of ours", () => {
  const trials = [];
  const options = { ...APP, resource: COMPANY, store: memoryStore(), refreshBeforeMs: 1 };
  for (const name of Object.keys(options)) trials.push(() => new OAuthSession(throwing(options, name)));
  trials.push(() => new OAuthSession({ ...options, resource: throwing({}, "companyId") }));
  trials.push(() => new OAuthSession({ ...options, store: throwing({}, "get") }));
  trials.push(() => new OAuthSession({ ...options, store: unreadable() }), () => new OAuthSession(unreadable()));
  trials.push(() => authorizeUrl(unreadable()), () => installedLocations({}, unreadable()));
  const asked = { clientId: "a", redirectUri: "https://a.example", scopes: ["s"], state: "s" };
  for (const name of Object.keys(asked)) trials.push(() => authorizeUrl(throwing(asked, name)));
  trials.push(() => authorizeUrl({ ...asked, scopes: [unreadable()] }));
  for (const trial of trials) assert.throws(trial, { name: "HighLevelError", code: /^invalid_(config|input)$/ });
});

test("half a character is in no id", async () => {
  const half = "id-\ud83d";
  const { fetch, requests } = answering(good);
  const trials = [
    () => exchangeCode({ ...APP, fetch, clientId: half }, { code: "c" }),
    () => exchangeCode({ ...APP, fetch, clientSecret: half }, { code: "c" }),
    () => exchangeCode({ ...APP, fetch }, { code: half }),
    () => exchangeCode({ ...APP, fetch }, { code: "c", redirectUri: half }),
    () => refresh({ ...APP, fetch }, { refreshToken: `${half}x` }),
    () => locationToken({ fetch }, { accessToken: "a", companyId: half, locationId: "l" }),
    () => locationToken({ fetch }, { accessToken: "a", companyId: "c", locationId: "\udc00l" }),
    async () => installedLocations({ fetch }, { accessToken: "a", companyId: "c", appId: half }),
    async () => authorizeUrl({ clientId: half, redirectUri: "https://a.example", scopes: ["s"], state: "s" }),
    async () => authorizeUrl({ clientId: "a", redirectUri: `https://a.example/${half}`, scopes: ["s"], state: "s" }),
    async () => authorizeUrl({ clientId: "a", redirectUri: "https://a.example", scopes: ["s"], state: half }),
    async () => new OAuthSession({ ...APP, clientId: half, resource: COMPANY }),
    async () => new OAuthSession({ ...APP, resource: { companyId: half } }),
    async () => new OAuthSession({ ...APP, resource: COMPANY }).forLocation(half),
  ];
  for (const trial of trials) {
    const error = await failureOf(trial());
    assert.equal(error.name, "HighLevelError", error.stack);
    assert.match(error.code, /^invalid_(config|input)$/);
  }
  assert.deepEqual(requests, []);
  await exchangeCode({ ...APP, fetch, clientId: "whole-😀" }, { code: "c" });
});

test("a fetch whose answer cannot be looked at is an error of ours", async () => {
  const response = { status: 400, headers: new Headers(), text: async () => "{}" };
  const odd = { get: () => 7 };
  const throws = { get: () => assert.fail("not today") };
  for (const answer of [
    ...Object.keys(response).map((name) => throwing(response, name)),
    throwing(response, "body"),
    unreadable(),
    { ...response, headers: odd },
    { ...response, headers: throws },
    { ...response, text: () => assert.fail("not today") },
    { ...response, text: async () => 7 },
    { ...response, status: 200, text: async () => ({}) },
    { ...response, status: Number.NaN },
  ]) {
    for (const [name, call] of Object.entries(calls)) {
      const error = await failureOf(call({ fetch: async () => answer, timeoutMs: 1000 }));
      assert.equal(error.name, "HighLevelError", `${name}: ${error.stack}`);
    }
  }
  for (const thrown of [throwing({}, "message"), unreadable(), throwing(new Error("x"), "cause"), Symbol("s"), null]) {
    const error = await failureOf(exchangeCode({ ...APP, fetch: () => { throw thrown; } }, { code: "c" }));
    assert.deepEqual([error.name, error.code], ["HighLevelError", "network"]);
  }
});

test("a clock that fails, or gives no time, is an error of ours", async () => {
  const { fetch } = answering(good);
  for (const now of [() => assert.fail("not today"), () => Number.NaN, () => "1", () => undefined, () => 10n, async () => 1]) {
    const session = new OAuthSession({ ...APP, resource: COMPANY, fetch, now });
    for (const trial of [() => exchangeCode({ ...APP, fetch, now }, { code: "c" }), () => session.setTokens(tokensOf(1))]) {
      const error = await failureOf(trial());
      assert.deepEqual([error.name, error.code], ["HighLevelError", "invalid_config"]);
      assert.match(error.message, /"now" (failed|gave )/);
    }
  }
});

test("why a token is asked for may be anything", async () => {
  const session = new OAuthSession({ ...APP, resource: COMPANY, now: () => NOW });
  await session.setTokens(tokensOf(1));
  for (const why of [throwing({}, "rejected"), unreadable(), null, undefined, 7, {}, { rejected: 7 }]) {
    const token = session.token(why);
    assert.ok(token instanceof Promise);
    assert.equal(await token, "access-1");
  }
  await withEverywhere({ rejected: "access-1" }, async () => assert.equal(await session.token({}), "access-1"));
});
