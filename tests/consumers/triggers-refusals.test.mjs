/** What `poll` says of what nobody can mean, before anything is sent; and that it can tell what its types say. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { install } from "./install.mjs";
import { clientOf, failureOf, json } from "./stub.mjs";
import { ANSWERS, ASKED, INPUTS, OPTIONS, SOURCES, STORES } from "./watched/mistakes.mjs";

const consumer = install();
const { poll } = await consumer.import("ghl-users/triggers");
const { HighLevel } = await consumer.import("ghl-users");
const { catalogue } = await consumer.import("ghl-users/catalogue");

const CHANGES = ["added", "changed", "removed"];

/** A client, and what it has sent. */
const stubbed = (options) => clientOf(HighLevel, json({}), options);

for (const [code, mistakes] of [["invalid_input", INPUTS], ["invalid_config", [...OPTIONS, ...SOURCES]]]) {
  for (const [what, given, message] of mistakes) {
    test(`refuses ${what}`, () => {
      const { ghl, requests } = stubbed();
      assert.throws(() => poll(ghl, ...given), { name: "HighLevelError", code, message });
      assert.equal(requests.length, 0);
    });
  }
}

for (const [code, mistakes] of [["unexpected_response", ANSWERS], ["invalid_config", STORES]]) {
  for (const [what, given, message] of mistakes) {
    test(`refuses ${what} when it meets it`, async () => {
      const error = await failureOf(poll(stubbed().ghl, ...given).once());
      assert.deepEqual([error.name, error.code, error.message], ["HighLevelError", code, message]);
    });
  }
}

for (const [what, ask, said] of ASKED) {
  test(`is not asked for ${what}`, async () => {
    const { ghl, requests } = stubbed();
    const error = await failureOf(ask(poll(ghl, "users.search")));
    assert.deepEqual([error.code, error.message, requests.length], ["invalid_input", `users.search: ${said}`, 0]);
  });
}

test("an operation of another version is told by the client, as ever", async () => {
  const { ghl, requests } = stubbed({ api: "v3" });
  catalogue(ghl);
  for (const [operation, version] of [["users.lookup", "v1"], ["contacts.list", "v2"]]) {
    const { code, message } = await failureOf(poll(ghl, operation, {}).once());
    assert.deepEqual([code, message], ["unsupported_operation", `${operation}: api v3 has no such operation; it is in ${version}`]);
  }
  assert.equal(requests.length, 0);
});

test("has types for each version", () => assert.deepEqual(Object.keys(watchedOf(consumer.folder)), ["v1", "v2", "v3"]));

test("says which resource the client lacks, and from where it comes", async () => {
  // A copy of its own: resources are announced for all clients.
  const other = install();
  const { poll: alone } = await other.import("ghl-users/triggers");
  const { HighLevel: Alone } = await other.import("ghl-users");
  const { ghl, requests } = clientOf(Alone, json({}));
  const { code, message } = await failureOf(alone(ghl, "socialPosting.tags.list", {}).once());
  assert.equal(code, "unsupported_operation");
  assert.equal(message, 'socialPosting.tags.list: call socialPosting(ghl) of "ghl-users/catalogue/social-posting" before');
  assert.equal(requests.length, 0);
});

test("what is no client is none, a whole catalogue included", () => {
  const { ghl } = stubbed();
  for (const client of [undefined, null, {}, "pit-1", HighLevel, catalogue(ghl)]) {
    assert.throws(() => poll(client, "users.search", {}), { name: "TypeError", message: /^poll: expected a client, new HighLevel\(…\)/ });
  }
});

test("a field that is missing or misspelt is named when it is polled, and nothing is sent", async () => {
  const { ghl, requests } = stubbed();
  catalogue(ghl);
  const mistakes = [
    ["contacts.get", {}, /^contacts\.get: "contactId" is missing/],
    ["contacts.search", { querry: "x" }, /"querry" is not a field of this call; did you mean "query"/],
  ];
  for (const [operation, input, message] of mistakes) {
    const error = await failureOf(poll(ghl, operation, input).once());
    assert.equal(error.code, "invalid_input");
    assert.match(error.message, message);
  }
  assert.equal(requests.length, 0);
});

for (const [api, operations] of Object.entries(watchedOf(consumer.folder))) {
  test(`tells of each operation what its type says, and nothing else, ${api}`, () => {
    const { ghl, requests } = stubbed({ api });
    const ids = Object.keys(operations);
    assert.ok(ids.length > (api === "v1" ? 3 : 60));
    for (const id of ids) {
      const able = CHANGES.filter((change) => accepts(ghl, id, [change]));
      assert.deepEqual(able, operations[id], id);
      assert.ok(accepts(ghl, id, able), id);
    }
    assert.equal(requests.length, 0);
  });
}

function accepts(ghl, operation, on) {
  try {
    poll(ghl, operation, {}, { on });
    return true;
  } catch (error) {
    assert.equal(error.code, "invalid_config");
    return false;
  }
}

/** What the installed types say can be told, by version and operation. */
function watchedOf(folder) {
  const path = join(folder, "node_modules/ghl-users/dist/triggers.d.ts");
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const interfaces = source.statements.filter((node) => ts.isInterfaceDeclaration(node) && /^WatchedV\d$/.test(node.name.text));
  return Object.fromEntries(interfaces.map(({ name, members }) => [name.text.slice(-2).toLowerCase(), toldBy(members)]));
}

function toldBy(members) {
  return Object.fromEntries(
    members.map(({ name, type }) => {
      const on = type.members.find((member) => member.name.text === "on");
      return [name.text, CHANGES.filter((change) => on.type.getText().includes(`"${change}"`))];
    }),
  );
}
