/** Ids that two Workers remember together. */

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install } from "./install.mjs";
import { bundled } from "./source.mjs";
import { crowd, deploy, temporary } from "./workers.mjs";

const { folder } = install("programs");
writeFileSync(join(folder, "programs/seen-ids.mjs"), await bundled("workers/seen-ids.ts"));
const APP = { program: "replays.mjs", objects: { REPLAYS: "ReplayGuard", IDS: "Ids" }, persist: temporary() };
const { ask, kill } = await deploy(folder, APP);

const NOW = Date.UTC(2026, 10, 22);
const HOUR_MS = 3_600_000;

test("of many uses of one id at once, in two Workers, one is new", async () => {
  for (const id of ["nonce", "another nonce"]) {
    const known = await crowd(50, ask, "seen", { name: "race", id });
    assert.deepEqual(
      known.filter((isKnown) => isKnown === false),
      [false],
    );
  }
});

test("knows an id by its name, and to the letter", async () => {
  const strange = "ü 'DROP TABLE seen' \u0000 \u{1f600}";
  for (const id of ["Id", "id", strange, `${strange} `]) {
    assert.equal(await ask("first", "seen", { name: "letters", id }), false, id);
    assert.equal(await ask("second", "seen", { name: "letters", id }), true, id);
    assert.equal(await ask("second", "seen", { name: "other letters", id }), false, id);
  }
});

test("an id that was forgotten is new once more", async () => {
  const use = { name: "forget", id: "event" };
  assert.equal(await ask("first", "seen", use), false);
  await ask("second", "forget", use);
  assert.equal(await ask("first", "seen", use), false);
  assert.equal(await ask("first", "seen", use), true);
  await ask("first", "forget", { name: "forget", id: "unknown" });
});

test("an id is known until its time is over, and not a millisecond longer", async () => {
  const answers = await ask("first", "play", {
    name: "time",
    calls: [
      ["claim", "id", "first use", NOW, NOW + HOUR_MS],
      ["claim", "id", "replay", NOW + HOUR_MS - 1, NOW + 2 * HOUR_MS],
      ["claim", "id", "use after its time", NOW + HOUR_MS, NOW + 2 * HOUR_MS],
      ["claim", "id", "replay", NOW + HOUR_MS, NOW + 9 * HOUR_MS],
    ],
  });
  assert.deepEqual(answers, ["first use", "first use", "use after its time", "use after its time"]);
});

test("a use that is told twice, as after a lost answer, stays the first one", async () => {
  const answers = await ask("first", "play", {
    name: "claims",
    calls: [
      ["claim", "id", "this use", NOW, NOW + HOUR_MS],
      ["claim", "id", "this use", NOW + 5, NOW + HOUR_MS],
      ["claim", "id", "another", NOW + 5, NOW + HOUR_MS],
      ["claim", "id", "this use", NOW + 6, NOW + HOUR_MS],
    ],
  });
  assert.deepEqual(answers, ["this use", "this use", "this use", "this use"]);
});

test("what is kept stands in place of a claim, for a time of its own", async () => {
  const answers = await ask("first", "play", {
    name: "kept",
    calls: [
      ["claim", "id", "this use", NOW, NOW + 100],
      ["keep", "id", "=kept", NOW + 300],
      ["claim", "id", "another", NOW + 299, NOW + 400],
      ["claim", "id", "another", NOW + 300, NOW + 400],
      ["forget", "id"],
      ["claim", "id", "a third", NOW + 300, NOW + 400],
    ],
  });
  assert.deepEqual(answers, ["this use", null, "=kept", "another", null, "a third"]);
});

test("what is to be done once begins once, and is told how it ended, in two Workers", async () => {
  const use = { name: "once", id: "creation" };
  const begun = await crowd(20, ask, "begin", use);
  assert.deepEqual(begun.sort(), [...Array(19).fill(""), "first"].sort());
  for (const outcome of ['{"status":200}', "", "=", "text\nwith lines"]) {
    await ask("second", "end", { ...use, outcome });
    assert.equal(await ask("first", "begin", use), outcome);
    // Ids of requests and ids of what they do are not the same.
    assert.equal(await ask("first", "seen", { ...use, id: `creation${outcome}` }), false);
  }
  await ask("second", "end", use);
  assert.equal(await ask("first", "begin", use), "first");
});

test("an answer that was kept is gone after its time, whatever else is remembered for longer", { timeout: 60_000 }, async () => {
  const name = "short";
  assert.equal(await ask("first", "seen", { name, id: "nonce", keepMs: 3_600_000 }), false);
  assert.equal(await ask("first", "begin", { name, id: "creation", keepMs: 300 }), "first");
  await ask("first", "end", { name, id: "creation", outcome: "of a person", keepMs: 300 });
  const rows = () => ask("first", "rows", { name: `${name} (creations)` });
  while ((await rows()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(await ask("first", "rows", { name }), 1);
});

test("a round deletes what is over, and says when the last of the others will be", async () => {
  const answers = await ask("first", "play", {
    name: "rounds",
    calls: [
      ["claim", "short", "a", NOW, NOW + 10],
      ["claim", "longer", "b", NOW, NOW + 20],
      ["claim", "longest", "c", NOW, NOW + 30],
      ["sweep", NOW + 10],
      ["sweep", NOW + 29],
      ["sweep", NOW + 30],
    ],
  });
  assert.deepEqual(answers.slice(3), [NOW + 30, NOW + 30, null]);
});

test("is empty again after a while, by alarms of its own", { timeout: 60_000 }, async () => {
  const name = "alarm";
  const isEmpty = async () => (await ask("first", "rows", { name })) === 0;
  const use = async (id, keepMs) => assert.equal(await ask("first", "seen", { name, id, keepMs }), false);
  // The second one outlasts the alarm that the first one sets; the third one comes when none is set.
  await use("first", 300);
  await use("second", 900);
  while (!(await isEmpty())) await new Promise((resolve) => setTimeout(resolve, 50));
  await use("first", 100);
  while (!(await isEmpty())) await new Promise((resolve) => setTimeout(resolve, 50));
});

test("refuses an id that is too long or none, and options that are not as described", async () => {
  for (const id of ["i".repeat(513), "", null, 7]) {
    await assert.rejects(ask("first", "seen", { name: "refusals", id }), { code: "invalid_input", message: /"id" is/ });
    await assert.rejects(ask("first", "forget", { name: "refusals", id }), { code: "invalid_input" });
  }
  assert.equal(await ask("first", "seen", { name: "n".repeat(512), id: "i".repeat(512) }), false);
  const wrong = [
    [{ name: "" }, /"name" is an empty string/],
    [{ name: "n", options: { keepMs: 0 } }, /"keepMs" is a number: expected a whole number of milliseconds from 1/],
    [{ name: "n", options: { keepMs: "600000" } }, /"keepMs" is a string/],
    [{ name: "n", options: { keep: 1 } }, /there is no option "keep"/],
    [{ name: "n", options: null }, /the options are null/],
  ];
  for (const [input, message] of wrong) {
    await assert.rejects(ask("first", "make", input), { name: "HighLevelError", code: "invalid_config", message });
  }
});

test("remembers beyond the process", async () => {
  const use = { name: "lasting", id: "nonce" };
  assert.equal(await ask("first", "seen", use), false);
  await kill();
  const next = await deploy(folder, APP);
  assert.equal(await next.ask("second", "seen", use), true);
});
