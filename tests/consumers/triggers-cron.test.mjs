/** The Worker of `examples/triggers/cron/`, in workerd, between the sandbox and whoever hears of admins. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { run } from "./examples.mjs";
import { install } from "./install.mjs";
import { order } from "./oauth.mjs";
import { receiver } from "./receiver.mjs";
import { requests, reset, SANDBOX_URL, seed } from "./sandbox.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const { companyId, tokens, locations } = await seed();
const ghl = new HighLevel({ baseUrl: SANDBOX_URL, companyId, token: tokens.agency });

/** Long for a busy machine; nothing waits this long unless it fails. */
const PATIENCE = { timeout: 120_000 };

beforeEach(() => reset());

/** Deploys it with a receiver of its own, and has it take its first look. @param {Parameters<typeof receiver>[0]} [statusOf] */
async function deployed(statusOf) {
  const heard = await receiver(statusOf);
  const worker = await run(consumer.folder, "triggers/cron", {
    HIGHLEVEL_TOKEN: tokens.agency,
    HIGHLEVEL_COMPANY_ID: companyId,
    HIGHLEVEL_BASE_URL: SANDBOX_URL,
    WEBHOOK_URL: heard.url,
  });
  const fetcher = await worker.getWorker();
  /** Runs it, as the clock would, and says how that ended. */
  const fire = async () => (await fetcher.scheduled({ cron: "*/5 * * * *" })).outcome;
  assert.equal(await fire(), "ok");
  assert.deepEqual(heard.posts, []);
  return { heard, fire };
}

/** Creates an admin, and gives their id. */
const admin = async (name) => {
  const person = { firstName: name, lastName: "Admin", email: `${name}@admins.example`, type: "account", role: "admin" };
  return (await ghl.users.create({ ...person, locationIds: [locations[0].id] })).id;
};

test("posts a new admin, once, and says when they are none any more", async () => {
  const { heard, fire } = await deployed();
  const id = await admin("ada");
  assert.deepEqual([await fire(), await fire()], ["ok", "ok"]);
  assert.equal(heard.posts.length, 1);
  const [{ method, type, key, event }] = heard.posts;
  assert.deepEqual([method, type, key], ["POST", "application/json", `User:${id}:added`]);
  assert.deepEqual([event.type, event.key, event.id, event.item.email], ["added", key, id, "ada@admins.example"]);
  await ghl.users.update(id, { role: "user" });
  assert.deepEqual([await fire(), await fire()], ["ok", "ok"]);
  assert.deepEqual(heard.posts.slice(1).map((post) => post.event), [{ type: "removed", key: `User:${id}:removed`, id }]);
});

for (const [what, status] of [["is down", 503], ["sends elsewhere", 302]]) {
  test(`loses nothing while the receiver ${what}, and sends it again by the same key`, async () => {
    const { heard, fire } = await deployed(() => status);
    const id = await admin("bea");
    assert.deepEqual([await fire(), await fire()], ["exception", "exception"]);
    heard.answers(() => 200);
    assert.deepEqual([await fire(), await fire()], ["ok", "ok"]);
    assert.deepEqual(heard.keys, Array(3).fill(`User:${id}:added`));
    assert.deepEqual([...new Set(heard.posts.map(({ method }) => method))], ["POST"]);
  });
}

test("stops at the first that is not taken, and tells all in the same order again", async () => {
  const { heard, fire } = await deployed((nth) => (nth === 2 ? 500 : 200));
  for (const name of ["cleo", "dora", "ella"]) await admin(name);
  assert.deepEqual([await fire(), await fire(), await fire()], ["exception", "ok", "ok"]);
  const [first, second, ...again] = heard.keys;
  assert.equal(new Set(again).size, 3);
  assert.deepEqual([first, second, ...again.slice(2)], again);
});

test("loses nothing when two of it run at once", PATIENCE, async () => {
  const { heard, fire } = await deployed();
  const id = await admin("fay");
  // Both have read before either of them writes.
  const both = heard.until(({ length }) => length === 2);
  heard.answers(() => both.then(() => 200));
  const outcomes = await Promise.all([fire(), fire()]);
  assert.deepEqual(outcomes.sort(), ["exception", "ok"]);
  assert.equal(await fire(), "ok");
  assert.deepEqual(heard.keys, Array(2).fill(`User:${id}:added`));
});

test("loses nothing while HighLevel refuses", async () => {
  const { heard, fire } = await deployed();
  const id = await admin("gil");
  await order({ status: 401, only: { operation: "users.search" } });
  assert.deepEqual([await fire(), await fire()], ["exception", "ok"]);
  assert.deepEqual(heard.keys, [`User:${id}:added`]);
});

test("posts so many in a run as the free plan allows, and the others in the next", async () => {
  const { heard, fire } = await deployed();
  for (let nth = 0; nth < 33; nth += 1) await admin(`hal${nth}`);
  assert.equal(await fire(), "ok");
  assert.equal(heard.posts.length, 30);
  assert.deepEqual([await fire(), await fire()], ["ok", "ok"]);
  assert.equal(new Set(heard.keys).size, 33);
  assert.equal(heard.posts.length, 33);
});

// A page, and what comes after it: HighLevel does not say how many there are.
test("asks HighLevel twice in a run in which nothing has happened", async () => {
  const { fire } = await deployed();
  const before = (await requests()).length;
  assert.equal(await fire(), "ok");
  assert.deepEqual((await requests()).slice(before).map(({ operation }) => operation), ["users.search", "users.search"]);
});
