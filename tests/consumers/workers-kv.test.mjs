/** Workers KV: what it cannot do, and what it has that is strange. Else it is a store like others: `store-contract.test.mjs`. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { source } from "./source.mjs";

const { kvStore } = await source("workers/kv-store.ts");

const TOKENS = { accessToken: "access", refreshToken: "refresh", expiresAt: 1, userType: "Company", scopes: [] };
/** A namespace that has this under each key. */
const holding = (text) => ({ get: async () => text, put: async () => {} });

test("refuses what is no binding", () => {
  assert.throws(() => kvStore({}), {
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

const STRANGE = ["eyJhbGciOiJIUzI1NiJ9", "null", '"eyJ"', '["eyJ"]', '{"value":"eyJ"}', '{"version":"eyJ"}'];

for (const text of STRANGE) {
  test(`says that it cannot read ${text}, and quotes nothing of it`, async () => {
    const store = kvStore(holding(text));
    for (const call of [() => store.get("k"), () => store.set("k", TOKENS, undefined)]) {
      await assert.rejects(call, (error) => {
        assert.deepEqual([error.name, error.code], ["HighLevelError", "store_failed"]);
        assert.doesNotMatch(inspect(error, { depth: null }), /eyJ/);
        return true;
      });
    }
  });
}

test("reads what was written while stores were for tokens only", async () => {
  const store = kvStore(holding(JSON.stringify({ tokens: TOKENS, version: "v1" })));
  assert.deepEqual(await store.get("k"), { value: TOKENS, version: "v1" });
});
