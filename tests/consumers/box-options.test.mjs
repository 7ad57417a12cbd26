/** Sandboxes as such: what they begin with, how they begin again, and how they end. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The memory of the WebAssembly of all sandboxes: the first one that is made starts it. */
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...given) {
    super(...given);
    memory = Object.values(this.exports).find((value) => value instanceof WebAssembly.Memory);
  }
};

const { consumer, createSandbox, failed, headersOf, HIGHLEVEL, isHighLevelError, NOON } = await import("./box.mjs");
const { HighLevel } = await consumer.import("ghl-users");

const clientOf = ({ tokens, ids, fetch }) => new HighLevel({ token: tokens.agency, companyId: ids.companyId, fetch });
const countOf = async (box) => (await clientOf(box).users.search().all()).length;
/** A user to be made. */
const someone = ({ ids }, name) => ({
  companyId: ids.companyId,
  firstName: name,
  lastName: "Doe",
  email: `${name}@example.com`,
  password: "Correct-Horse-1",
  type: "account",
  role: "user",
  locationIds: [ids.locationId],
});

test("the client works with a sandbox as with HighLevel, in every version", async () => {
  const box = createSandbox();
  const { fetch, tokens, ids } = box;
  const v1 = await new HighLevel({ api: "v1", token: tokens.v1Agency, fetch }).users.list();
  assert.equal(v1.users.length, 120);
  for (const api of ["v2", "v3"]) {
    const ghl = new HighLevel({ api, token: tokens.agency, companyId: ids.companyId, fetch });
    assert.equal((await ghl.users.search().all()).length, 120, api);
  }
  assert.deepEqual(box.unmatched, []);
});

test("a sandbox tells its tokens and its ids", async () => {
  const { tokens, ids } = createSandbox();
  assert.deepEqual(Object.keys(tokens).sort(), ["agency", "location", "v1Agency", "v1Location"]);
  assert.equal(ids.locationIds.length, 3);
  assert.ok(ids.locationIds.includes(ids.locationId));
  assert.ok(ids.oauth.installedLocationIds.every((id) => ids.locationIds.includes(id)));
  assert.deepEqual(ids.people, {});
});

test("several sandboxes know nothing of each other", async () => {
  const [one, other] = [createSandbox({ now: NOON }), createSandbox()];
  await clientOf(one).users.create(someone(one, "jo"));
  one.fault({ status: 503, times: "untilOff" });
  one.clock.tick(1_000);
  assert.equal(await countOf(other), 120);
  assert.equal(one.requests.length, 1);
  assert.equal(other.requests.length, 2);
  other.close();
  one.calm();
  assert.equal(await countOf(one), 121);
});

test("begins as it is told to", async () => {
  const counts = {};
  for (const start of ["agency", "large", "messy", "empty"]) {
    const box = createSandbox({ start });
    const url = `${HIGHLEVEL}/users/search?companyId=${box.ids.companyId}&limit=1`;
    const response = await box.fetch(url, { headers: headersOf(box.tokens.agency) });
    counts[start] = (await response.json()).count;
    box.close();
  }
  const { messy, ...others } = counts;
  assert.deepEqual(others, { agency: 120, large: 10_000, empty: 1 });
  assert.ok(messy > 1);
  const { people } = createSandbox({ start: "messy" }).ids;
  assert.ok(Object.keys(people).length > 0);
});

test("what was exported is there again in another sandbox", async () => {
  const box = createSandbox({ now: NOON, start: "empty" });
  const made = await clientOf(box).users.create(someone(box, "jo"));
  const state = JSON.parse(JSON.stringify(box.export()));
  const other = createSandbox({ state });
  assert.deepEqual(other.export(), state);
  assert.equal((await clientOf(other).users.get(made.id)).email, "jo@example.com");
  const message = /^createSandbox: state: /;
  assert.throws(() => createSandbox({ state: { form: 0 } }), { code: "invalid_config", message });
});

test("begins again with the state that it was made of, and with the configuration of that", async () => {
  const made = createSandbox({ now: NOON, start: "empty", logSize: 3, wild: true });
  await clientOf(made).users.create(someone(made, "jo"));
  const state = made.export();
  const box = createSandbox({ now: NOON, state, wild: false });
  const tell = () => [box.export().config.logSize, box.export().config.wild];
  assert.deepEqual(tell(), [3, false]);
  await clientOf(box).users.create(someone(box, "ann"));
  box.reset();
  assert.deepEqual({ ...box.export(), config: state.config }, state);
  assert.deepEqual(tell(), [3, false]);
  box.reset({ logSize: 4 });
  assert.deepEqual(tell(), [4, false]);
  box.reset({ start: "agency" });
  assert.deepEqual(tell(), [3, false]);
  box.reset({ state });
  assert.deepEqual(box.export(), state);
});

