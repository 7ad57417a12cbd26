/** The loop of a trigger, on the sandbox and on its clock: no timer is waited for. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { consumer, createSandbox, isHighLevelError, NOON } from "./box.mjs";

const { poll, memoryStore } = await consumer.import("ghl-users/triggers");
const { HighLevel } = await consumer.import("ghl-users");
const { contacts } = await consumer.import("ghl-users/catalogue/contacts");

const MINUTE = 60_000;

/**
 * A sandbox whose time passes when the loop waits, and a loop over its contacts that is told what to do at each wait.
 *
 * @param {import("node:test").TestContext} t
 * @param {((world: any) => unknown)[]} waits - What happens in each wait of the loop. At the last one it ends.
 */
function looped(t, waits, { on, options, loop, maxRetries = 0 } = {}) {
  const box = createSandbox({ now: NOON });
  const { tokens, ids } = box;
  const locationId = ids.locationIds[0];
  const ghl = new HighLevel({ token: tokens.location, locationId, fetch: box.fetch, maxRetries });
  const catalogue = contacts(ghl);
  const ending = new AbortController();
  const world = { box, ghl, contacts: catalogue, locationId, ending, waited: [], failures: [], told: [], token: tokens };
  const { setTimeout: wait } = globalThis;
  t.mock.method(Date, "now", () => box.clock.now());
  t.mock.method(globalThis, "setTimeout", (run, ms, ...rest) => {
    // The client has timers of its own, for its pace and its patience.
    if (ms < MINUTE || !new Error().stack.includes("triggers")) return wait(run, ms, ...rest);
    const act = waits[world.waited.push(ms) - 1] ?? (() => ending.abort());
    return setImmediate(async () => {
      box.clock.tick(ms);
      await act(world);
      run();
    });
  });
  world.trigger = poll(ghl, "contacts.search", { locationId }, { on, ...options });
  world.run = async () => {
    const given = { everyMs: MINUTE, signal: ending.signal, onFailure: (error) => world.failures.push(error.code), ...loop };
    for await (const event of world.trigger.events(given)) world.told.push(event);
  };
  world.create = (firstName) => catalogue.create({ locationId, firstName, email: `${firstName}@example.com` });
  return world;
}

const failure = (call) => call.then(() => assert.fail("it did not fail"), (error) => error);
const names = ({ told }) => told.map(({ type, item }) => `${type} ${item.firstName}`);

test("tells what others create and change, until it is told to end", async (t) => {
  let ada;
  const world = looped(
    t,
    [
      async ({ create }) => void (ada = await create("Ada")),
      () => {},
      async ({ contacts }) => void (await contacts.update(ada.id, { firstName: "Augusta" })),
    ],
    { on: ["added", "changed"] },
  );
  const error = await failure(world.run());
  assert.ok(isHighLevelError(error, "aborted"));
  assert.deepEqual(names(world), ["added Ada", "changed Augusta"]);
  assert.equal(world.told[0].key, `Contact:${ada.id}:added`);
});

for (const [status, code] of [[429, "rate_limited"], [500, "server"]]) {
  test(`goes on after ${status}, waits longer each time, and loses nothing`, async (t) => {
    const fault = ({ box }) => void box.fault({ status });
    const world = looped(t, [async (world) => (await world.create("Ada"), fault(world)), fault, fault, () => {}]);
    await failure(world.run());
    assert.deepEqual(names(world), ["added Ada"]);
    assert.deepEqual(world.failures, [code, code, code]);
    const minutes = world.waited.map((ms) => Math.floor(ms / MINUTE));
    assert.deepEqual(minutes, [1, 1, 2, 4, 1]);
  });
}

test("waits no longer than sixteen intervals, however often it fails", async (t) => {
  t.mock.method(Math, "random", () => 0);
  const world = looped(t, [({ box }) => void box.fault({ status: 500, times: "untilOff" }), ...Array(7).fill(() => {})]);
  await failure(world.run());
  assert.deepEqual(world.waited.slice(1).map((ms) => Math.floor(ms / MINUTE)), [1, 2, 4, 8, 16, 16, 16, 16]);
});

