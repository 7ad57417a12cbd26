/** What is given, and what only seems to be: members that objects inherit, that throw, or that act when they are read. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { clientOf, failureOf, json, settle } from "./stub.mjs";

const { HighLevel, isHighLevelError } = await install().import("ghl-users");

/** Gives every object members for as long as `use` takes, as a library that pollutes prototypes does. */
async function polluted(members, use) {
  Object.assign(Object.prototype, members);
  try {
    return await use();
  } finally {
    for (const name of Object.keys(members)) delete Object.prototype[name];
  }
}

const USER = { id: "u1", name: "Jo", email: "jo@example.com" };
const PERSON = { firstName: "J", lastName: "D", email: "a@b.c", type: "account", role: "user", locationIds: [] };

test("sends a token nowhere that only the prototype of all objects names", async () => {
  const evil = { baseUrl: "https://evil.example", dangerouslyAllowHttp: true, timeoutMs: 1, requests: 1, perMs: 60_000 };
  await polluted(evil, async () => {
    const { ghl, requests } = clientOf(HighLevel, json(USER), { rateLimit: {} });
    await Promise.all([ghl.users.get("u1"), ghl.users.get("u2"), ghl.users.get("u3", {})]);
    assert.deepEqual(requests.map(({ url }) => url.origin), Array(3).fill("https://services.leadconnectorhq.com"));
    assert.equal(ghl.rateLimit.requests, 100);
  });
});

test("a client names the company and the location of its options, and no other", async () => {
  const { ghl } = clientOf(HighLevel, json(USER), { companyId: "c2", locationId: "l2" });
  assert.deepEqual([ghl.companyId, ghl.locationId], ["c2", "l2"]);
  await polluted({ companyId: "evil", locationId: "evil" }, async () => {
    const { ghl } = clientOf(HighLevel, json(USER), { companyId: undefined, locationId: undefined });
    assert.deepEqual([ghl.companyId, ghl.locationId], [undefined, undefined]);
  });
});

test("takes no fetch, hook, signal, retry or page from the prototype of all objects", async () => {
  const seen = [];
  const members = { onRequest: (event) => seen.push(event), maxRetries: 5, limit: 1, skip: 7, extra: { x: 1 }, signal: AbortSignal.abort() };
  await polluted(members, async () => {
    const { ghl, requests } = clientOf(HighLevel, json({ users: [] }), { maxRetries: 0 });
    await ghl.users.search({}, {}).all();
    assert.deepEqual([...requests[0].url.searchParams.keys()].sort(), ["companyId", "limit"]);
    assert.equal(requests[0].url.searchParams.get("limit"), "100");
  });
  assert.deepEqual(seen, []);
});

test("takes no option of a call from the prototype of all objects, whatever else the call has", async () => {
  const members = { extra: { role: "admin" }, timeoutMs: "soon", maxRetries: "many" };
  const { signal } = new AbortController();
  for (const options of [undefined, {}, { signal }, { timeoutMs: 9_000 }, { signal, maxRetries: 1, extra: { a: 1 } }]) {
    const expected = { companyId: "c1", firstName: "Jo", ...options?.extra };
    await polluted(members, async () => {
      const { ghl, requests } = clientOf(HighLevel, json(USER));
      await ghl.users.update("u1", { firstName: "Jo" }, options);
      assert.deepEqual(requests[0].body, expected);
    });
  }
});

test("pages by what the call says, and by nothing that every object has", async () => {
  for (const [input, limit] of [[undefined, "100"], [{}, "100"], [{ limit: 2 }, "2"]]) {
    await polluted({ limit: 1, skip: 7, query: "evil", pageSize: 3 }, async () => {
      const { ghl, requests } = clientOf(HighLevel, ({ url: { searchParams } }) => {
        const skip = Number(searchParams.get("skip") ?? 0);
        return Response.json({ users: [{ id: `u${skip}` }, { id: `u${skip + 1}` }].slice(0, 5 - skip), count: undefined });
      });
      const users = await ghl.users.search(input).all();
      assert.deepEqual(users.map(({ id }) => id), ["u0", "u1", "u2", "u3", "u4"]);
      for (const { url } of requests) {
        assert.equal(url.searchParams.get("limit"), limit);
        assert.equal(url.searchParams.get("query"), null);
      }
    });
  }
});

test("blames no server for what every object seems to have", async () => {
  for (const members of [{ name: 5 }, { permissions: "all" }, { roles: [] }, { id: 7 }]) {
    await polluted(members, async () => {
      const { ghl } = clientOf(HighLevel, json({ ...USER, permissions: {}, roles: {} }), { validate: "strict" });
      assert.equal((await ghl.users.get("u1")).email, USER.email);
    });
  }
});

