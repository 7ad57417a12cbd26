/** The Worker of `examples/triggers/alarm/`, in workerd, between the sandbox and whoever hears of contacts. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { order } from "./oauth.mjs";
import { intervene, requests, reset } from "./sandbox.mjs";
import { ADMIN_KEY, contact, deployed, first, gate, second, secondToken, token } from "./triggers-alarm.mjs";

const EVERY_MS = 300_000;
/** Long for a busy machine; nothing waits this long unless it fails. */
const PATIENCE = { timeout: 120_000 };
/** No error, and no next alarm. */
const NOTHING = { error: undefined, inMs: undefined };

beforeEach(() => reset());

/** Of which locations contacts were searched, in order. */
const searched = async () =>
  (await requests()).filter(({ operation }) => operation === "contacts.search").map(({ body }) => JSON.parse(body).locationId);

test("posts a customer's new contact, once, and sets the next alarm somewhat later than said", async () => {
  const { heard, add, status, ring } = await deployed();
  await add(first, token);
  assert.equal((await ring(first)).error, undefined);
  const id = await contact("ida");
  const rings = [await ring(first), await ring(first)];
  for (const { error, inMs } of rings) {
    assert.equal(error, undefined);
    assert.ok(inMs > EVERY_MS - 60_000 && inMs <= 1.1 * EVERY_MS, String(inMs));
  }
  const [{ key, event }, ...others] = heard.posts;
  assert.deepEqual(others, []);
  assert.equal(key, `Contact:${id}:added`);
  assert.deepEqual([event.locationId, event.type, event.item.email], [first, "added", "ida@contacts.example"]);
  assert.deepEqual(await status(first), {});
});

test("watches each customer by itself, with their own token", async () => {
  const { heard, add, ring } = await deployed();
  const own = await secondToken();
  await add(first, token);
  await add(second, own);
  for (const id of [first, second]) await ring(id);
  const ids = [await contact("jo", second, own), await contact("kim")];
  for (const id of [first, second]) assert.equal((await ring(id)).error, undefined);
  const told = heard.posts.map(({ event }) => [event.locationId, event.id]);
  assert.deepEqual(told, [[first, ids[1]], [second, ids[0]]]);
});

test("goes on after an error, whose it ever was, and loses nothing", async () => {
  const { heard, add, ring } = await deployed(() => 503);
  await add(first, token);
  await ring(first);
  const id = await contact("lea");
  await order({ status: 400, only: { operation: "contacts.search" } });
  for (const reason of [/^contacts\.search: /, /answered 503/]) {
    const { error, inMs } = await ring(first);
    assert.match(error, reason);
    assert.ok(inMs > EVERY_MS - 60_000, String(inMs));
  }
  heard.answers(() => 200);
  assert.equal((await ring(first)).error, undefined);
  assert.deepEqual(heard.keys, Array(2).fill(`Contact:${id}:added`));
});

test("polls by itself, also after more errors than the runtime tries an alarm", PATIENCE, async () => {
  const { heard, add, ring } = await deployed(() => 503, { EVERY_SECONDS: "0.2" });
  await add(first, token);
  await ring(first);
  const id = await contact("mia");
  await heard.until(({ length }) => length === 8);
  heard.answers(() => 200);
  await heard.until(({ length }) => length === 9);
  assert.deepEqual(new Set(heard.keys), new Set([`Contact:${id}:added`]));
});

test("posts more than one poll may at once", PATIENCE, async () => {
  const { heard, add, ring } = await deployed();
  await add(first, token);
  await ring(first);
  for (let nth = 0; nth < 33; nth += 1) await contact(`nat${nth}`);
  await ring(first);
  await heard.until(({ length }) => length === 33);
  assert.equal(new Set(heard.keys).size, 33);
});

test("polls no more for whom it has removed, and keeps nothing of them", async () => {
  const { heard, add, ask, ring, object } = await deployed();
  await add(first, token);
  await ring(first);
  await contact("olga");
  assert.equal((await ask("DELETE", first)).status, 204);
  assert.equal((await ask("GET", first)).status, 404);
  assert.equal(await object(first).next(), undefined);
  const before = (await searched()).length;
  assert.deepEqual(await ring(first), NOTHING);
  assert.equal((await searched()).length, before);
  assert.deepEqual([heard.posts, await object(first).stored()], [[], []]);
});