test("waits as long as the server says, where that is longer", async (t) => {
  const world = looped(t, [({ box }) => void box.fault({ status: 429, headers: { "retry-after": "600" } }), () => {}]);
  await failure(world.run());
  assert.ok(world.waited[1] >= 10 * MINUTE - 1_000, `${world.waited}`);
});

test("ends with the client's error when the token is refused", async (t) => {
  const world = looped(t, [({ box }) => void box.fault({ status: 401, body: { message: "Invalid JWT" }, times: "untilOff" })]);
  const error = await failure(world.run());
  assert.equal(error.status, 401);
  assert.deepEqual([world.failures, world.waited.length], [[], 1]);
});

test("ends at once when it is aborted while it waits, and with the reason", async (t) => {
  const world = looped(t, []);
  const { setImmediate: soon } = globalThis;
  const reason = new Error("enough");
  t.mock.method(globalThis, "setTimeout", () => {
    soon(() => world.ending.abort(reason));
    return undefined;
  });
  const error = await failure(world.run());
  assert.ok(isHighLevelError(error, "aborted"));
  assert.equal(error.cause, reason);
});

test("ends before it asks for anything when it is aborted already", async (t) => {
  const world = looped(t, []);
  world.ending.abort();
  assert.ok(isHighLevelError(await failure(world.run()), "aborted"));
  assert.equal(world.box.requests.length, 0);
});

test("polls once after a long sleep of the machine, and not for each interval of it", async (t) => {
  const world = looped(t, [({ box }) => void box.clock.tick(24 * 60 * MINUTE), () => {}]);
  await failure(world.run());
  assert.equal(world.box.requests.length, 3);
  assert.ok(world.waited.every((ms) => ms <= MINUTE * 1.1));
});

test("waits no longer than an interval when the clock is put back", async (t) => {
  const world = looped(t, [() => {}]);
  t.mock.method(Date, "now", () => (world.box.requests.length === 0 ? NOON : NOON - 24 * 60 * MINUTE));
  await failure(world.run());
  assert.ok(world.waited.every((ms) => ms <= MINUTE * 1.1), `${world.waited}`);
});

test("does not poll at the same moment as a thousand others: each waits up to a tenth longer", async (t) => {
  const world = looped(t, Array(20).fill(() => {}));
  await failure(world.run());
  assert.ok(world.waited.every((ms) => ms >= MINUTE * 0.9 && ms <= MINUTE * 1.1));
  assert.ok(new Set(world.waited).size > 10);
});

test("tells at first what is newer than a date, and all of it in order", async (t) => {
  const world = looped(t, [() => {}], { options: { since: new Date(NOON - 1) } });
  await world.create("Ada");
  world.box.clock.tick(1_000);
  await world.create("Grace");
  await failure(world.run());
  assert.deepEqual(names(world), ["added Ada", "added Grace"]);
});

test("counts an event as handled when the next is asked for: what it was busy with comes again", async (t) => {
  const state = memoryStore();
  const world = looped(t, [() => {}], { options: { state, since: new Date(NOON - 1) } });
  for (const name of ["Ada", "Grace", "Joan"]) {
    await world.create(name);
    world.box.clock.tick(1_000);
  }
  const told = [];
  for await (const { item } of world.trigger.events()) {
    told.push(item.firstName);
    if (told.length === 2) break;
  }
  assert.deepEqual(told, ["Ada", "Grace"]);
  assert.deepEqual((await world.trigger.once()).events.map(({ item }) => item.firstName), ["Grace", "Joan"]);
});

test("refuses intervals that are no times to poll at", async (t) => {
  const { trigger } = looped(t, []);
  for (const everyMs of [0, 59_999, 86_400_001, 60_000.5, "60000", NaN]) {
    await assert.rejects(async () => trigger.events({ everyMs }).next(), { code: "invalid_input" }, `${everyMs}`);
  }
});

test("takes a signal for one poll", async (t) => {
  const { trigger } = looped(t, []);
  await assert.rejects(trigger.once({ signal: AbortSignal.abort() }), { code: "aborted" });
});
