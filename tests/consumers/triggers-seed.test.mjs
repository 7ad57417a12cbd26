/** All 55 triggers of the seed by name, and whatever else reads: each polled against a sandbox, with a change between. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install, ROOT } from "./install.mjs";
import { source } from "./source.mjs";
import { sceneOf } from "./watched/scene.mjs";
import { WATCHED } from "./watched/table.mjs";

const consumer = install();
const { poll } = await consumer.import("ghl-users/triggers");
const { HighLevel } = await consumer.import("ghl-users");
const { catalogue } = await consumer.import("ghl-users/catalogue");
const { createSandbox } = await consumer.import("ghl-users/sandbox");

/** The rows of what can be watched, as the package has them. */
const { ROWS } = await source("generated/triggers/rows.ts");
const READING = ROWS.split(";").map((row) => row.split(" ")[0]);

const VERSIONS = ["v1", "v2", "v3"];
/** Eight bytes in base64. */
const HASH = "[\\w+/]{11}=";

test("the table is the seed's list of triggers", () => {
  const lines = readFileSync(join(ROOT, "xtask/src/connector.tsv"), "utf8").trim().split("\n");
  const triggers = lines.map((line) => line.split("\t")).filter(([, kind]) => kind === "trigger");
  const promised = triggers.map(([, , name, operation]) => `${name}: ${operation}`);
  const tried = WATCHED.filter(({ name }) => name).map(({ name, operation }) => `${name}: ${operation}`);
  assert.equal(promised.length, 55);
  assert.deepEqual(tried.sort(), promised.sort());
});

test("the table has every operation that reads", () => {
  assert.deepEqual(WATCHED.map(({ operation }) => operation).sort(), [...READING].sort());
});

for (const api of VERSIONS) {
  for (const row of WATCHED) {
    const { operation } = row;
    if (!sceneOf({ HighLevel, catalogue, createSandbox }, api).has(operation)) continue;

    test(`${row.name ?? operation}, ${api}`, async () => {
      const scene = sceneOf({ HighLevel, catalogue, createSandbox }, api);
      const input = (await row.input?.(scene)) ?? {};
      const trigger = poll(scene.clientFor(operation), operation, input);
      assert.deepEqual(await told(trigger), [], "the first poll takes a look");
      scene.box.clock.tick(60_000);
      const id = await changed(row, scene, input);
      const events = await told(trigger);
      assert.deepEqual(events.map(({ type }) => type), [row.tells ?? "added"]);
      matches(row, id, events[0]);
      assert.deepEqual(await told(trigger), [], "it is told once");
      const samples = await trigger.sample(2);
      assert.ok(samples.length > 0 && samples.every(({ type, item }) => type === events[0].type && item !== undefined));
      scene.box.close();
    });
  }
}

/** What a poll tells, which is then taken for handled. */
async function told(trigger) {
  const { events, more, commit } = await trigger.once();
  await commit();
  assert.equal(more, false);
  return events;
}

/** Makes the row's change. Gives the id of what has changed. */
async function changed({ change, instead, id, idless }, scene, input) {
  if (change) return change(scene, input);
  scene.tell(instead);
  return idless ? undefined : (id ?? Object.values(input).at(-1));
}

/** An event has the id of its item, and the key that its noun, its id and its date or a hash make. */
function matches({ noun, idless, dated, tells = "added" }, named, { id, key, item }) {
  if (idless) assert.match(id, new RegExp(`^${HASH}/${(named ?? "").replace(/[+.]/g, "\\$&")}$`));
  else assert.deepEqual([id, item.id ?? item._id], [named, named]);
  const start = `${noun}:${id}:${tells}`;
  if (tells === "added") assert.equal(key, start);
  else if (dated) assert.equal(key, `${start}:${new Date(item[dated]).getTime()}`);
  else assert.match(key.replace(start, ""), new RegExp(`^:${HASH}$`));
}
