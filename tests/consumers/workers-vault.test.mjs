/** What becomes of a turn in a Durable Object, whoever ends. Else it is a store like others: `store-contract.test.mjs`. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { install } from "./install.mjs";
import { deploy, temporary } from "./workers.mjs";

const { folder } = install("programs");
const APP = { program: "vault.mjs", objects: { TOKENS: "Vault" }, persist: temporary() };
const { ask } = await deploy(folder, { ...APP, persist: false });

const TOKENS = { accessToken: "access", refreshToken: "refresh", expiresAt: 1, userType: "Company", scopes: ["a"] };
const isText = (value) => typeof value === "string" && value !== "";

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

test("refuses what is no binding", async () => {
  await assert.rejects(ask("first", "refuses"), {
    code: "invalid_config",
    message: "durableStore: the namespace is an object: expected the binding of Vault",
  });
});
