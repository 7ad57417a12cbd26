/** Answers that are not as documented, with each setting of `validate`. `fetch` is a stub. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { clientOf as stubbed, failureOf, json, TOKEN } from "./stub.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const clientOf = (answer, options) => stubbed(HighLevel, json(answer), options).ghl;
const strict = (answer, options) => clientOf(answer, { validate: "strict", ...options });

/** A logger that keeps what it is told at any level. */
function recorder() {
  const lines = [];
  const methods = ["debug", "info", "warn", "error"].map((level) => [level, (line) => void lines.push(`${level} ${line}`)]);
  return { lines, logger: Object.fromEntries(methods) };
}

/** A field of a user that is wrong, and what is said of it. */
const WRONG = [
  [{ id: 5 }, "id is a number: expected a string"],
  [{ id: null }, "id is null: expected a string"],
  [{ id: undefined }, "id is missing: expected a string"],
  [{ email: 5 }, "email is a number: expected a string"],
  [{ dateAdded: {} }, "dateAdded is an object: expected a string"],
  [{ deleted: "true" }, "deleted is a string: expected a boolean"],
  [{ roles: [] }, "roles is an array: expected an object"],
  [{ roles: "admin" }, "roles is a string: expected an object"],
  [{ roles: { role: true } }, "roles.role is a boolean: expected a string"],
  [{ roles: { locationIds: "l1" } }, "roles.locationIds is a string: expected an array of strings"],
  [{ roles: { locationIds: ["l1", 5] } }, "roles.locationIds[1] is a number: expected a string"],
  [{ roles: { restrictSubAccount: 0 } }, "roles.restrictSubAccount is a number: expected a boolean"],
  [{ scopes: 5 }, "scopes is a number: expected a string or an array of strings"],
  [{ scopes: {} }, "scopes is an object: expected a string or an array of strings"],
  [{ scopes: ["a", "b", null] }, "scopes[2] is null: expected a string"],
  [{ permissions: true }, "permissions is a boolean: expected an object of booleans"],
  [{ permissions: [] }, "permissions is an array: expected an object of booleans"],
  [{ permissions: { botService: "yes" } }, "permissions.botService is a string: expected a boolean"],
  [{ permissions: { notDocumented: 1 } }, "permissions.notDocumented is a number: expected a boolean"],
  [{ permissions: { "pit-0123": 1 } }, "permissions.* is a number: expected a boolean"],
  [{ lcPhone: "+1" }, "lcPhone is a string: expected an object of strings"],
  [{ lcPhone: { ve9EPM428h8vShlRW1KT: 1 } }, "lcPhone.* is a number: expected a string"],
];
for (const [fields, words] of WRONG) {
  test(`throws if a user's ${words}`, async () => {
    const error = await failureOf(strict({ id: "u1", ...fields }).users.get("u1"));
    assert.deepEqual([error.code, error.message], ["unexpected_response", `users.get: the answer's ${words}`]);
    const users = [{ id: "u1" }, { id: "u2", ...fields }];
    const listed = await failureOf(strict({ users, count: 2 }).users.search());
    assert.equal(listed.message, `users.search: the answer's users[1].${words}`);
  });
}

test("throws if a list holds something else, or its count is no number", async () => {
  for (const [answer, words] of [
    [{ users: [{ id: "u1" }, null] }, "users[1] is null: expected an object"],
    [{ users: ["u1"] }, "users[0] is a string: expected an object"],
    [{ users: [[]] }, "users[0] is an array: expected an object"],
    [{ users: [], count: "1" }, "count is a string: expected a number"],
  ]) {
    const error = await failureOf(strict(answer).users.search());
    assert.equal(error.message, `users.search: the answer's ${words}`);
  }
});

test("says where, with the status and the server's id of the request, and keeps nothing of the answer", async () => {
  const answer = { id: "u1", email: 5, firstName: { password: "canary" }, traceId: "t1" };
  const error = await failureOf(strict(answer).users.update("u1", { firstName: "Jo" }));
  assert.deepEqual(error.toJSON(), {
    name: "HighLevelError",
    code: "unexpected_response",
    message: "users.update: the answer's email is a number: expected a string",
    operation: "users.update",
    status: 200,
    traceId: "t1",
    attempts: 1,
  });
  assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes("canary"));
});

test("finds the server's id of the request in the head too", async () => {
  const answer = json({ id: 5 }, 200, { "x-request-id": "t2" });
  const { ghl } = stubbed(HighLevel, answer, { validate: "strict" });
  assert.equal((await failureOf(ghl.users.get("u1"))).traceId, "t2");
});

test("leaves out an id of the request that may be somebody's token", async () => {
  for (const traceId of [TOKEN, "eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2ln", "x".repeat(65), "a b", "", 5, {}, null]) {
    const error = await failureOf(strict({ id: 5, traceId }).users.get("u1"));
    assert.ok(!Object.hasOwn(error, "traceId"), inspect(traceId));
  }
});

