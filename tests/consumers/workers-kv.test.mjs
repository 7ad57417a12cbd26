/** Tokens in Workers KV: what it can do, and what it cannot. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { source } from "./source.mjs";
import { deploy } from "./workers.mjs";

const { folder } = install("programs");
const objects = { TOKENS: "Vault" };
const { ask: act } = await deploy(folder, { program: "vault.mjs", objects, kvNamespaces: { KV: "tokens" } });
const ask = (name, what, input) => act(name, what, { ...input, kind: "kv" });

const { kvStore } = await source("workers/kv-store.ts");

const TOKENS = { accessToken: "access", refreshToken: "refresh", expiresAt: 1, userType: "Company", scopes: [] };

test("gives what was written, and nothing where nothing was", async () => {
  const key = "company";
  assert.equal(await ask("first", "get", { key }), undefined);
  const version = await ask("first", "set", { key, value: TOKENS });
  assert.deepEqual(await ask("second", "get", { key }), { value: TOKENS, version });
});

test("leaves what another version is known of", async () => {
  const key = "versions";
  const first = await ask("first", "set", { key, value: TOKENS });
  assert.equal(await ask("second", "set", { key, value: TOKENS }), undefined);
  const second = await ask("second", "set", { key, value: { ...TOKENS, accessToken: "2" }, version: first });
  assert.equal(await ask("first", "set", { key, value: TOKENS, version: first }), undefined);
  const stored = await ask("first", "get", { key });
  assert.deepEqual([stored.version, stored.value.accessToken], [second, "2"]);
});

test("refuses a key that is none, and what is no binding", async () => {
  await assert.rejects(ask("first", "get", { key: "k".repeat(513) }), { code: "invalid_input" });
  await assert.rejects(act("first", "refuses", { maker: "kvStore" }), {
    code: "invalid_config",
    message: "kvStore: the namespace is an object: expected the binding of a KV namespace",
  });
});

test("has no lock, and cannot keep the later of two writes at once from winning: so say its docs", async () => {
  const entries = new Map();
  const get = async (key) => entries.get(key) ?? null;
  const store = kvStore({ get, put: async (key, text) => entries.set(key, text) });
  assert.equal(store.exclusively, undefined);
  const versions = await Promise.all([store.set("k", TOKENS, undefined), store.set("k", TOKENS, undefined)]);
  assert.ok(versions.every((version) => typeof version === "string"));
  assert.equal((await store.get("k")).version, versions[1]);
});

test("says that it cannot read what is no JSON, and quotes nothing of it", async () => {
  const store = kvStore({ get: async () => "eyJhbGciOiJIUzI1NiJ9", put: async () => {} });
  for (const call of [store.get("k"), store.set("k", TOKENS, undefined)]) {
    await assert.rejects(call, (error) => {
      assert.deepEqual([error.name, error.code], ["HighLevelError", "store_failed"]);
      assert.doesNotMatch(inspect(error, { depth: null }), /eyJ/);
      return true;
    });
  }
});
