/** The lock of a vault, by itself: what it does with time is not worth waiting for. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";
import { settle } from "./stub.mjs";

const { Lock } = await source("workers/lock.ts");

const LIMIT_MS = 60_000;

/** Work that ends when it is told to. */
function workOf(log, name) {
  const work = { run: () => (log.push(`${name} begins`), new Promise((...ends) => ([work.end, work.fail] = ends))) };
  return work;
}

test("runs one after the other, in their order", async () => {
  const lock = new Lock();
  const log = [];
  const [first, second, third] = ["first", "second", "third"].map((name) => workOf(log, name));
  const turns = [first, second, third].map(({ run }) => lock.run(run, LIMIT_MS));
  await settle();
  assert.deepEqual(log, ["first begins"]);
  first.end();
  await settle();
  assert.deepEqual(log, ["first begins", "second begins"]);
  second.end();
  await settle();
  third.end();
  await Promise.all(turns);
  assert.deepEqual(log, ["first begins", "second begins", "third begins"]);
});

test("work that fails, at once or later, tells its own caller and lets the next one in", async () => {
  const lock = new Lock();
  const lost = () => Promise.reject(new Error("the caller is gone"));
  const wrong = () => {
    throw new Error("not even a promise");
  };
  const turns = [lost, wrong, async () => {}].map((work) => lock.run(work, LIMIT_MS));
  const outcomes = await Promise.allSettled(turns);
  assert.deepEqual(
    outcomes.map(({ reason }) => reason?.message),
    ["the caller is gone", "not even a promise", undefined],
  );
});

test("passes on after its time, and what goes on then fails nobody", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const lock = new Lock();
  const log = [];
  const [slow, next] = ["slow", "next"].map((name) => workOf(log, name));
  const turns = [slow, next].map(({ run }) => lock.run(run, LIMIT_MS));
  await settle();
  t.mock.timers.tick(LIMIT_MS - 1);
  await settle();
  assert.deepEqual(log, ["slow begins"]);
  t.mock.timers.tick(1);
  await settle();
  assert.deepEqual(log, ["slow begins", "next begins"]);
  slow.fail(new Error("too late to tell anybody"));
  next.end();
  await Promise.all(turns);
});

test("leaves no timer behind", async () => {
  const before = process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  await new Lock().run(async () => {}, LIMIT_MS);
  const after = process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  assert.equal(after, before);
});
