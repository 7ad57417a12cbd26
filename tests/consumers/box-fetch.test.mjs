/** What a true `fetch` owes, row by row: the sandbox's, and the runtime's own beside it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { both, createSandbox, failed, headersOf, HIGHLEVEL, settled } from "./box.mjs";

const usersOf = ({ base, companyId }) => `${base}/users/search?companyId=${companyId}&limit=1`;

both("takes a text, a URL and a Request, and answers with a true Response", async (side) => {
  const { fetch, headers } = side;
  for (const input of [usersOf(side), new URL(usersOf(side)), new Request(usersOf(side), { headers })]) {
    const response = await fetch(input, input instanceof Request ? undefined : { headers });
    assert.ok(response instanceof Response);
    assert.equal(response.status, 200);
    assert.ok(response.ok);
    assert.equal((await response.json()).users.length, 1);
  }
});

both("a body may have 1 MiB: what is longer is refused, and stands in the log", async (side) => {
  const { fetch, base, headers } = side;
  const ask = (bytes) => fetch(`${base}/users/nobody`, { method: "PUT", headers, body: new Uint8Array(bytes).fill(32) });
  assert.equal((await ask(1024 * 1024)).status, 404);
  const refused = await ask(1024 * 1024 + 1);
  assert.equal(refused.status, 413);
  assert.deepEqual(await refused.json(), { statusCode: 413, message: "request entity too large" });
  const names = [...refused.headers.keys()].filter((name) => !["connection", "date", "keep-alive"].includes(name));
  assert.deepEqual(names.sort(), ["access-control-allow-origin", "content-length", "content-type"]);
  const told = (await side.requests()).map(({ operation, status, body }) => [operation, status, body.length]);
  assert.deepEqual(told, [["users.update", 404, 16_385], ["users.update", 413, 16_385]]);
});

both("fails as the platform does for bad input, and nobody is asked", async (side) => {
  const { fetch, base } = side;
  const used = new Request(base, { method: "POST", body: "read" });
  await used.text();
  for (const call of [
    () => fetch("no address"),
    () => fetch(base, { method: "TRACE" }),
    () => fetch(base, { method: "two words" }),
    () => fetch(base, { method: "GET", body: "none" }),
    () => fetch(base, { headers: { "no name": "x" } }),
    () => fetch(base, { signal: "none" }),
    () => fetch("ftp://127.0.0.1/"),
    () => fetch(used),
  ]) {
    assert.ok((await failed(call())) instanceof TypeError, String(call));
  }
  assert.deepEqual(await side.requests(), []);
});

// Node's own lets what has no body through, which it has sent before it hears of the end.
test("box.fetch: an abort right after the call leaves no trace, not even in the log", async () => {
  const box = createSandbox();
  const control = new AbortController();
  const bodies = [undefined, "a body", new Blob(["more"])];
  const calls = bodies.map((body) => box.fetch(HIGHLEVEL, { method: "POST", body, signal: control.signal }));
  control.abort("enough");
  for (const call of calls) assert.equal(await failed(call), "enough");
  await settled();
  assert.deepEqual(box.requests, []);
});

both("a call whose signal has ended before is not begun, and fails with the reason itself", async (side) => {
  for (const reason of ["a text", null, new Error("mine"), { code: 1 }]) {
    assert.equal(await failed(side.fetch(side.base, { signal: AbortSignal.abort(reason) })), reason);
  }
  assert.deepEqual(await side.requests(), []);
});

both("the signal ends the wait for an answer, with its reason itself", async (side) => {
  await side.fault({ delayMs: 60_000 });
  const control = new AbortController();
  const call = failed(side.fetch(usersOf(side), { headers: side.headers, signal: control.signal }));
  while ((await side.requests()).length === 0);
  control.abort("enough");
  assert.equal(await call, "enough");
});

both("the signal of a Request counts as that of an init does", async (side) => {
  await side.fault({ delayMs: 60_000 });
  const control = new AbortController();
  const call = failed(side.fetch(new Request(usersOf(side), { headers: side.headers, signal: control.signal })));
  while ((await side.requests()).length === 0);
  control.abort("enough");
  assert.equal(await call, "enough");
});

both("the signal ends a body that is on its way, with its reason itself", async (side) => {
  await side.fault({ pace: { bytes: 10, everyMs: 60_000 } });
  const control = new AbortController();
  const { body } = await side.fetch(usersOf(side), { headers: side.headers, signal: control.signal });
  const reader = body.getReader();
  await reader.read();
  const rest = failed(reader.read());
  control.abort("enough");
  assert.equal(await rest, "enough");
});

both("the signal ends a body that nobody has read yet", async (side) => {
  const control = new AbortController();
  const response = await side.fetch(usersOf(side), { headers: side.headers, signal: control.signal });
  control.abort("enough");
  assert.equal(await failed(response.body.getReader().read()), "enough");
});

both("a signal that ends when all has arrived changes nothing", async (side) => {
  const control = new AbortController();
  const response = await side.fetch(usersOf(side), { headers: side.headers, signal: control.signal });
  assert.equal((await response.json()).users.length, 1);
  control.abort();
});

both("a call that is lost, or its answer, is a TypeError with a cause", async (side) => {
  for (const drop of ["call", "answer"]) {
    await side.fault({ drop });
    const error = await failed(side.fetch(usersOf(side), { headers: side.headers }));
    assert.ok(error instanceof TypeError);
    assert.ok(error.cause instanceof Error);
  }
  const [call, answer] = await side.requests();
  assert.deepEqual([call.status, call.apiStatus, answer.status, answer.apiStatus], [null, null, null, 200]);
});

test("box.fetch: what is lost is told in the words of a page, and the cause says that it was ordered", async () => {
  const box = createSandbox({ faults: [{ drop: true }] });
  const { message, cause } = await failed(box.fetch(HIGHLEVEL));
  assert.equal(message, "Failed to fetch");
  assert.equal(cause.message, "the sandbox: the call is lost, as ordered");
});

both("says where the answer came from, and clones say it, too", async (side) => {
  const address = usersOf(side);
  const response = await side.fetch(`${address}#part`, { headers: side.headers });
  const clone = response.clone();
  for (const { url, redirected, type } of [response, clone, clone.clone()]) {
    assert.deepEqual({ url, redirected, type }, { url: address, redirected: false, type: "basic" });
  }
  assert.equal(await response.text(), await clone.text());
});

both("204, 205 and 304 have no body at all", async (side) => {
  for (const status of [204, 205, 304]) {
    await side.fault({ status });
    const response = await side.fetch(side.base);
    assert.deepEqual([response.status, response.body, await response.text()], [status, null, ""]);
  }
});

both("an answer to HEAD has its headers, and nothing to read", async (side) => {
  const response = await side.fetch(usersOf(side), { method: "HEAD", headers: side.headers });
  assert.ok(Number(response.headers.get("content-length")) > 0);
  assert.equal(await response.text(), "");
});

both("an answer without content has a body that is empty", async (side) => {
  await side.fault({ status: 200, body: "" });
  const response = await side.fetch(side.base);
  assert.ok(response.body instanceof ReadableStream);
  assert.equal(await response.text(), "");
});

both("a body is read once", async (side) => {
  const response = await side.fetch(usersOf(side), { headers: side.headers });
  assert.equal(response.bodyUsed, false);
  await response.text();
  assert.equal(response.bodyUsed, true);
  assert.ok((await failed(response.text())) instanceof TypeError);
});

both("what the caller changes afterwards, the log does not show", async (side) => {
  const body = new TextEncoder().encode('{"name":"before"}');
  const headers = new Headers({ ...side.headers, "content-type": "application/json" });
  const call = side.fetch(`${side.base}/nowhere`, { method: "POST", headers, body });
  body.fill(32);
  headers.set("version", "changed");
  await call;
  const [logged] = await side.requests();
  assert.deepEqual([logged.body, logged.headers.version], ['{"name":"before"}', "2021-07-28"]);
});

both("what the caller does to an answer, the next one does not show", async (side) => {
  const ask = async () => (await side.fetch(usersOf(side), { headers: side.headers })).arrayBuffer();
  const first = await ask();
  const before = new Uint8Array(first.slice());
  new Uint8Array(first).fill(0);
  assert.deepEqual(new Uint8Array(await ask()), before);
});

both("the method, the headers and the body come as they were sent", async (side) => {
  const body = new ReadableStream({
    start(controller) {
      for (const part of ['{"firstName":', '"Zoë"}']) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
  const headers = { ...side.headers, "content-type": "application/json" };
  await side.fetch(`${side.base}/users/nobody?a=1&b=%20`, { method: "put", headers, body, duplex: "half" });
  const [logged] = await side.requests();
  const { method, path, query, body: text } = logged;
  assert.deepEqual({ method, path, query, text }, {
    method: "PUT",
    path: "/users/nobody",
    query: "a=1&b=%20",
    text: '{"firstName":"Zoë"}',
  });
  assert.equal(logged.headers["content-type"], "application/json");
});

both("a body of the caller's that breaks off is a TypeError, and nobody is asked", async (side) => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error("mine")) });
  const error = await failed(side.fetch(side.base, { method: "POST", body, duplex: "half" }));
  assert.ok(error instanceof TypeError);
  assert.deepEqual(await side.requests(), []);
});

both("the answer says how long it is, and when it was given", async (side) => {
  const response = await side.fetch(usersOf(side), { headers: side.headers });
  const { headers } = response;
  assert.equal(Number(headers.get("content-length")), (await response.arrayBuffer()).byteLength);
  assert.ok(Math.abs(Date.parse(headers.get("date")) - Date.now()) < 5_000);
});

both("what an answer says of its date counts", async (side) => {
  const date = "Mon, 30 Nov 2026 12:00:00 GMT";
  await side.fault({ status: 200, headers: { date } });
  assert.equal((await side.fetch(side.base)).headers.get("date"), date);
});

both("a header beyond ASCII arrives a letter for each byte", async (side) => {
  await side.fault({ status: 200, headers: { "x-name": "Zoë …" } });
  const { headers } = await side.fetch(side.base);
  assert.equal(Buffer.from(headers.get("x-name"), "latin1").toString(), "Zoë …");
});

test("box.fetch: other hosts are answered like a route that there is not, in words that name the host", async () => {
  const box = createSandbox();
  const response = await box.fetch("https://example.com/users/u1?a=1", { headers: headersOf(box.tokens.agency) });
  assert.equal(response.status, 501);
  assert.match((await response.json()).message, /^the sandbox has no route GET https:\/\/example\.com\/users\/u1\b/);
  const [{ path, operation, query }] = box.unmatched;
  assert.deepEqual({ path, operation, query }, { path: "https://example.com/users/u1", operation: null, query: "a=1" });
});

test("box.fetch: HighLevel's hosts and those of this machine are the same company", async () => {
  const box = createSandbox();
  const headers = headersOf(box.tokens.agency);
  for (const base of [HIGHLEVEL, "http://localhost:4010", "http://127.0.0.1", "http://[::1]:80"]) {
    const { status } = await box.fetch(usersOf({ base, companyId: box.ids.companyId }), { headers });
    assert.equal(status, 200, base);
  }
  const v1 = await box.fetch("https://rest.gohighlevel.com/v1/users/", {
    headers: { authorization: `Bearer ${box.tokens.v1Agency}` },
  });
  assert.equal(v1.status, 200);
  assert.deepEqual(box.unmatched, []);
  for (const base of ["http://services.leadconnectorhq.com", "https://services.leadconnectorhq.com.example.com"]) {
    assert.equal((await box.fetch(base)).status, 501, base);
  }
});

test("box.fetch: the signal is heeded however much time and memory pass in between", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const box = createSandbox({ faults: [{ delayMs: 60_000 }, { pace: { bytes: 1, everyMs: 60_000 } }] });
  const control = new AbortController();
  const { signal } = control;
  const late = failed(box.fetch(HIGHLEVEL, { signal }));
  const { body } = await box.fetch(HIGHLEVEL, { signal });
  const reader = body.getReader();
  await reader.read();
  const rest = failed(reader.read());
  for (let turn = 0; turn < 3; turn += 1) {
    collect();
    await settled();
  }
  control.abort("enough");
  assert.deepEqual([await late, await rest], ["enough", "enough"]);
});
