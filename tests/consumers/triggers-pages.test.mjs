/** How much a trigger reads, and how much it remembers: pages that are too many for one poll, and lists of any length. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { KINDS } from "./triggers/kinds.mjs";
import { timed } from "./triggers/loops.mjs";
import { Trial } from "./triggers/trial.mjs";

const triggers = await install().import("ghl-users/triggers");
const ADDED = KINDS["what is added to an ordered list"];
const BOTH = KINDS["what is added and changed in an ordered list"];

/** What was told in what order. */
const datesOf = (trial, field) => trial.consumer.told.map(({ item }) => item[field]);

for (const maxPages of [1, 2, 3]) {
  for (const [what, apart] of [["at once", 0], ["within seconds", 10], ["within hours", 60_000]]) {
    test(`tells of hundreds that came ${what}, reading ${maxPages} pages at a time, and in order`, async () => {
      for (const kind of [ADDED, BOTH]) {
        const trial = new Trial(triggers, kind, { poll: { maxPages } });
        await trial.begin(20);
        for (let left = 200; left > 0; left -= 1) {
          trial.world.create();
          trial.world.pass(apart);
        }
        const polls = await trial.poll();
        assert.ok(polls < 150, `${polls} polls`);
        const dates = datesOf(trial, kind.date);
        assert.equal(dates.length, 200);
        assert.deepEqual(dates, dates.toSorted());
        await trial.settle(0);
      }
    });
  }
}

test("reads no more than the pages that it may, and one to see whether that was all", async () => {
  const trial = new Trial(triggers, ADDED, { poll: { maxPages: 2 } });
  await trial.begin(20);
  for (let left = 100; left > 0; left -= 1) {
    trial.world.pass(10);
    trial.world.create();
  }
  const before = trial.server.asked.length;
  const { events, more, commit } = await trial.trigger.once();
  assert.deepEqual([events.length, more, trial.server.asked.length - before], [0, true, 3]);
  await commit();
});

test("comes to an end where more lies within the overlap than it reads at a time", async () => {
  const trial = new Trial(triggers, ADDED, { poll: { maxPages: 1 } });
  await trial.begin(20);
  for (let left = 60; left > 0; left -= 1) {
    trial.world.create();
    trial.world.pass(100);
  }
  await trial.poll();
  assert.equal(await trial.poll(), 1, "there is nothing new");
});

test("tells of hundreds that came while others change and go, reading a page at a time", async () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const trial = new Trial(triggers, BOTH, { world: { seed }, poll: { maxPages: 1 + (seed % 3) } });
    await trial.begin(20);
    trial.world.pass(200_000, 300);
    trial.disturb(3);
    await trial.poll();
    await trial.settle(0);
  }
});

test("goes on at once in a loop, until there is no more, and then waits", async (t) => {
  const trial = new Trial(triggers, BOTH, { poll: { maxPages: 1 } });
  await trial.begin(20);
  trial.world.pass(60_000, 100);
  const ending = new AbortController();
  const time = timed(t, trial.world);
  time.onWait = () => ending.abort();
  const loop = async () => {
    for await (const event of trial.trigger.events({ signal: ending.signal })) trial.deliver(event);
  };
  await assert.rejects(loop(), { code: "aborted" });
  assert.equal(time.waits.length, 1);
  t.mock.restoreAll();
  trial.consumer.settle();
  await trial.settle(0);
});

test("gives no more events than it may, and the others with the next poll", async () => {
  const trial = new Trial(triggers, BOTH);
  await trial.begin(20);
  for (let left = 50; left > 0; left -= 1) trial.world.create();
  assert.equal(await trial.poll({ max: 7 }), 8);
  await trial.settle(0);
});

test("tells added, not changed, of what has changed before it is its turn", async () => {
  const trial = new Trial(triggers, BOTH);
  await trial.begin(20);
  const early = trial.world.create();
  for (let left = 10; left > 0; left -= 1) {
    trial.world.pass(60_000);
    trial.world.create();
  }
  trial.world.change(early);
  await trial.poll({ max: 1 });
  const told = trial.consumer.told.filter(({ id }) => id === early).map(({ type }) => type);
  assert.deepEqual(told, ["added"]);
});

test("tells added, not changed, of what has moved to a page read before while it was read", async () => {
  let early;
  let requests = 0;
  // Before the second page is asked for, on which it was.
  const gate = (kind) => kind === "request" && early && (requests += 1) === 2 && trial.world.change(early);
  const trial = new Trial(triggers, BOTH, { gate });
  await trial.begin(20);
  const first = trial.world.create();
  for (let left = 9; left > 0; left -= 1) {
    trial.world.pass(60_000);
    trial.world.create();
  }
  early = first;
  await trial.poll();
  await trial.poll();
  const told = trial.consumer.told.filter(({ id }) => id === early).map(({ type }) => type);
  assert.deepEqual(told, ["added"]);
});

test("is not misled by a date in the future, neither at the first look nor later", async () => {
  const trial = new Trial(triggers, ADDED, { poll: { overlapMs: 900_000 } });
  trial.world.create(86_400_000);
  // What is there before is within the overlap of the clock, and far behind the date ahead.
  await trial.begin(15);
  for (let left = 3; left > 0; left -= 1) {
    trial.world.create();
    trial.world.pass(60_000);
    await trial.poll();
  }
  assert.equal(trial.consumer.told.length, 3);
});

test("refuses an item without the date that it goes by", async () => {
  const request = () => ({
    withResponse: async () => ({ data: { contacts: [{ id: "a", dateUpdated: "2026-11-30T12:00:00Z" }] }, response: new Response() }),
  });
  const trigger = triggers.poll({ api: "v2", request }, "contacts.search", {});
  await assert.rejects(trigger.once(), { code: "unexpected_response", message: /does not say when it was added/ });
});
