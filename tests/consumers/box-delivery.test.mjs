/** How answers of the sandbox travel: late, slowly, without an end, not all the way. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { both, createSandbox, failed, HIGHLEVEL, settled } from "./box.mjs";

/** Reads all parts of a body. */
async function partsOf({ body }) {
  const parts = [];
  for await (const part of body) parts.push(Buffer.from(part).toString());
  return parts;
}

/** Timers that pass when the test says so. */
function timers(t) {
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  return async (ms) => {
    mock.timers.tick(ms);
    await settled();
  };
}

/** Whether something has come. */
function watched(promise) {
  const seen = { done: false, promise };
  promise.then(
    () => (seen.done = true),
    () => (seen.done = true),
  );
  return seen;
}

both("a body whose rest is lost gives its first half, then a TypeError", async (side) => {
  await side.fault({ body: "0123456789", drop: "rest" });
  const response = await side.fetch(side.base);
  assert.equal(response.headers.get("content-length"), "10");
  const reader = response.body.getReader();
  assert.equal(Buffer.from((await reader.read()).value).toString(), "01234");
  assert.ok((await failed(reader.read())) instanceof TypeError);
});

both("a body that is lost is a TypeError where it is read, and not before", async (side) => {
  await side.fault({ body: "0123456789", drop: "body" });
  const response = await side.fetch(side.base);
  assert.equal(response.status, 200);
  assert.ok((await failed(response.text())) instanceof TypeError);
});

both("a body that is cut by the server is whole for the transport", async (side) => {
  await side.fault({ body: "0123456789", truncateAt: 4 });
  const response = await side.fetch(side.base);
  assert.deepEqual([response.headers.get("content-length"), await response.text()], ["4", "0123"]);
});

both("what goes without a length has none", async (side) => {
  await side.fault({ body: "0123456789", chunked: true });
  const response = await side.fetch(side.base);
  assert.deepEqual([response.headers.get("content-length"), await response.text()], [null, "0123456789"]);
});

both("filler is JSON of the length that was wanted, to the last byte", async (side) => {
  for (const bytes of [27, 28, 41, 43, 50_001]) {
    await side.fault({ bodyBytes: bytes });
    const response = await side.fetch(side.base);
    const text = await response.text();
    assert.deepEqual([text.length, response.headers.get("content-length")], [bytes, String(bytes)]);
    const { users } = JSON.parse(text);
    assert.ok(users.every(({ id }) => id === "filler"));
    assert.equal(users.length, 1 + Math.floor((bytes - 27) / 16));
  }
});

both("filler without an end goes on until the reader leaves", async (side) => {
  await side.fault({ bodyBytes: "endless" });
  const { body, headers } = await side.fetch(side.base);
  assert.equal(headers.get("content-length"), null);
  const reader = body.getReader();
  let text = "";
  while (text.length < 100_000) text += Buffer.from((await reader.read()).value);
  await reader.cancel();
  const [head, ...users] = text.split(/(?=,)/);
  assert.equal(head, '{"users":[{"id":"filler"}');
  assert.ok(users.slice(0, -1).every((user) => user === ',{"id":"filler"}'));
});

both("filler can be torn as well", async (side) => {
  await side.fault({ bodyBytes: 100_000, drop: "rest" });
  const { body } = await side.fetch(side.base);
  let length = 0;
  const error = await failed(
    (async () => {
      for await (const part of body) length += part.length;
    })(),
  );
  assert.ok(error instanceof TypeError);
  assert.equal(length, 50_000);
});

test("an answer that is late waits on the timers that there are at the time of the call", async (t) => {
  const box = createSandbox({ faults: [{ status: 204, delayMs: 1_000 }] });
  const pass = timers(t);
  const call = watched(box.fetch(HIGHLEVEL));
  await settled();
  await pass(999);
  assert.equal(call.done, false);
  await pass(1);
  assert.equal((await call.promise).status, 204);
});

test("every answer takes as long as the sandbox is away, and as long again as a fault is late", async (t) => {
  const box = createSandbox({ latencyMs: 200, faults: [{ delayMs: 50 }] });
  const pass = timers(t);
  for (const ms of [250, 200]) {
    const call = watched(box.fetch(HIGHLEVEL));
    await settled();
    await pass(ms - 1);
    assert.equal(call.done, false);
    await pass(1);
    assert.equal(call.done, true);
  }
});

test("an answer that is lost is lost as late as it would have come", async (t) => {
  const box = createSandbox({ latencyMs: 200, faults: [{ drop: true }] });
  const pass = timers(t);
  const call = watched(box.fetch(HIGHLEVEL));
  await settled();
  await pass(199);
  assert.equal(call.done, false);
  await pass(1);
  assert.ok((await failed(call.promise)) instanceof TypeError);
});

test("each hop of a redirect takes its time", async (t) => {
  const box = createSandbox({ latencyMs: 200, faults: [{ status: 302, headers: { location: "/second" } }] });
  const pass = timers(t);
  const call = watched(box.fetch(HIGHLEVEL));
  await settled();
  await pass(200);
  assert.equal(call.done, false);
  await pass(200);
  assert.equal((await call.promise).redirected, true);
});

test("a body at a pace comes in its parts, with a pause after each", async (t) => {
  const box = createSandbox({ faults: [{ body: "0123456789", pace: { bytes: 4, everyMs: 100 } }] });
  const pass = timers(t);
  const reader = (await box.fetch(HIGHLEVEL)).body.getReader();
  const parts = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const part = watched(reader.read());
    await settled();
    assert.equal(part.done, turn === 0);
    await pass(99);
    assert.equal(part.done, turn === 0);
    await pass(1);
    const { value, done } = await part.promise;
    parts.push(done ? "the end" : Buffer.from(value).toString());
  }
  assert.deepEqual(parts, ["0123", "4567", "89", "the end"]);
});

test("without a pace a body comes in parts of 16 KiB", async () => {
  const box = createSandbox({ faults: [{ body: "x".repeat(40_000) }] });
  const parts = await partsOf(await box.fetch(HIGHLEVEL));
  assert.deepEqual(parts.map(({ length }) => length), [16_384, 16_384, 7_232]);
});

test("a reader that leaves ends the pause, so that no timer is left", async () => {
  const timersLeft = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const box = createSandbox({ faults: [{ body: "0123456789", pace: { bytes: 4, everyMs: 60_000 } }] });
  const before = timersLeft();
  const reader = (await box.fetch(HIGHLEVEL)).body.getReader();
  await reader.read();
  const rest = reader.read();
  await settled();
  assert.equal(timersLeft(), before + 1);
  await reader.cancel();
  assert.deepEqual(await rest, { value: undefined, done: true });
  assert.equal(timersLeft(), before);
});

test("a wait that its signal ends leaves no timer", async () => {
  const timersLeft = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const box = createSandbox({ latencyMs: 60_000 });
  const before = timersLeft();
  const control = new AbortController();
  const call = failed(box.fetch(HIGHLEVEL, { signal: control.signal }));
  await settled();
  assert.equal(timersLeft(), before + 1);
  control.abort("enough");
  assert.equal(await call, "enough");
  assert.equal(timersLeft(), before);
});
