/** A store in a file: what it refuses, and what processes that share it may do to each other. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { KEY, NOW, stage, tokensOf } from "./session.mjs";
import { source } from "./source.mjs";
import { temporary } from "./workers.mjs";

const consumer = install("programs");
const { fileState } = await consumer.import("ghl-users/node");
const { OAuthSession } = await consumer.import("ghl-users/server");
const { FileLock } = await source("node/lock.ts");

const all = temporary();
/** A path of a test's own. */
const fresh = () => join(mkdtempSync(join(all, "store-")), "state.json");
const beside = (path) => readdirSync(join(path, ".."));
const modeOf = (path) => statSync(path).mode & 0o777;

/** Watches without waiting. */
const QUICK = { pause: () => new Promise(setImmediate), looks: 20, beatMs: 1_000 };

const program = (act, path, ...rest) =>
  spawn(process.execPath, ["programs/file-store.mjs", act, path, ...rest], {
    cwd: consumer.folder,
    stdio: ["ignore", "pipe", "inherit"],
  });

/** Ends a process as nothing else does, once it is where it is to be killed. */
async function killed(child) {
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** Removes what a process left, as those who wait for ten seconds do. */
const cleared = async (lock) => (await FileLock.take(lock, QUICK)).release();

test("four processes that write over each other's versions lose no write", async () => {
  const path = fresh();
  const children = Array.from({ length: 4 }, () => program("add", path, "25"));
  const ends = await Promise.all(children.map((child) => once(child, "exit")));
  assert.deepEqual(ends.map(([code]) => code), [0, 0, 0, 0]);
  assert.equal((await fileState(path).get("count")).value, 100);
  assert.deepEqual(beside(path), ["state.json"]);
});

test("work of several processes runs one after the other", async () => {
  const path = fresh();
  const children = Array.from({ length: 3 }, () => program("addAlone", path, "10"));
  const ends = await Promise.all(children.map((child) => once(child, "exit")));
  assert.deepEqual(ends.map(([code]) => code), [0, 0, 0]);
  assert.equal((await fileState(path).get("count")).value, 30);
  assert.deepEqual(beside(path), ["state.json"]);
});

test("a process that is killed before it renames leaves the file whole, and the next one writes", async () => {
  const path = fresh();
  const store = fileState(path);
  const version = await store.set("tokens", "of before", undefined);
  const before = readFileSync(path, "utf8");
  await killed(program("almostWrite", path));

  assert.equal(readFileSync(path, "utf8"), before);
  assert.deepEqual(await store.get("tokens"), { value: "of before", version });
  assert.deepEqual(beside(path), ["state.json", "state.json.lock"]);
  assert.match(readFileSync(`${path}.lock`, "utf8"), /of the one that dies/, "it had come that far");
  await cleared(`${path}.lock`);
  assert.ok(await store.set("tokens", "of after", version));
  assert.deepEqual(beside(path), ["state.json"]);
});

test("a process that is killed at its work gives its turn back", async () => {
  const path = fresh();
  await killed(program("hold", path));
  const [lock] = beside(path);
  assert.match(lock, /^state\.json\.[0-9a-f]{16}\.lock$/);
  assert.ok(await fileState(path).set("other", 1, undefined), "others may write meanwhile");
  assert.equal(await fileState(path).exclusively("other", async () => "done"), "done");
  await cleared(join(path, "..", lock));
  assert.equal(await fileState(path).exclusively("tokens", async () => "done"), "done");
});

const FOREIGN = {
  "an empty file": "",
  "a file that is no JSON": 'TOKEN="s3cret"',
  "half a file": '{\n  "form": "ghl-users store, form 1",\n  "entries": { "s3cret": ',
  "JSON of something else": '{ "name": "s3cret", "version": "1.0.0" }',
  "a list": '["s3cret"]',
  null: "null",
  "a file of a form to come": '{ "form": "ghl-users store, form 2", "entries": { "s3cret": {} } }',
  "a file without entries": '{ "form": "ghl-users store, form 1" }',
  "a file whose entries are none": '{ "form": "ghl-users store, form 1", "entries": "s3cret" }',
  "an entry without a version": '{ "form": "ghl-users store, form 1", "entries": { "key": { "value": "s3cret" } } }',
  "an entry without a value": '{ "form": "ghl-users store, form 1", "entries": { "key": { "version": "s3cret" } } }',
};

for (const [name, text] of Object.entries(FOREIGN)) {
  test(`refuses ${name}, shows nothing of it, and leaves it as it is`, async () => {
    const path = fresh();
    writeFileSync(path, text);
    for (const call of [(store) => store.get("key"), (store) => store.set("key", 1, undefined)]) {
      await assert.rejects(call(fileState(path)), (error) => {
        assert.deepEqual([error.name, error.code], ["HighLevelError", "store_failed"]);
        assert.ok(error.message.startsWith(`fileState(${JSON.stringify(path)}): `), error.message);
        assert.doesNotMatch(inspect(error, { depth: null }), /s3cret/);
        return true;
      });
    }
    assert.equal(readFileSync(path, "utf8"), text);
    assert.deepEqual(beside(path), ["state.json"]);
  });
}

test("only the owner may read what it writes, whoever could before", { skip: process.platform === "win32" }, async () => {
  const path = fresh();
  const mask = process.umask(0);
  try {
    const version = await fileState(path).set("key", 1, undefined);
    assert.equal(modeOf(path), 0o600);
    chmodSync(path, 0o644);
    await fileState(path).set("key", 2, version);
    assert.equal(modeOf(path), 0o600);
    const lock = await FileLock.take(`${path}.lock`, QUICK);
    assert.equal(modeOf(`${path}.lock`), 0o600, "from its first moment");
    await lock.release();
  } finally {
    process.umask(mask);
  }
});

test("names the folder's file where there is no folder, or a folder in its place", async () => {
  const path = fresh();
  const missing = join(path, "..", "missing", "state.json");
  for (const call of [(store) => store.get("k"), (store) => store.set("k", 1), (store) => store.exclusively("k", () => 1)]) {
    await assert.rejects(call(fileState(missing)), {
      code: "store_failed",
      message: `fileState(${JSON.stringify(missing)}): its folder is not there, or cannot be used: ENOENT`,
    });
  }
  mkdirSync(path);
  await assert.rejects(fileState(path).get("k"), { code: "store_failed", message: /: it cannot be read: EISDIR$/ });
  await assert.rejects(fileState(path).set("k", 1), { code: "store_failed", message: /: it cannot be read: EISDIR$/ });
  assert.deepEqual(beside(path), ["state.json"]);
});

test("refuses a path that is none", () => {
  for (const path of ["", undefined, 5, {}]) {
    assert.throws(() => fileState(path), { name: "HighLevelError", code: "invalid_config", message: /^fileState: "path" is / });
  }
});

test("writes the file that a link leads to, and leaves the link", { skip: process.platform === "win32" }, async () => {
  const path = fresh();
  const link = fresh();
  await fileState(path).set("key", 1, undefined);
  symlinkSync(path, link);
  const { version } = await fileState(link).get("key");
  assert.ok(await fileState(link).set("key", 2, version));
  assert.equal((await fileState(path).get("key")).value, 2);
});

test("keeps the tokens of a session: two that share the file renew them once", async () => {
  const { sessionOf, refreshes } = stage(OAuthSession);
  const path = fresh();
  await fileState(path).set(KEY, tokensOf(1, { expiresAt: NOW }), undefined);
  const sessions = [fileState(path), fileState(path)].map((store) => sessionOf({ store }));
  assert.deepEqual(await Promise.all(sessions.map((session) => session.token())), ["access-2", "access-2"]);
  assert.equal(refreshes(), 1);
  assert.equal((await fileState(path).get(KEY)).value.refreshToken, "refresh-2");
});

test("is there for those who require, too", async () => {
  const path = fresh();
  await consumer.require("ghl-users/node").fileState(path).set("key", 1, undefined);
  assert.equal((await fileState(path).get("key")).value, 1);
});
