/** Conversations are asked for by the date of their last message alone, which several may have. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";

const { poll } = await install().import("ghl-users/triggers");
const NOON = Date.parse("2026-11-30T12:00:00Z");

/** A server with conversations, which gives none of the date that it is asked for with. */
function serverOf(conversations) {
  const asked = [];
  const request = (_, { limit, startAfterDate = Infinity, sort, sortBy }) => ({
    async withResponse() {
      assert.deepEqual([sort, sortBy], ["desc", "last_message_date"]);
      asked.push(startAfterDate);
      const behind = conversations.filter(({ lastMessageDate }) => lastMessageDate < startAfterDate);
      behind.sort((one, other) => other.lastMessageDate - one.lastMessageDate);
      const headers = { date: new Date(NOON).toUTCString() };
      return { data: { conversations: behind.slice(0, limit) }, response: new Response(null, { headers }) };
    },
  });
  return { asked, client: { api: "v2", locationId: "l", request } };
}

for (const [limit, ties] of [[4, 3], [5, 3], [10, 7], [100, 60], [3, 1], [1, 1]]) {
  test(`tells of all of them where ${ties} have the same date, ${limit} a page`, async () => {
    const all = Array.from({ length: 130 }, (_, place) => ({ id: `c${place}`, lastMessageDate: NOON - 1_000 * Math.floor(place / ties) }));
    const { asked, client } = serverOf(all);
    const { events } = await poll(client, "conversations.search", { limit }, { on: ["changed"], since: "all", maxPages: 500 }).once();
    assert.deepEqual(new Set(events.map(({ id }) => id)), new Set(all.map(({ id }) => id)));
    assert.equal(events.length, all.length);
    assert.equal(new Set(asked).size, asked.length, "a page was asked for twice");
  });
}