const RIGHT = {
  "the least": {},
  "null for all that is optional": { name: null, email: null, permissions: null, scopes: null, roles: null, deleted: null },
  "empty texts, lists and objects": { name: "", permissions: {}, scopes: [], roles: { locationIds: [] }, lcPhone: {} },
  "unknown fields": { someDayEnabled: 5, nested: { deep: [null] }, role: [] },
  "unknown permissions, and null for one": { permissions: { brandNewEnabled: true, botService: null } },
  "unknown words": { platformLanguage: "tlh", roles: { type: "planet", role: "owner" }, scopes: ["a/new.scope"] },
  "scopes as one text": { scopes: "contacts.write,contacts.readonly", scopesAssignedToOnly: "" },
  "names that every object has": JSON.parse('{ "__proto__": { "fields": 5 }, "constructor": 5, "toString": [], "hasOwnProperty": {} }'),
};
for (const [name, fields] of Object.entries(RIGHT)) {
  test(`is content with ${name}`, async () => {
    const entries = [["id", "u1"], ...Object.entries(fields)];
    const text = `{${entries.map((entry) => entry.map((part) => JSON.stringify(part)).join(":")).join(",")}}`;
    const answer = () => new Response(text, { headers: { "content-type": "application/json" } });
    const { ghl } = stubbed(HighLevel, answer, { validate: "strict" });
    assert.equal(JSON.stringify(await ghl.users.get("u1")), text);
  });
}

test("is content with every operation's own answer, and with nobody", async () => {
  const person = { firstName: "Jo", lastName: "Li", email: "a@b.c", type: "account", role: "user", locationIds: ["l1"] };
  const user = { id: "u1", email: "a@b.c" };
  assert.deepEqual(await strict(user).users.create(person), user);
  assert.equal((await strict({ succeded: true }).users.delete("u1")).succeeded, true);
  assert.deepEqual(await strict({ users: [user] }).users.list({ locationId: "l1" }), { users: [user] });
  const v1 = { api: "v1" };
  assert.deepEqual(await strict({ users: [user] }, v1).users.listOwnLocation(), { users: [user] });
  assert.deepEqual(await strict(user, v1).users.lookup("a@b.c"), user);
  assert.equal(await strict({}, v1).users.findByEmail("a@b.c"), null);
  assert.equal((await failureOf(strict({ email: 5 }, v1).users.findByEmail("a@b.c"))).code, "unexpected_response");
});

test("checks each page", async () => {
  const { ghl } = stubbed(
    HighLevel,
    ({ url }) => Response.json({ users: [{ id: url.searchParams.get("skip") ? 7 : "u1" }] }),
    { validate: "strict" },
  );
  const error = await failureOf(ghl.users.search({ limit: 1 }).all());
  assert.equal(error.message, "users.search: the answer's users[0].id is a number: expected a string");
});

const ODD = { users: [{ id: "u1", email: 1, scopes: [1, 2] }, { id: "u2", email: 2, lcPhone: { a: 1, b1: 2, b2: 2 } }] };
const WARNINGS = [
  "the answer's users[].email is a number: expected a string",
  "the answer's users[].scopes[] is a number: expected a string",
  "the answer's users[].lcPhone.a is a number: expected a string",
  "the answer's users[].lcPhone.* is a number: expected a string",
].map((words) => `[ghl-users] users.search: ${words}`);

test("warns of each place once per client, and gives the answer as it came", async () => {
  const { lines, logger } = recorder();
  const ghl = clientOf(ODD, { validate: "warn", logger });
  assert.deepEqual(await ghl.users.search(), ODD);
  assert.deepEqual(await ghl.users.search(), ODD);
  assert.deepEqual(lines, WARNINGS.map((line) => `warn ${line}`));
  await clientOf(ODD, { validate: "warn", logger }).users.search();
  assert.equal(lines.length, 2 * WARNINGS.length);
});

test("warns on the console where there is no logger", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  await clientOf(ODD, { validate: "warn" }).users.search();
  assert.deepEqual(warn.mock.calls.map((call) => call.arguments), WARNINGS.map((line) => [line]));
});

test("does not warn a logger that wants errors only, nor unless it is told to check", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const { lines, logger } = recorder();
  await clientOf(ODD, { validate: "warn", logger, logLevel: "error" }).users.search();
  await clientOf(ODD, { logger, logLevel: "warn" }).users.search();
  await clientOf(ODD, { validate: "off", logger, logLevel: "warn" }).users.search();
  await clientOf(ODD, { validate: "warn", logLevel: "off" }).users.search();
  assert.deepEqual([lines, warn.mock.callCount()], [[], 0]);
});

test("warns of a hundred places at most", async () => {
  const names = Array.from({ length: 26 * 26 }, (_, index) => String.fromCharCode(97 + (index % 26), 97 + index / 26));
  const { lines, logger } = recorder();
  const ghl = clientOf({ id: "u1", permissions: Object.fromEntries(names.map((name) => [name, 1])) }, { validate: "warn", logger });
  await ghl.users.get("u1");
  await ghl.users.get("u1");
  assert.equal(lines.length, 100);
});

for (const validate of [undefined, "off", "warn", "strict"]) {
  test(`refuses an answer without its list when validate is ${validate}`, async () => {
    const { logger } = recorder();
    for (const answer of [{}, { users: null }, { users: {} }, [], null, "users"]) {
      const error = await failureOf(clientOf(answer, { validate, logger }).users.search());
      assert.equal(error.code, "unexpected_response", inspect(answer));
    }
  });
}

test("refuses a setting that there is not", () => {
  for (const validate of ["loose", true, null]) {
    assert.throws(() => clientOf({}, { validate }), { code: "invalid_config", message: /"validate"/ }, inspect(validate));
  }
});
