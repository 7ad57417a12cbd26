/** What a trigger remembers of a dated list: little, however long that is, and whoever else remembers it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { lengthy } from "./triggers/lengthy.mjs";

const triggers = await install().import("ghl-users/triggers");
const { isHighLevelError, memoryStore, poll } = triggers;

const MOST_BYTES = 65_536;

/** A store that knows the size of the largest state. */
function measured() {
  const store = memoryStore();
  const sizes = { largest: 0, writes: 0 };
  const set = (key, value, version) => {
    sizes.largest = Math.max(sizes.largest, Buffer.byteLength(JSON.stringify(value)));
    sizes.writes += 1;
    return store.set(key, value, version);
  };
  return { ...store, set, sizes };
}

/** Polls until there is no more, and gives the ids. */
async function drained(trigger) {
  const ids = [];
  for (;;) {
    const { events, more, commit } = await trigger.once();
    ids.push(...events.map(({ id }) => id));
    await commit();
    if (!more) return ids;
  }
}

for (const [what, idOf] of [
  ["HighLevel's longest", (number) => number.toString(16).padStart(24, "0")],
  ["long", (number) => `${number}`.padStart(200, "x")],
]) {
  for (const on of [["added"], ["added", "changed"]]) {
    test(`stays below 64 KB, and tells of each once, where 100,000 have ${what} ids and 10,000 come in the same millisecond: ${on}`, async () => {
      const list = lengthy(100_000, idOf);
      const state = measured();
      const trigger = poll(list.server, "contacts.search", {}, { on, state, maxPages: 7 });
      assert.deepEqual(await drained(trigger), []);
      for (let burst = 0; burst < 2; burst += 1) {
        list.add(10_000, list.latest + 600_000);
        const told = await drained(trigger);
        assert.equal(told.length, 10_000);
        assert.equal(new Set(told).size, 10_000);
      }
      list.add(1, list.latest);
      list.add(1, list.latest + 1);
      assert.equal((await drained(trigger)).length, 2);
      assert.ok(state.sizes.largest < MOST_BYTES, `${state.sizes.largest} bytes`);
    });
  }
}

test("finds all of one date, also those that come when it has told some, and without an overlap", async () => {
  const list = lengthy(10, (number) => `id${number}`);
  const trigger = poll(list.server, "contacts.search", {}, { overlapMs: 0 });
  assert.deepEqual(await drained(trigger), []);
  list.add(5, list.latest + 1);
  assert.equal((await drained(trigger)).length, 5);
  list.add(350, list.latest);
  assert.equal((await drained(trigger)).length, 350);
});

test("stays below 64 KB on the way through hundreds of pages that are new, one at a time", async () => {
  const list = lengthy(1, (number) => number.toString(16).padStart(24, "0"));
  const state = measured();
  const of = (maxPages) => poll(list.server, "contacts.search", { pageLimit: 10 }, { state, maxPages, overlapMs: 0 });
  await drained(of(100));
  // As much as is remembered at the most, before places to go on at come to it.
  list.add(2_000, list.latest + 1);
  assert.equal((await drained(of(100))).length, 2_000);
  list.asked = 0;
  for (let left = 1_500; left > 0; left -= 1) list.add(1, list.latest + 1);
  assert.deepEqual(await drained(of(1)), list.ids().slice(-1_500));
  assert.ok(state.sizes.largest < MOST_BYTES, `${state.sizes.largest} bytes`);
  assert.ok(list.asked < 3_000, `${list.asked} requests for 150 pages`);
});

test("costs no more for an event after many than after few", async () => {
  const list = lengthy(200, (number) => `id${number}`);
  const trigger = poll(list.server, "contacts.search", {}, {});
  await drained(trigger);
  list.add(2_600, list.latest + 600_000);
  const events = trigger.events();
  const costOf = async (count) => {
    const begun = process.cpuUsage();
    for (let left = count; left > 0; left -= 1) await events.next();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / count;
  };
  await costOf(1_500);
  const early = await costOf(300);
  await costOf(500);
  const late = await costOf(300);
  assert.ok(late < early * 2, `${early} µs each, and later ${late} µs`);
});

test("of two pollers on one store the later one learns of the other, and nothing is lost", async () => {
  const list = lengthy(10, (number) => `id${number}`);
  const state = memoryStore();
  const [one, other] = [1, 2].map(() => poll(list.server, "contacts.search", {}, { state }));
  await drained(one);
  list.add(3, list.latest + 1);
  const [first, second] = [await one.once(), await other.once()];
  assert.deepEqual(first.events, second.events);
  await first.commit();
  const failed = await second.commit().catch((error) => error);
  assert.ok(isHighLevelError(failed, "store_failed"));
  list.add(1, list.latest + 1);
  assert.deepEqual(await drained(other), list.ids().slice(-1));
  assert.deepEqual(await drained(one), []);
});

test("two pollers that take turns in any way tell of all, and twice only of what both had read", async () => {
  const list = lengthy(10, (number) => `id${number}`);
  const state = memoryStore();
  const pollers = [1, 2].map(() => poll(list.server, "contacts.search", {}, { state }));
  await drained(pollers[0]);
  const told = new Set();
  let lost = 0;
  for (let round = 0; round < 60; round += 1) {
    list.add(round % 3, list.latest + 40_000);
    const batches = [];
    // Both read; then both save, or one of them dies.
    for (const poller of round % 2 ? pollers : pollers.toReversed()) batches.push(await poller.once(round % 5 ? {} : { max: 1 }));
    for (const { events, commit } of batches.slice(0, 1 + (round % 2))) {
      for (const { id } of events) told.add(id);
      await commit().catch((error) => {
        assert.ok(isHighLevelError(error, "store_failed"));
        lost += 1;
      });
    }
  }
  for (const id of await drained(pollers[1])) told.add(id);
  assert.deepEqual([...told].toSorted(), list.ids().slice(10).toSorted());
  assert.ok(lost > 0);
});

test("refuses a state that is another trigger's, or of another form", async () => {
  const list = lengthy(1, (number) => `id${number}`);
  for (const wrong of [{ of: "others" }, { form: 99 }]) {
    const inner = memoryStore();
    const store = { get: async (key) => ((stored) => stored && { ...stored, value: { ...stored.value, ...wrong } })(await inner.get(key)), set: inner.set };
    const trigger = poll(list.server, "contacts.search", {}, { state: store });
    await (await trigger.once()).commit();
    await assert.rejects(trigger.once(), { code: "invalid_config" });
  }
});

test("triggers on other inputs, places and changes have states of their own", async () => {
  const names = new Set();
  const state = { get: async (key) => void names.add(key), set: async () => "1" };
  const { server } = lengthy(1, (number) => `id${number}`);
  const contacts = (ghl, input, on) => poll(ghl, "contacts.search", input, { state, on }).once();
  await contacts(server, {}, ["added"]);
  await contacts(server, { query: "x" }, ["added"]);
  await contacts(server, {}, ["added", "changed"]);
  await contacts({ ...server, locationId: "other" }, {}, ["added"]);
  await contacts({ ...server, api: "v3" }, {}, ["added"]);
  assert.equal(names.size, 5);
  await contacts(server, {}, ["added"]);
  await contacts(server, {}, ["changed", "added"]);
  assert.equal(names.size, 5);
});
