/** An input that moves with the time: the trigger stays the same. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { consumer, createSandbox, NOON } from "./box.mjs";

const { poll, memoryStore } = await consumer.import("ghl-users/triggers");
const { HighLevel } = await consumer.import("ghl-users");
const { calendars } = await consumer.import("ghl-users/catalogue/calendars");

const DAY = 86_400_000;

/** A calendar, and a trigger on its free slots of the next three days. */
async function world() {
  const box = createSandbox({ now: NOON });
  const locationId = box.ids.locationIds[0];
  const ghl = new HighLevel({ token: box.tokens.location, locationId, fetch: box.fetch });
  const { calendars: all } = await calendars(ghl).list();
  const calendarId = all[0].id;
  const now = () => box.clock.now();
  const state = memoryStore();
  const slots = (name, options) => {
    const window = () => ({ calendarId, startDate: now(), endDate: now() + 3 * DAY });
    return poll(ghl, "calendars.freeSlots", window, { on: ["added", "removed"], state, name, ...options });
  };
  return { box, slots };
}

async function told(trigger) {
  const { events, commit } = await trigger.once();
  await commit();
  return events;
}

test("tells of what comes into a window, and of what leaves it, as it moves", async () => {
  const { box, slots } = await world();
  assert.deepEqual(await told(slots("three days")), []);
  assert.deepEqual(await told(slots("three days")), []);
  box.clock.tick(2 * DAY);
  const events = await told(slots("three days"));
  const dates = (type) => events.filter((event) => event.type === type);
  assert.ok(dates("added").length > 0 && dates("removed").length > 0);
  const border = NOON + 2 * DAY;
  for (const { id } of dates("added")) assert.ok(Date.parse(id.split("/").at(-1)) > NOON + 3 * DAY, id);
  for (const { id } of dates("removed")) assert.ok(Date.parse(id.split("/").at(-1)) < border, id);
  assert.deepEqual(await told(slots("three days")), []);
});

test("is another trigger under another name", async () => {
  const { box, slots } = await world();
  await told(slots("mine"));
  box.clock.tick(2 * DAY);
  assert.deepEqual(await told(slots("yours")), []);
  assert.notDeepEqual(await told(slots("mine")), []);
});

test("is the same trigger with another input, if it has a name", async () => {
  const box = createSandbox();
  const ghl = new HighLevel({ token: box.tokens.agency, companyId: box.ids.companyId, fetch: box.fetch });
  const state = memoryStore();
  const users = (input) => poll(ghl, "users.search", input, { name: "staff", state });
  await told(users({ role: "admin" }));
  const others = await told(users({}));
  assert.ok(others.length > 0 && others.every(({ type, item }) => type === "added" && item.roles.role === "user"));
});