test("finds missing what every object seems to have", async () => {
  await polluted({ id: "u0" }, async () => {
    const { ghl } = clientOf(HighLevel, json({ name: "Jo" }), { validate: "strict" });
    assert.match((await failureOf(ghl.users.get("u1"))).message, /the answer's id is (missing|a string): expected a string/);
  });
});

const boom = () => {
  throw new Error("boom");
};
const throwing = (name) => Object.defineProperty({}, name, { enumerable: true, get: boom });
/** A signal, but for a member that throws when it is read or called. */
const signalOf = (name, trap) => Object.defineProperty(new AbortController().signal, name, trap);
const UNREADABLE = [
  ["a field of a search", (ghl) => ghl.users.search(throwing("query"))],
  ["a field of an iteration", (ghl) => ghl.users.search(throwing("limit")).all()],
  ["a field of a creation", (ghl) => ghl.users.create({ ...PERSON, permissions: throwing("tagsEnabled") })],
  ["a field of an update", (ghl) => ghl.users.update("u1", throwing("firstName"))],
  ["an option of a call", (ghl) => ghl.users.get("u1", throwing("timeoutMs"))],
  ["an option of a search", (ghl) => ghl.users.search({}, throwing("signal"))],
  ["whether a signal is aborted", (ghl) => ghl.users.get("u1", { signal: signalOf("aborted", { get: boom }) })],
  ["a signal that takes no listener", (ghl) => ghl.users.get("u1", { signal: signalOf("addEventListener", { value: boom }) })],
  ["a signal of pages", (ghl) => ghl.users.search({}, { signal: signalOf("aborted", { get: boom }) }).all()],
  ["an extra field", (ghl) => ghl.users.update("u1", {}, { extra: throwing("x") })],
  ["an input that is a trap", (ghl) => ghl.users.search(new Proxy({}, { ownKeys: boom }))],
  ["an update that is a trap", (ghl) => ghl.users.update("u1", new Proxy({}, { ownKeys: boom }))],
  ["options that are a trap", (ghl) => ghl.users.get("u1", new Proxy({}, { ownKeys: boom, get: boom }))],
  ["a list that is a trap", (ghl) => ghl.users.create({ ...PERSON, locationIds: new Proxy([], { get: boom }) })],
  ["a label that is a trap", (ghl) => ghl.users.search(Object.defineProperty({}, Symbol.toStringTag, { get: boom }))],
  ["an operation that is a trap", (ghl) => ghl.request(new Proxy({}, { get: boom }), {})],
];
for (const [what, call] of UNREADABLE) {
  test(`rejects ${what} that cannot be read, sends nothing, and goes on`, async () => {
    const { ghl, requests } = clientOf(HighLevel, json(USER));
    let promise;
    assert.doesNotThrow(() => (promise = call(ghl)));
    const error = await failureOf(promise);
    assert.ok(isHighLevelError(error), String(error?.stack));
    assert.deepEqual(requests, []);
    assert.equal((await ghl.users.get("u1")).id, "u1");
  });
}

test("refuses a constructor's option that cannot be read", () => {
  for (const name of ["token", "baseUrl", "rateLimit", "logger", "validate"]) {
    const options = Object.defineProperties({ token: "t" }, { [name]: { enumerable: true, get: boom } });
    assert.throws(() => new HighLevel(options), (error) => isHighLevelError(error, "invalid_config"), name);
  }
});

test("may be closed by a getter of what it reads, and finishes a call that it has begun", async () => {
  const closing = (ghl, name, value) => Object.defineProperty({}, name, { enumerable: true, get: () => (ghl.close(), value) });
  for (const [call, failure] of [
    [(ghl) => ghl.users.update("u1", closing(ghl, "firstName", "Jo")), "closed"],
    [(ghl) => ghl.request("users.update", Object.assign(closing(ghl, "firstName", "Jo"), { userId: "u1" }))],
    [(ghl) => ghl.users.update("u1", { permissions: closing(ghl, "tagsEnabled", true) })],
    [(ghl) => ghl.users.update("u1", {}, { extra: { deep: closing(ghl, "x", 1) } })],
  ]) {
    const { ghl, requests } = clientOf(HighLevel, json(USER));
    const outcome = await call(ghl).catch((error) => error);
    assert.deepEqual([outcome.id, outcome.code], failure ? [undefined, failure] : ["u1", undefined], String(outcome.stack));
    assert.equal(requests.length, failure ? 0 : 1);
    assert.ok(isHighLevelError(await failureOf(ghl.users.get("u1")), "closed"));
    ghl.close();
    const { ghl: other } = clientOf(HighLevel, json(USER));
    assert.equal((await other.users.get("u1")).id, "u1", "the engine of all clients has taken no harm");
  }
});

test("finds a user by an address with blanks around it", async () => {
  for (const api of ["v2", "v1"]) {
    const { ghl, requests } = clientOf(HighLevel, json(api === "v1" ? USER : { users: [USER] }), { api });
    assert.equal((await ghl.users.findByEmail("  Jo@Example.com\n"))?.id, "u1");
    const { url, body } = requests[0];
    assert.equal(body?.emails ?? url.searchParams.get("email"), "Jo@Example.com");
    assert.equal((await failureOf(ghl.users.findByEmail(5))).code, "invalid_input");
  }
});

test("takes numbers of up to fifteen digits, and says so of longer ones", async () => {
  const { ghl, requests } = clientOf(HighLevel, json({ users: [] }));
  await ghl.users.search({ skip: 10_000_000_000, limit: 999_999_999_999_999 });
  assert.equal(requests[0].url.searchParams.get("skip"), "10000000000");
  for (const skip of [1e15, 1e21]) {
    const { message } = await failureOf(ghl.users.search({ skip }));
    assert.match(message, /"skip" is a number: expected a whole number from 0, of at most 15 digits$/);
  }
});
