/** How often a loop writes its state: after each event, but of many not so often that each costs more than the one before. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";

const { memoryStore, poll } = await install().import("ghl-users/triggers");

/** A trigger on so many users, all of them new, and how often its state was written. */
function watched(count) {
  const all = Array.from({ length: count }, (_, place) => ({ id: `u${place}` }));
  const request = (_, { skip, limit }) => ({
    withResponse: async () => ({ data: { users: all.slice(skip, skip + limit), count }, response: new Response() }),
  });
  const store = memoryStore();
  let writes = 0;
  const state = { ...store, set: (...given) => store.set(...given, void (writes += 1)) };
  const trigger = () => poll({ api: "v2", companyId: "c", request }, "users.search", {}, { since: "all", state });
  return { trigger, writes: () => writes };
}

/** Takes so many events, and no more. */
async function take(trigger, most) {
  const taken = [];
  for await (const { id } of trigger.events()) if (taken.push(id) > most) break;
  return taken.slice(0, most);
}

test("writes after each event, which is handled when the next one is asked for", async () => {
  const { trigger, writes } = watched(20);
  assert.equal((await take(trigger(), 5)).length, 5);
  assert.equal(writes(), 5);
  const rest = (await trigger().once()).events;
  assert.equal(rest.length, 15, "the one that the loop ended with comes again");
});

test("writes a hundred times at most for a thousand events, and forgets none of those that were taken", async () => {
  const { trigger, writes } = watched(1_000);
  const taken = await take(trigger(), 995);
  assert.ok(writes() <= 101, String(writes()));
  const rest = (await trigger().once()).events.map(({ id }) => id);
  assert.deepEqual([...taken, ...rest], Array.from({ length: 1_000 }, (_, place) => `u${place}`));
});

test("writes what was taken when it is ended by its signal", async () => {
  const { trigger } = watched(1_000);
  const ending = new AbortController();
  let told = 0;
  const loop = async () => {
    for await (const _ of trigger().events({ signal: ending.signal })) if ((told += 1) === 15) ending.abort();
  };
  await assert.rejects(loop, { code: "aborted" });
  assert.equal((await trigger().once()).events.length, 985);
});
