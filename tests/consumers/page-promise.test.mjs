/** A search as the promise that it is: awaited, iterated, collected, or left alone. `fetch` is a stub with users of its own. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { collect, people, serverOf, windows } from "./people.mjs";
import { clientOf, failureOf, json, settle, unhandledIn } from "./stub.mjs";

const consumer = install();
const { ApiPromise, HighLevel, PagePromise } = await consumer.import("ghl-users");

test("sends a search that nobody awaits yet, so that two run side by side", async () => {
  let release;
  const both = new Promise((resolve) => (release = resolve));
  const { ghl, requests } = clientOf(HighLevel, async () => {
    if (requests.length === 2) release();
    await both;
    return Response.json({ users: [], count: 0 });
  });
  const [first, second] = [ghl.users.search({ query: "a" }), ghl.users.search({ query: "b" })];
  await first;
  await second;
  assert.equal(requests.length, 2);
});

const READINGS = {
  then: (search) => search.then(({ count }) => count),
  catch: (search) => search.catch(() => {}),
  finally: (search) => search.finally(() => {}),
  withResponse: (search) => search.withResponse(),
  "all of them": (search) => Promise.all([search, search.catch(() => {}), search.withResponse()]),
};
for (const [name, read] of Object.entries(READINGS)) {
  test(`sends one page's request once for ${name}`, async () => {
    const { ghl, requests } = clientOf(HighLevel, serverOf(people(60)));
    const search = ghl.users.search();
    await read(search);
    assert.equal((await search).users.length, 25);
    assert.equal((await search.withResponse()).response.status, 200);
    assert.equal(requests.length, 1);
    assert.equal(requests[0].url.searchParams.has("limit"), false);
  });
}

test("can be awaited and iterated", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf(people(60)));
  const search = ghl.users.search();
  assert.equal((await collect(search)).length, 60);
  assert.equal((await search).users.length, 25);
  assert.equal((await collect(search)).length, 60);
  // A page of 60 may be all that there is, or all that the server gives at a time.
  assert.deepEqual(windows(requests), [[0, 100], [60, 100], [0, NaN], [0, 100], [60, 100]]);
});

test("collects all users, or as many as wanted, and fetches no page beyond", async () => {
  for (const [options, users, sent] of [
    [undefined, 250, 3],
    [{}, 250, 3],
    [{ max: undefined }, 250, 3],
    [{ max: 1_000 }, 250, 3],
    [{ max: 150 }, 150, 2],
    [{ max: 100 }, 100, 1],
    [{ max: 0 }, 0, 0],
  ]) {
    const { ghl, requests } = clientOf(HighLevel, serverOf(people(250)));
    assert.deepEqual(await ghl.users.search().all(options), people(users), inspect(options));
    await settle();
    assert.equal(requests.length, sent, inspect(options));
  }
});

test("refuses a max that is not a whole number from 0, and what is no max", async () => {
  const { ghl, requests } = clientOf(HighLevel, serverOf([]));
  for (const [options, words] of [
    [{ max: -1 }, '"max" is a number: expected a whole number from 0'],
    [{ max: 1.5 }, '"max" is a number: expected a whole number from 0'],
    [{ max: NaN }, '"max" is a number: expected a whole number from 0'],
    [{ max: "5" }, '"max" is a string: expected a whole number from 0'],
    [{ max: null }, '"max" is null: expected a whole number from 0'],
    [{ maximum: 5 }, 'all() has no option "maximum": expected "max"'],
    [5, "the options of all() are a number: expected an object"],
    [null, "the options of all() are null: expected an object"],
  ]) {
    const error = await failureOf(ghl.users.search().all(options));
    assert.deepEqual(
      [error.code, error.operation, error.message, error.attempts],
      ["invalid_input", "users.search", `users.search: ${words}`, 0],
    );
  }
  await settle();
  assert.deepEqual(requests, []);
});

const LATE = "const late = ghl.users.search(); await new Promise(setImmediate);";
const UNHANDLED = [
  ["a search is awaited", "(async () => { await ghl.users.search(); })()", 1],
  ["then passes it on", "ghl.users.search().then(() => {})", 1],
  ["an awaited search is caught", "await ghl.users.search().catch(() => {})", 0],
  ["withResponse is caught", "await ghl.users.search().withResponse().catch(() => {})", 0],
  ["an iteration is not caught", "(async () => { for await (const user of ghl.users.search()); })()", 1],
  ["an iteration is caught", "try { for await (const user of ghl.users.search()); } catch {}", 0],
  ["an iteration that begins late is caught", `${LATE} try { for await (const user of late); } catch {}`, 0],
  ["pages are caught", "try { for await (const page of ghl.users.search().pages()); } catch {}", 0],
  ["all is caught", "await ghl.users.search().all().catch(() => {})", 0],
  ["all refuses its options, and is caught", "await ghl.users.search().all({ max: -1 }).catch(() => {})", 0],
];
for (const [name, use, expected] of UNHANDLED) {
  test(`counts ${expected} unhandled rejections of a failing search if ${name}`, () => {
    assert.equal(unhandledIn(consumer.folder, use), expected);
  });
}

test("is a promise with pages where there are pages, and a plain one elsewhere", async () => {
  const { ghl } = clientOf(HighLevel, json({ id: "u1", users: [] }));
  const [search, user] = [ghl.users.search(), ghl.users.get("u1")];
  assert.ok(search instanceof PagePromise && search instanceof ApiPromise);
  assert.ok(user instanceof ApiPromise && !(user instanceof PagePromise));
  assert.equal(user[Symbol.asyncIterator], undefined);
  await Promise.all([search, user]);
});
