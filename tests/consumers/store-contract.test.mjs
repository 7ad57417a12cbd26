/** What every store keeps to, in whatever it keeps its values. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { install } from "./install.mjs";
import { crowd, deploy, temporary } from "./workers.mjs";

const consumer = install("programs");
const { memoryStore } = await consumer.import("ghl-users/server");
const { fileState } = await consumer.import("ghl-users/node");
const { ask } = await deploy(consumer.folder, {
  program: "vault.mjs",
  objects: { TOKENS: "Vault" },
  kvNamespaces: { KV: "values" },
});

/** A store as the tests ask it: by whoever's turn it is, of two that share it. */
const local = (...stores) => {
  let turns = 0;
  const next = () => stores[(turns += 1) % stores.length];
  return {
    get: (key) => next().get(key),
    set: (key, value, version) => next().set(key, value, version),
    many: (count, key, value, version) => Promise.all(Array.from({ length: count }, () => next().set(key, value, version))),
    /** Adds one, alone. */
    add(key) {
      const store = next();
      return store.exclusively(key, async () => {
        const stored = await store.get(key);
        await new Promise(setImmediate);
        return store.set(key, { count: (stored?.value.count ?? 0) + 1 }, stored?.version);
      });
    },
    fail: (key, error) => next().exclusively(key, () => Promise.reject(error)),
  };
};
const deployed = (kind) => ({
  get: (key) => ask("second", "get", { key, kind }),
  set: (key, value, version) => ask("first", "set", { key, value, version, kind }),
  many: (count, key, value, version) => crowd(count, ask, "set", { key, value, version, kind }),
  add: (key) => ask("second", "count", { key }),
});

const memory = memoryStore();
const path = join(temporary(), "state.json");
const STORES = {
  memory: local(memory),
  file: local(fileState(path), fileState(path)),
  durable: deployed("durable"),
  kv: deployed("kv"),
};
/** KV can do neither: so say its docs. */
const COMPARING = ["memory", "file", "durable"];

const VALUES = {
  "an object": { tokens: ["a", "b"], at: 1.5, none: null, "": { deep: [[]] } },
  "a list": [],
  "a text": "é€😀\u0000\"\\",
  "a number": 0,
  "a flag": false,
  nothing: null,
};

const isText = (value) => typeof value === "string" && value !== "";

for (const [kind, store] of Object.entries(STORES)) {
  test(`${kind}: has nothing under a key that nobody wrote`, async () => {
    for (const key of ["unwritten", "toString", "__proto__"]) assert.equal(await store.get(key), undefined);
  });

  for (const [name, value] of Object.entries(VALUES)) {
    test(`${kind}: gives ${name} as it was written`, async () => {
      const version = await store.set(name, value, undefined);
      assert.ok(isText(version));
      assert.deepEqual(await store.get(name), { value, version });
    });
  }

  test(`${kind}: tells keys apart, whatever they are`, async () => {
    const keys = ["key", "Key", "key ", "../key", "a/b:c", "ключ", "__proto__", "constructor", "k".repeat(512)];
    for (const key of keys) assert.ok(isText(await store.set(key, { key }, undefined)), key);
    for (const key of keys) assert.deepEqual((await store.get(key)).value, { key });
  });

  test(`${kind}: writes over the version that it was given, and leaves any other as it is`, async () => {
    const first = await store.set("versions", 1, undefined);
    assert.equal(await store.set("versions", 2, undefined), undefined, "something is stored");
    assert.equal(await store.set("versions", 2, "another"), undefined);
    assert.equal(await store.set("never written", 2, first), undefined);
    const second = await store.set("versions", 3, first);
    assert.ok(isText(second));
    assert.notEqual(first, second);
    assert.equal(await store.set("versions", 4, first), undefined, "it was written over");
    assert.deepEqual(await store.get("versions"), { value: 3, version: second });
  });
}

for (const kind of COMPARING) {
  const store = STORES[kind];
  test(`${kind}: of many writes over one version, one takes effect`, async () => {
    for (const [key, version] of [["race for the first"], ["race", await store.set("race", 0, undefined)]]) {
      const written = await store.many(30, key, 1, version);
      assert.equal(written.filter(isText).length, 1);
    }
  });

  test(`${kind}: runs one work after another, and lets it read and write`, async () => {
    const versions = await Promise.all(Array.from({ length: 20 }, () => store.add("count")));
    assert.ok(versions.every(isText), "nobody came between");
    assert.deepEqual((await store.get("count")).value, { count: 20 });
  });
}

for (const kind of ["memory", "file"]) {
  test(`${kind}: an error of the work is its caller's, and the next one gets its turn`, async () => {
    const own = new Error("of the work");
    await assert.rejects(STORES[kind].fail("failure", own), (error) => error === own);
    assert.ok(isText(await STORES[kind].add("failure")));
  });
}

for (const kind of ["file", "durable", "kv"]) {
  test(`${kind}: refuses a key that is none, without a word of it, and a value that JSON has not`, async () => {
    const store = STORES[kind];
    for (const key of ["", "s3cret".repeat(100), undefined]) {
      for (const call of [() => store.get(key), () => store.set(key, 1, undefined)]) {
        await assert.rejects(call, ({ name, code, message }) => {
          assert.deepEqual([name, code], ["HighLevelError", "invalid_input"]);
          assert.match(message, /"key" is (?:an empty string|a string|missing): expected a text of at most 512 characters$/);
          return true;
        });
      }
    }
    await assert.rejects(store.set("no value", undefined, undefined), { code: "invalid_input", message: /JSON has no such/ });
    assert.equal(await store.get("no value"), undefined);
  });
}

test("memory: who changes what it gave or took has not written it", async () => {
  const value = { seen: [1] };
  const version = await memory.set("own", value, undefined);
  value.seen.push(2);
  (await memory.get("own")).value.seen.push(3);
  assert.deepEqual(await memory.get("own"), { value: { seen: [1] }, version });
});