test("posts nothing more of whom it removes in the middle", PATIENCE, async () => {
  let release;
  const { heard, add, ask, ring, object } = await deployed(() => new Promise((resolve) => (release = resolve)));
  await add(first, token);
  await ring(first);
  for (const name of ["pia", "quin"]) await contact(name);
  const rung = ring(first);
  await heard.until(({ length }) => length === 1);
  assert.equal((await ask("DELETE", first)).status, 204);
  release(200);
  assert.deepEqual(await rung, NOTHING);
  assert.equal(heard.posts.length, 1);
  assert.deepEqual(await object(first).stored(), []);
});

test("keeps nothing of whom it removes during their first poll", PATIENCE, async () => {
  const { url, hold } = await gate();
  const { add, ask, ring, object } = await deployed(undefined, { HIGHLEVEL_BASE_URL: url });
  const { asked, release } = hold();
  await add(first, token);
  await asked;
  assert.equal((await ask("DELETE", first)).status, 204);
  // It begins when the alarm before it is over.
  const next = ring(first);
  release();
  assert.deepEqual(await next, NOTHING);
  assert.deepEqual(await object(first).stored(), []);
});

test("stops at a token that is refused, for that customer alone, and goes on with another", async () => {
  const { heard, add, status, ring } = await deployed();
  const own = await secondToken();
  await add(first, token);
  await add(second, own);
  for (const id of [first, second]) await ring(id);
  await intervene({ expireAccessTokens: true });
  assert.deepEqual(await ring(second), NOTHING);
  assert.deepEqual([await status(second), await status(first)], [{ stopped: "invalid_token" }, {}]);
  assert.ok((await ring(first)).inMs > 0);
  const other = await secondToken();
  const id = await contact("rosa", second, other);
  await add(second, other);
  assert.ok((await ring(second)).inMs > 0);
  assert.deepEqual(await status(second), {});
  assert.deepEqual(heard.keys, [`Contact:${id}:added`]);
});

test("does not stop whom it was given another token for meanwhile", PATIENCE, async () => {
  const { url, hold } = await gate();
  const { heard, add, status, ring } = await deployed(undefined, { HIGHLEVEL_BASE_URL: url });
  await add(second, await secondToken());
  await ring(second);
  await intervene({ expireAccessTokens: true });
  const own = await secondToken();
  const { asked, release } = hold();
  const refused = ring(second);
  await asked;
  await add(second, own);
  release();
  assert.match((await refused).error, /^contacts\.search: .*401/);
  assert.deepEqual(await status(second), {});
  const id = await contact("sara", second, own);
  assert.ok((await ring(second)).inMs > 0);
  assert.deepEqual(heard.keys, [`Contact:${id}:added`]);
});

test("writes over the version that its store was given, and over no other", async () => {
  const { object } = await deployed();
  const seen = JSON.parse(await object(first).versions());
  assert.deepEqual(seen, { value: 3, isLast: true, taken: [] });
});

test("lets nobody in without the key, and takes nothing that is no token", async () => {
  const { url, ask, add } = await deployed();
  const strangers = ["", "x", ADMIN_KEY.slice(1), `${ADMIN_KEY}!`, ADMIN_KEY.toUpperCase()];
  for (const key of strangers) {
    for (const method of ["GET", "DELETE"]) assert.equal((await ask(method, first, { key })).status, 401, key);
    assert.equal((await ask("PUT", first, { key, body: token })).status, 401, key);
  }
  assert.equal((await fetch(new URL(`/customers/${first}`, url))).status, 401);
  for (const body of ["", "two words", "a\nb", "x".repeat(5_000)]) assert.equal((await ask("PUT", first, { body })).status, 400);
  for (const path of ["", "a/b", "a%20b", "x".repeat(65)]) assert.equal((await ask("GET", path)).status, 404, path);
  assert.equal((await ask("POST", first)).status, 405);
  assert.equal((await ask("GET", first)).status, 404);
  await add(first, token);
  assert.equal((await ask("GET", first)).status, 200);
});

test("lets nobody in while the key is not set", async () => {
  const { ask } = await deployed(undefined, { ADMIN_KEY: "" });
  for (const key of ["", "undefined"]) assert.equal((await ask("GET", first, { key })).status, 401);
});
