/** Lists without dates, single things and slots: what a trigger makes of nothing but what they say. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";

const { memoryStore, poll } = await install().import("ghl-users/triggers");

/** Who answers so from poll to poll, and the last way for good. */
function answering(operation, answers) {
  const left = [...answers];
  const request = (asked, { skip = 0 }) => ({
    async withResponse() {
      assert.equal(asked, operation);
      const { users: list, ...answer } = left[0];
      return { data: list ? { users: list.slice(skip) } : answer, response: new Response() };
    },
  });
  return { api: "v2", request, turn: () => left.length > 1 && left.shift() };
}

const user = (id, firstName = id) => ({ id, firstName });
const users = (...list) => ({ users: list });

/** A trigger on answers that change from poll to poll. */
function watching(operation, answers, { input = {}, ...options } = {}) {
  const ghl = answering(operation, answers);
  return { ghl, trigger: poll(ghl, operation, input, options) };
}

/** What so many polls give, each made of its events. */
async function polled({ ghl, trigger }, polls, made) {
  const all = [];
  for (let left = polls; left > 0; left -= 1) {
    const { events, commit } = await trigger.once();
    all.push(events.map(made));
    await commit();
    ghl.turn();
  }
  return all;
}

/** What each poll tells. */
const told = (watched, polls) => polled(watched, polls, ({ type, id, item }) => [type, item?.firstName ?? id].join(" "));

/** The keys of all that so many polls tell. */
const keysOf = async (watched, polls) => (await polled(watched, polls, ({ key }) => key)).flat();

test("tells who comes, changes and goes, each once", async () => {
  const answers = [users(user("a")), users(user("a", "A"), user("b")), users(user("b")), users(user("b"))];
  const watched = watching("users.search", answers, { on: ["added", "changed", "removed"] });
  assert.deepEqual(await told(watched, 4), [[], ["changed A", "added b"], ["removed a"], []]);
});

test("tells all that there is where that is asked for", async () => {
  const watched = watching("users.search", [users(user("a"), user("b"))], { since: "all" });
  assert.deepEqual(await told(watched, 2), [["added a", "added b"], []]);
});

test("tells of one thing that it has changed, and not that it is there", async () => {
  const answers = [user("a", "one"), user("a", "one"), user("a", "two"), user("a", "two")];
  const watched = watching("users.get", answers);
  assert.deepEqual(await told(watched, 4), [[], [], ["changed two"], []]);
});

test("does not take the order of members, or what differs in each answer, for a change", async () => {
  const answers = [{ id: "a", role: "user", traceId: "1" }, { traceId: "2", role: "user", id: "a" }];
  const watched = watching("users.get", answers);
  assert.deepEqual(await told(watched, 2), [[], []]);
});

test("has another key for each change, also for one to what it was before", async () => {
  const answers = ["one", "two", "one", "two", "one", "two"].map((name) => user("a", name));
  const keys = await keysOf(watching("users.get", answers), 6);
  assert.equal(keys.length, 5);
  assert.equal(new Set(keys).size, 5, keys.join(" "));
});

test("has another key for who comes again, and goes again", async () => {
  const answers = [users(), users(user("a")), users(), users(user("a")), users(), users(user("a"))];
  const watched = watching("users.search", answers, { on: ["added", "removed"] });
  const keys = await keysOf(watched, 6);
  assert.deepEqual(keys.slice(0, 2), ["User:a:added", "User:a:removed"]);
  assert.equal(new Set(keys).size, 5, keys.join(" "));
});

test("has another key for a slot that is free again", async () => {
  const slots = (...list) => ({ "2026-12-01": { slots: list }, traceId: String(list.length) });
  const answers = [slots(), slots("10:00"), slots(), slots("10:00", "11:00")];
  const keys = await keysOf(watching("calendars.freeSlots", answers), 4);
  assert.equal(keys.length, 3);
  assert.equal(new Set(keys).size, 3, keys.join(" "));
});

test("has the same key for what is told again, also of what comes again", async () => {
  const answers = [users(), users(user("a")), users(), users(user("a"))];
  const watched = watching("users.search", answers, { on: ["added", "removed"] });
  await told(watched, 3);
  const [first, second] = [await watched.trigger.once(), await watched.trigger.once()];
  assert.deepEqual(first.events, second.events);
  assert.equal(first.events.length, 1);
});

test("a slot of one calendar has another key than that of another", async () => {
  const answer = { "2026-12-01": { slots: ["10:00"] } };
  const keys = await Promise.all(
    ["one", "two"].map((calendarId) => keysOf(watching("calendars.freeSlots", [answer], { input: { calendarId }, since: "all" }), 1)),
  );
  assert.notDeepEqual(keys[0], keys[1]);
});

/** Pages by `skip`, of a list that is another at each request. */
function moving(lists) {
  const left = [...lists];
  const request = (_, { skip = 0, limit }) => ({
    async withResponse() {
      const list = left.length > 1 ? left.shift() : left[0];
      return { data: { users: list.slice(skip, skip + limit).map((id) => user(id)), count: list.length }, response: new Response() };
    },
  });
  return { api: "v2", request, turn: () => {} };
}

/** The same, watched. */
function movingly(lists, options) {
  const ghl = moving(lists);
  return { ghl, trigger: poll(ghl, "users.search", { limit: 7 }, options) };
}

const ten = [..."abcdefghij"];

test("misses nobody where others go while the list is read, and tells of nobody twice", async () => {
  // The first look takes two pages of 6 and 6, with 5 of the first in the second; then others.
  const without = (...gone) => ten.filter((id) => !gone.includes(id));
  for (const on of [["added"], ["added", "removed"]]) {
    for (let count = 0; count < 7; count += 1) {
      const gone = ten.slice(0, count);
      const shifted = [ten, without(...gone)];
      const watched = movingly(shifted, { on, since: "all" });
      const all = (await told(watched, 2)).flat();
      const added = all.filter((event) => event.startsWith("added"));
      assert.equal(new Set(added).size, added.length, `${count} went`);
      for (const id of without(...gone)) assert.ok(added.includes(`added ${id}`), `${id} of ${count} that went`);
    }
  }
});

test("does not forget who slips to a page that has been read already", async () => {
  const state = memoryStore();
  const options = { on: ["added"], state };
  await told(movingly([ten], options), 1);
  const slipped = ["j", ...ten.slice(0, 9)];
  assert.deepEqual(await told(movingly([ten, slipped], options), 2), [[], []]);
});

test("gives up a list that never stands still, and forgets nothing", async () => {
  const lists = Array.from({ length: 9 }, (_, turn) => Array.from({ length: 20 }, (_, place) => `${turn}-${place}`));
  const { trigger } = movingly([...lists, ten], { on: ["added", "removed"] });
  await assert.rejects(trigger.once(), { code: "unexpected_response" });
});