test("a reset does what it does as a call, and a wrong one says the same", async () => {
  const box = createSandbox({ logSize: 3 });
  const post = async (body) => {
    const init = { method: "POST", body: JSON.stringify(body) };
    return (await box.fetch("http://127.0.0.1/__sandbox/reset", init)).json();
  };
  for (const options of [{}, { wild: true }, { start: "empty", logSize: 2 }, { state: createSandbox({ start: "empty" }).export() }]) {
    box.reset(options);
    const exported = box.export();
    assert.deepEqual(await post(options), exported.config);
    assert.deepEqual(box.export(), exported);
  }
  for (const options of [{ rateLimit: { perMs: 0 } }, { paging: { count: "some" } }, { state: { form: 0 } }]) {
    const { message } = await post(options);
    assert.throws(() => box.reset(options), { message: `sandbox.${message}` });
  }
});

test("begins again as it was made, or as it is told to now", async () => {
  const box = createSandbox({ now: NOON, start: "empty", logSize: 1 });
  const { clock } = box;
  await clientOf(box).users.create(someone(box, "jo"));
  clock.tick(1_000);
  box.fault({ status: 503, times: "untilOff" });
  box.reset();
  assert.equal(clock.now(), NOON);
  assert.equal(await countOf(box), 1);
  assert.equal(box.requests.length, 1);
  box.reset({ start: "agency", now: NOON + 5, logSize: 2 });
  assert.equal(clock.now(), NOON + 5);
  assert.equal(await countOf(box), 120);
  assert.equal(box.requests.length, 2);
  box.reset();
  assert.equal(await countOf(box), 1);
  assert.equal(clock.now(), NOON);
});

test("changes what was given out by OAuth, and tells how often that was", async () => {
  const box = createSandbox();
  const { clientId: client_id, clientSecret: client_secret } = box.ids.oauth;
  const { code } = box.oauth({ authorize: { locationId: box.ids.oauth.installedLocationIds[1] } });
  const body = new URLSearchParams({ client_id, client_secret, grant_type: "authorization_code", code });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await box.fetch(`${HIGHLEVEL}/oauth/token`, { method: "POST", headers, body });
  const { access_token: token, locationId } = await response.json();
  assert.equal(locationId, box.ids.oauth.installedLocationIds[1]);
  assert.deepEqual(box.oauth(), { exchanges: 1, refreshes: 0, graceAnswers: 0, locationTokens: 0 });
  const ask = async () => (await box.fetch(`${HIGHLEVEL}/locations/${locationId}`, { headers: headersOf(token) })).status;
  assert.equal(await ask(), 200);
  assert.deepEqual(box.oauth({ expireAccessTokens: true }), {});
  assert.equal(await ask(), 401);
});

test("wrong options are refused, and the message names them", () => {
  for (const [options, words] of [
    [null, "the options are null: expected an object"],
    [{ strat: "agency" }, 'there is no option "strat"'],
    [{ start: "huge" }, /^"start" is a string: expected "agency" or /],
    [{ now: "noon" }, '"now" is a string: expected a Date or milliseconds since 1970'],
    [{ now: new Date(Number.NaN) }, /^"now" is an instance of Date: expected /],
    [{ seed: -1 }, /^"seed" is a number: expected a whole number from 0 to 4,294,967,295$/],
    [{ latencyMs: 60_001 }, /^"latencyMs" is a number: expected a whole number of milliseconds from 0 to 60,000$/],
    [{ faults: {} }, '"faults" is an object: expected an array of faults'],
    [{ faults: [{}, { status: 1 }] }, "faults[1]: status is 1: expected 200 to 599"],
    [{ lenient: 1 }, '"lenient" is a number: expected a boolean'],
    [{ rateLimit: { requests: 0 } }, "rateLimit.requests is 0: expected 1 or more"],
    [{ paging: { most: 0 } }, "paging.most is 0: expected 1 or more, or null"],
    [{ logSize: 100_001 }, /^"logSize" is a number: expected a whole number from 0 to 100,000$/],
    [{ start: "empty", state: createSandbox().export() }, "state is given: expected either it or start"],
  ]) {
    const matches = ({ code, message }) => {
      const [caller, own] = [message.slice(0, "createSandbox: ".length), message.slice("createSandbox: ".length)];
      assert.deepEqual([code, caller], ["invalid_config", "createSandbox: "]);
      assert[typeof words === "string" ? "equal" : "match"](own, words);
      return true;
    };
    assert.throws(() => createSandbox(options), matches);
  }
  const box = createSandbox();
  for (const [options, message] of [
    [{ strat: 1 }, 'sandbox.reset: there is no option "strat"'],
    [{ rateLimit: { perMs: 0 } }, "sandbox.reset: rateLimit.perMs is 0: expected 1 or more"],
  ]) {
    assert.throws(() => box.reset(options), { code: "invalid_config", message });
  }
});

