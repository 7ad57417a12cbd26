/** The lock of a store in a file: who has it, who may take it away, and what becomes of one that was taken away. */

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { source } from "./source.mjs";
import { temporary } from "./workers.mjs";

const { FileLock } = await source("node/lock.ts");
const { patiently } = await source("node/passing.ts");

const all = temporary();
const fresh = () => join(mkdtempSync(join(all, "lock-")), "state.json.lock");
const turn = () => new Promise(setImmediate);
const QUICK = { pause: turn, looks: 20, beatMs: 60_000 };

test("is waited for while its owner touches it, however long", async () => {
  const path = fresh();
  const owner = await FileLock.take(path, QUICK);
  let looks = 0;
  const pause = async () => {
    looks += 1;
    // Ten times as long as one that nobody touches.
    if (looks === 200) await owner.release();
    else utimesSync(path, looks, looks);
  };
  const next = await FileLock.take(path, { ...QUICK, pause });
  assert.equal(looks, 200);
  await next.release();
});

test("is touched by its owner, until that gives it back", async () => {
  const path = fresh();
  const owner = await FileLock.take(path, { ...QUICK, beatMs: 1 });
  for (let beats = 0; beats < 3; beats += 1) {
    utimesSync(path, 0, 0);
    while (statSync(path).mtimeMs === 0) await turn();
  }
  await owner.release();
  assert.deepEqual(readdirSync(join(path, "..")), []);
});

test("of one that was left, of many who watch it one at a time has it", async () => {
  const path = fresh();
  writeFileSync(path, "left");
  let owners = 0;
  const turns = Array.from({ length: 12 }, async () => {
    const lock = await FileLock.take(path, { ...QUICK, looks: 300 });
    owners += 1;
    assert.equal(owners, 1);
    await turn();
    owners -= 1;
    await lock.release();
  });
  await Promise.all(turns);
  assert.deepEqual(readdirSync(join(path, "..")), []);
});

test("says what to remove, where one died while it removed what another had left", async () => {
  const path = fresh();
  writeFileSync(path, "left");
  writeFileSync(`${path}.break`, "");
  await assert.rejects(FileLock.take(path, QUICK), {
    message: `${path} and ${path}.break are left of processes that died: remove both`,
  });
  assert.equal(readFileSync(path, "utf8"), "left");
});

test("one that was taken away writes nothing, and leaves that of the next owner", async () => {
  const path = fresh();
  const target = path.replace(".lock", "");
  writeFileSync(target, "old");
  const late = await FileLock.take(path, QUICK);
  const next = await FileLock.take(path, QUICK);
  await assert.rejects(late.replace(target, "late"), { message: "others took this process for dead, and its lock" });
  await late.release();
  assert.equal(readFileSync(target, "utf8"), "old");
  await next.replace(target, "next");
  await next.release();
  assert.equal(readFileSync(target, "utf8"), "next");
  assert.deepEqual(readdirSync(join(path, "..")), ["state.json"]);
});

test("goes, when what was to be written could not be", async () => {
  const path = fresh();
  const lock = await FileLock.take(path, QUICK);
  await assert.rejects(lock.replace(join(path, "..", "no folder", "file"), "text"), { code: "ENOENT" });
  await lock.release();
  assert.deepEqual(readdirSync(join(path, "..")), []);
});

const failing = (codes) => {
  let calls = 0;
  const work = async () => {
    const code = codes[calls];
    calls += 1;
    if (code) throw Object.assign(new Error(code), { code });
    return calls;
  };
  return work;
};

test("what Windows refuses for a moment is tried again, with longer and longer pauses, and not for ever", async () => {
  const pauses = [];
  const pause = async (ms) => void pauses.push(ms);
  assert.equal(await patiently(failing(["EPERM", "EBUSY"]), ["EPERM", "EBUSY"], pause), 3);
  assert.deepEqual(pauses.splice(0), [10, 20]);
  await assert.rejects(patiently(failing(Array(50).fill("EPERM")), ["EPERM"], pause), { code: "EPERM" });
  assert.deepEqual(pauses.splice(0), [10, 20, 40, 80, 160, 320, 640]);
  await assert.rejects(patiently(failing(["ENOSPC"]), ["EPERM"], pause), { code: "ENOSPC" });
  assert.deepEqual(pauses, []);
});
