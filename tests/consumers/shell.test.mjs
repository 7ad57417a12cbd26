/** What the TypeScript half adds to the engine: methods, promises, errors. `fetch` is a stub that answers anything. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { clientOf as stubbed, failureOf, json, TOKEN, unhandledIn } from "./stub.mjs";

const consumer = install();
const { ApiPromise, HighLevel, HighLevelError, isHighLevelError } = await consumer.import("ghl-users");
const clientOf = (answer, options) => stubbed(HighLevel, answer, options);

test("joins the id with the other fields", async () => {
  const { ghl, requests } = clientOf(json({ id: "u1" }));
  await ghl.users.update("u1", { firstName: "Jo", userId: "not this one" });
  assert.equal(requests[0].url.pathname, "/users/u1");
  assert.deepEqual(requests[0].body, { companyId: "c1", firstName: "Jo" });
});

test("leaves a wrong input to the engine", async () => {
  const { ghl, requests } = clientOf(json({}));
  for (const input of ["Jo", null, ["Jo"], 5, new Map()]) {
    await assert.rejects(ghl.users.update("u1", input), { code: "invalid_input" }, inspect(input));
  }
  await assert.rejects(ghl.users.get(), { code: "invalid_input", message: /"userId"/ });
  await assert.rejects(ghl.request(undefined), { code: "unsupported_operation" });
  assert.deepEqual(requests, []);
});

test("passes the call's options on, whatever a method takes before them", async () => {
  const { ghl, requests } = clientOf(json({}), { api: "v1" });
  const options = { signal: AbortSignal.abort() };
  const calls = [
    ghl.users.get("u1", options),
    ghl.users.list(undefined, options),
    ghl.users.listOwnLocation(options),
    ghl.users.lookup("a@b.c", options),
    ghl.users.findByEmail("a@b.c", options),
    ghl.request("users.get", { userId: "u1" }, options),
  ];
  const failures = await Promise.all(calls.map(failureOf));
  assert.deepEqual(
    failures.map(({ code }) => code),
    calls.map(() => "aborted"),
  );
  assert.deepEqual(requests, []);
});

test("gives the data and the response of one request", async () => {
  const { ghl, requests } = clientOf(json({ id: "u1" }));
  const call = ghl.users.get("u1");
  assert(call instanceof ApiPromise);
  const { data, response } = await call.withResponse();
  assert.equal(response.status, 200);
  assert.equal(await call, data);
  assert.equal(await call.finally(() => {}), data);
  assert.equal(requests.length, 1);
});

const UNHANDLED = [
  ["nobody looks", "", 1],
  ["finally passes it on", "call.finally(() => {})", 1],
  ["catch takes it", "call.catch(() => {})", 0],
  ["withResponse is caught", "call.withResponse().catch(() => {})", 0],
  ["both are awaited", "await Promise.allSettled([call, call.withResponse()])", 0],
];
for (const [name, use, expected] of UNHANDLED) {
  test(`counts ${expected} unhandled rejections of a failure if ${name}`, () => {
    assert.equal(unhandledIn(consumer.folder, `const call = ghl.users.get("u1"); ${use}`), expected);
  });
}

test("throws one class that every copy of the package knows", async () => {
  const { ghl } = clientOf(json({ statusCode: 404, message: "no such user", traceId: "t1" }, 404));
  const error = await failureOf(ghl.users.get("u1"));
  assert(error instanceof HighLevelError && error instanceof Error);
  assert.match(error.stack, /^HighLevelError: users\.get: /);
  const fields = ["attempts", "body", "code", "message", "messages", "name", "operation", "status", "traceId"];
  assert.deepEqual(Object.keys(error.toJSON()).sort(), fields);

  const copy = consumer.require("ghl-users");
  assert(!(error instanceof copy.HighLevelError));
  assert(copy.isHighLevelError(error) && copy.isHighLevelError(error, "not_found"));
  assert(!copy.isHighLevelError(error, "server"));
  for (const other of [undefined, null, "x", {}, new Error("x")]) assert(!isHighLevelError(other));
});

test("says how often it was sent, and how long to wait", async () => {
  const refused = json({ message: ["too fast", "slow down"] }, 429, { "retry-after": "7" });
  const error = await failureOf(clientOf(refused).ghl.users.get("u1"));
  assert.deepEqual([error.code, error.attempts, error.messages], ["rate_limited", 1, ["too fast", "slow down"]]);
  assert.ok(error.retryAfterMs >= 7_000 && error.retryAfterMs < 8_000, String(error.retryAfterMs));
  const { ghl } = clientOf(refused);
  assert.equal((await failureOf(ghl.users.get(""))).attempts, 0);
  assert.equal(new HighLevelError({ code: "server", message: "made by a test" }).attempts, 0);
});

test("shows nothing but its fields when it is printed or copied", async () => {
  const body = { message: "no", traceId: "t1" };
  const error = await failureOf(clientOf(json(body, 400)).ghl.users.get("u1"));
  const fields = ["attempts", "body", "code", "messages", "operation", "status", "traceId"];
  assert.deepEqual(Object.keys(error).sort(), fields);
  assert.deepEqual(Reflect.ownKeys(error).sort(), [...fields, "message", "stack"].sort());
  const copy = structuredClone(error);
  assert.equal(copy.message, error.message);
  assert.deepEqual(Reflect.ownKeys(copy).sort(), ["message", "stack"]);
});

test("keeps the cause, but not in the JSON", async () => {
  const cause = new TypeError("the inner secret");
  const error = await failureOf(clientOf(() => Promise.reject(cause)).ghl.users.get("u1"));
  assert.equal(error.cause, cause);
  assert.ok(!Object.hasOwn(JSON.parse(JSON.stringify(error)), "cause"));
});

test("refuses wrong options", () => {
  for (const options of [undefined, null, "token", { tokn: TOKEN }, { token: 5 }]) {
    assert.throws(() => new HighLevel(options), { name: "HighLevelError", code: "invalid_config" }, inspect(options));
  }
});

test("never prints the token", async () => {
  const { ghl } = clientOf(json({ message: "Invalid JWT" }, 401));
  for (const thing of [ghl, await failureOf(ghl.users.get("u1"))]) {
    assert.doesNotMatch(inspect(thing, { showHidden: true, depth: 9 }), /pit-/);
    assert.doesNotMatch(String(JSON.stringify(thing)), /pit-/);
  }
  assert.throws(
    () => new HighLevel({ token: `${TOKEN}\n` }),
    (error) => error.code === "invalid_config" && !inspect(error).includes("pit-"),
  );
});

test("finishes calls under way when closed, and refuses later ones", async () => {
  const { ghl } = clientOf(json({ id: "u1" }));
  const call = ghl.users.get("u1");
  ghl.close();
  ghl.close();
  assert.equal((await call).id, "u1");
  await assert.rejects(ghl.users.get("u1"), { code: "closed", operation: "users.get" });
});

for (const api of ["v2", "v3"]) {
  test(`finds a user by email in whatever case on ${api}`, async () => {
    const users = [{ id: "u1", email: "ajo@x.y" }, { id: "u2" }, { id: "u3", email: "JO@x.Y" }];
    const { ghl, requests } = clientOf(json({ users, count: 3 }), { api });
    assert.equal((await ghl.users.findByEmail("Jo@X.y")).id, "u3");
    assert.equal(await ghl.users.findByEmail("jo@x.z"), null);
    assert.deepEqual(requests[0].body, { companyId: "c1", emails: "Jo@X.y", projection: "all" });
  });
}

test("takes whatever is not HighLevel's for no word about a user, so that nobody is created again", async () => {
  const page = "<!doctype html><title>404 Not Found</title><h1>nginx</h1>";
  for (const api of ["v1", "v2", "v3"]) {
    for (const [body, status] of [[page, 404], ["404 page not found\n", 404], ['{"id":"u', 404], ["[]", 404], [page, 200], [page, 410]]) {
      const { ghl } = clientOf(() => new Response(body, { status }), { api });
      for (const call of [ghl.users.findByEmail("a@b.c"), ghl.users.get("u1"), ghl.users.delete("u1")]) {
        await assert.rejects(call, { code: "unexpected_response", message: /check "baseUrl"/ }, `${api}: ${status} ${body}`);
      }
    }
  }
});

test("finds nobody on v1 in an empty object and in a 404", async () => {
  const find = (answer) => clientOf(answer, { api: "v1" }).ghl.users.findByEmail("a@b.c");
  assert.equal((await find(json({ id: "u1" }))).id, "u1");
  assert.equal(await find(json({})), null);
  assert.equal(await find(json({ msg: "Not found" }, 404)), null);
  await assert.rejects(find(json({ msg: "Unauthorized" }, 401)), { code: "invalid_token" });
});