test("what is asked of a closed sandbox fails in words, and closing it again does nothing", async () => {
  const box = createSandbox();
  const off = box.fault({ status: 500, times: "untilOff" });
  const calm = box.storm({ faults: [{ weight: 1, fault: { status: 503 } }] });
  box.close();
  box.close();
  for (const act of [
    () => box.tokens,
    () => box.ids,
    () => box.requests,
    () => box.unmatched,
    () => box.export(),
    () => box.reset(),
    () => box.fault({}),
    () => box.calm(),
    () => box.oauth(),
  ]) {
    assert.throws(act, { code: "closed", message: "sandbox: it was closed before" }, String(act));
  }
  for (const call of [box.fetch(HIGHLEVEL), box.emit({ type: "UserUpdate" }, () => new Response())]) {
    assert.ok(isHighLevelError(await failed(call), "closed"));
  }
  off();
  calm();
});

test("an answer that is on its way when the sandbox is closed arrives", async () => {
  const box = createSandbox({ faults: [{ body: "0123456789", pace: { bytes: 4, everyMs: 1 }, delayMs: 1 }] });
  const call = box.fetch(HIGHLEVEL);
  while (box.requests.length === 0) await undefined;
  box.close();
  assert.equal(await (await call).text(), "0123456789");
});

test("is closed by `using`", { skip: Symbol.dispose === undefined }, () => {
  const box = createSandbox();
  box[Symbol.dispose]();
  assert.throws(() => box.requests, { code: "closed" });
});

/** Makes a sandbox and changes it, so that it has a company of its own. */
async function busy() {
  const box = createSandbox();
  await clientOf(box).users.create(someone(box, "jo"));
  return box;
}

test("the memory of closed sandboxes is used again", async () => {
  for (let turn = 0; turn < 5; turn += 1) (await busy()).close();
  const before = memory.buffer.byteLength;
  for (let turn = 0; turn < 100; turn += 1) (await busy()).close();
  assert.equal(memory.buffer.byteLength, before);
  const open = [];
  // The test can fail: those that are open need more.
  while (memory.buffer.byteLength === before) open.push(await busy());
  for (const box of open) box.close();
});

test("the memory of a sandbox that nobody has any more is used again", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const before = memory.buffer.byteLength;
  for (let turn = 0; turn < 200; turn += 1) {
    await busy();
    if (turn % 5 !== 0) continue;
    collect();
    await new Promise((resolve) => setTimeout(resolve));
  }
  assert.equal(memory.buffer.byteLength, before);
});

test("CommonJS has the same, in sandboxes of its own", async () => {
  const { createSandbox: required, HighLevelError } = consumer.require("ghl-users/sandbox");
  const box = required();
  assert.equal((await box.fetch(HIGHLEVEL)).status, 501);
  const response = await box.emit({ type: "UserUpdate", user: {} }, () => new Response("taken"));
  assert.equal(await response.text(), "taken");
  assert.throws(() => required({ start: "huge" }), HighLevelError);
});

test("the slim entry takes the WebAssembly from the caller", async () => {
  const { createSandbox: slim, initSync } = await consumer.import("ghl-users/sandbox/slim");
  assert.throws(() => slim(), { code: "invalid_config", message: /^the sandbox has not started/ });
  const { readFileSync } = await import("node:fs");
  initSync(readFileSync(consumer.require.resolve("ghl-users/ghl_users_sandbox_bg.wasm")));
  assert.equal((await slim().fetch(HIGHLEVEL)).status, 501);
});
