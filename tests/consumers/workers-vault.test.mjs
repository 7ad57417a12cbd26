/** Values in a Durable Object that two Workers share. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { install } from "./install.mjs";
import { crowd, deploy, temporary } from "./workers.mjs";

const { folder } = install("programs");
const APP = { program: "vault.mjs", objects: { TOKENS: "Vault" }, persist: temporary() };
const { ask } = await deploy(folder, { ...APP, persist: false });

const TOKENS = { accessToken: "access", refreshToken: "refresh", expiresAt: 1, userType: "Company", scopes: ["a"] };
const isText = (value) => typeof value === "string" && value !== "";

test("has nothing under a key that nobody wrote", async () => {
  assert.equal(await ask("first", "get", { key: "unwritten" }), undefined);
});

test("gives what the other Worker wrote, field for field, under its own key only", async () => {
  const version = await ask("first", "set", { key: "company", value: TOKENS });
  assert.ok(isText(version));
  assert.deepEqual(await ask("second", "get", { key: "company" }), { value: TOKENS, version });
  assert.equal(await ask("second", "get", { key: "Company" }), undefined);
});

test("writes over the version that it was given, and leaves any other as it is", async () => {
  const key = "versions";
  const first = await ask("first", "set", { key, value: { ...TOKENS, accessToken: "1" } });
  assert.equal(await ask("second", "set", { key, value: TOKENS }), undefined, "something is stored");
  assert.equal(await ask("second", "set", { key, value: TOKENS, version: "another" }), undefined);
  const second = await ask("second", "set", { key, value: { ...TOKENS, accessToken: "2" }, version: first });
  assert.equal(await ask("first", "set", { key, value: TOKENS, version: first }), undefined, "it was written over");
  const stored = await ask("first", "get", { key });
  assert.deepEqual([stored.version, stored.value.accessToken], [second, "2"]);
  assert.notEqual(first, second);
});

test("of many writes over one version, one takes effect", async () => {
  const key = "race";
  for (const version of [undefined, await ask("first", "set", { key, value: TOKENS })].reverse()) {
    const target = version === undefined ? "race for the first" : key;
    const written = await crowd(50, ask, "set", { key: target, value: TOKENS, version });
    assert.equal(written.filter(isText).length, 1);
  }
});

test("runs work of two Workers one after the other, and lets it read and write", async () => {
  const versions = await crowd(100, ask, "count", { key: "count" });
  assert.ok(versions.every(isText), "nobody came between");
  assert.equal((await ask("first", "get", { key: "count" })).value.count, 100);
});

test("an error of the work is the same one to its caller, and the next one gets its turn", async () => {
  assert.equal(await ask("first", "fail", { key: "failure" }), true);
  assert.ok(isText(await ask("second", "count", { key: "failure" })));
});

test("a caller that is gone gives the lock back at once", { timeout: 20_000 }, async () => {
  assert.equal(await ask("first", "abandon", { key: "gone" }), "begun");
  assert.ok(isText(await ask("second", "count", { key: "gone" })));
});

test("an object that ends does not take the work along", async () => {
  assert.equal(await ask("first", "outlive", { key: "ended" }), "outlived");
  assert.ok(isText(await ask("second", "count", { key: "ended" })));
});

test("a process that is killed under the lock loses neither the value nor the lock", { timeout: 60_000 }, async () => {
  const key = "killed";
  const server = createServer((_, reply) => reply.end());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const before = await deploy(folder, APP);
  const version = await before.ask("first", "set", { key, value: TOKENS });
  const holds = once(server, "request");
  const held = before.ask("first", "hold", { key, noticed: `http://127.0.0.1:${server.address().port}/` });
  held.catch(() => undefined);
  await holds;
  await before.kill();
  server.close();
  await assert.rejects(held);

  const next = await deploy(folder, APP);
  assert.deepEqual(await next.ask("second", "get", { key }), { value: TOKENS, version });
  assert.ok(isText(await next.ask("second", "count", { key })));
});

test("refuses a key that is none, without a word of it, and what is no binding", async () => {
  const secret = "s3cret".repeat(100);
  await assert.rejects(ask("first", "get", { key: secret }), ({ name, code, message }) => {
    assert.deepEqual([name, code], ["HighLevelError", "invalid_input"]);
    assert.equal(message, 'durableStore: "key" is a string: expected a text of at most 512 characters');
    return true;
  });
  await assert.rejects(ask("first", "set", { key: "", value: TOKENS }), { code: "invalid_input" });
  await assert.rejects(ask("first", "count", {}), { code: "invalid_input", message: /"key" is missing/ });
  await assert.rejects(ask("first", "refuses", { maker: "durableStore" }), {
    code: "invalid_config",
    message: "durableStore: the namespace is an object: expected the binding of Vault",
  });
});
