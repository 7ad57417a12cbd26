/** Any request to the API, for what the package has no method for: the same policy, and no other host. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { requests as asked, reset, SANDBOX_URL, seed } from "./sandbox.mjs";
import { clientOf as stubbed, failureOf, json, TOKEN } from "./stub.mjs";

const consumer = install();
const { HighLevel, isHighLevelError } = await consumer.import("ghl-users");
const clientOf = (answer, options) => stubbed(HighLevel, answer, options);

/** A client with a record of what `fetch` was given. */
function recorded(answer, options) {
  const sent = [];
  const fetch = async (url, init) => {
    sent.push({ url, ...init });
    return answer(sent.length);
  };
  return { ghl: new HighLevel({ token: TOKEN, fetch, maxRetries: 0, ...options }), sent };
}

test("reads and writes what the sandbox has, in every version", async () => {
  for (const api of ["v2", "v3"]) {
    await reset();
    const { companyId, tokens } = await seed();
    const ghl = new HighLevel({ api, token: tokens.agency, baseUrl: SANDBOX_URL });
    const { users } = await ghl.rawRequest("GET", "/users/search", { query: { companyId, limit: 2 } });
    assert.equal(users.length, 2);
    const { id } = users[0];
    const [raw, typed] = [await ghl.rawRequest("GET", `/users/${id}`), await ghl.users.get(id)];
    assert.deepEqual({ ...raw, traceId: "" }, { ...typed, traceId: "" });
    const text = await ghl.rawRequest("GET", `/users/${id}`, { as: "text" });
    assert.equal(JSON.parse(text).id, id);
    const blob = await ghl.rawRequest("GET", `/users/${id}`, { as: "blob" });
    assert.equal(JSON.parse(await blob.text()).id, id);
    assert.match(blob.type, /^application\/json/);
    const body = { firstName: "Raw", ...(api === "v3" && { companyId }) };
    const { data, response, attempts } = await ghl.rawRequest("PUT", `/users/${id}`, { body }).withResponse();
    assert.deepEqual([data.firstName, response.status, attempts], ["Raw", 200, 1]);
    const unknown = await failureOf(ghl.rawRequest("GET", "/users/nobody-at-all"));
    assert.ok(isHighLevelError(unknown));
    assert.match(unknown.message, /^rawRequest: /);
    assert.ok((await asked()).every(({ status }) => status < 500));
  }
});

test("sends the path as it is written, behind the base URL, and nothing else of its own", async () => {
  const { ghl, sent } = recorded(json({}), { baseUrl: "https://gateway.example/v2/" });
  await ghl.rawRequest("GET", "/contacts/a%20b/tasks?x=1", { query: { y: ["2", 3], z: undefined, q: "a&b" } });
  await ghl.rawRequest("POST", "/conversations/messages", { version: "2021-04-15", body: { type: "SMS" } });
  await ghl.rawRequest("DELETE", "/contacts/c1/tags", { body: { tags: ["a"] } });
  await ghl.rawRequest("DELETE", "/contacts/c1");
  const seen = sent.map(({ method, url, body, headers }) => [method, url.replace("https://gateway.example/v2", ""), body, headers.version]);
  assert.deepEqual(seen, [
    ["GET", "/contacts/a%20b/tasks?x=1&y=2&y=3&q=a%26b", undefined, "2021-07-28"],
    ["POST", "/conversations/messages", '{"type":"SMS"}', "2021-04-15"],
    ["DELETE", "/contacts/c1/tags", '{"tags":["a"]}', "2021-07-28"],
    ["DELETE", "/contacts/c1", undefined, "2021-07-28"],
  ]);
  for (const { headers, redirect } of sent) {
    assert.equal(redirect, "manual");
    assert.equal(headers.authorization, `Bearer ${TOKEN}`);
    assert.deepEqual(Object.keys(headers).filter((name) => !["accept", "authorization", "content-type", "version"].includes(name)), []);
  }
});

test("sends what an object holds at the time of the call", async () => {
  const { ghl, sent } = recorded(json({}));
  const body = { n: 0 };
  const calls = [1, 2, 3].map((n) => {
    body.n = n;
    return ghl.rawRequest("POST", "/notes", { body });
  });
  body.n = 4;
  await Promise.all(calls);
  assert.deepEqual(sent.map(({ body }) => body), ['{"n":1}', '{"n":2}', '{"n":3}']);
});

test("refuses what leads elsewhere or cannot be sent before anything is sent", async () => {
  const { ghl, sent } = recorded(json({}));
  const cyclic = {};
  cyclic.self = cyclic;
  for (const [method, path, options, words] of [
    ["GET", "https://evil.example/", {}, /"path" is a string: expected a path such as "\/users\/"/],
    ["GET", "//evil.example/", {}, /"path" is a string/],
    ["DELETE", "/users/../locations/l1", {}, /"path" is a string/],
    ["DELETE", "/users/%2E%2e/locations", {}, /"path" is a string/],
    ["GET", "", {}, /"path" is an empty string/],
    ["GET", undefined, {}, /"path" is missing/],
    ["GET", Symbol("p"), {}, /"path" is /],
    ["get", "/users/", {}, /"method" is a string: expected "GET" or "POST" or "PUT" or "PATCH" or "DELETE"/],
    ["HEAD", "/users/", {}, /"method" is a string/],
    [undefined, "/users/", {}, /"method" is missing/],
    ["GET", "/users/", { as: "xml" }, /"as" is a string: expected "json" or "text" or "blob"/],
    ["POST", "/users/", { reads: "yes" }, /"reads" is a string: expected false or true/],
    ["GET", "/users/", { body: {} }, /"body" is not a field of this call/],
    ["POST", "/users/", { body: cyclic }, /"body" is an object: expected what can be sent there/],
    ["POST", "/users/", { body: 1n }, /"body" is an instance of BigInt/],
    ["GET", "/users/", { query: { a: {} } }, /"query\.a" is an object/],
    ["GET", "/users/", { query: "a=b" }, /"query" is a string: expected an object/],
    ["GET", "/users/", { version: "a\r\nb: c" }, /"version" is no value of a header/],
    ["GET", "/users/", { qurey: {} }, /"qurey" is not/],
    ["GET", "/users/", { get query() { throw new Error("no"); } }, /"query" is /],
    ["GET", "/users/", "options", /is a string: expected an object/],
    ["GET", "/users/", 7, /is a number: expected an object/],
    ["GET", "/users/", [], /is an array: expected an object/],
  ]) {
    const error = await failureOf(ghl.rawRequest(method, path, options));
    assert.ok(isHighLevelError(error, "invalid_input"), `${method} ${String(path)}: ${error}`);
    assert.match(error.message, words);
    assert.equal(error.operation ?? "rawRequest", "rawRequest");
  }
  assert.deepEqual(sent, []);
});

test("repeats what may be repeated, and nothing else", async (t) => {
  t.mock.method(Math, "random", () => 0);
  for (const [method, reads, times] of [
    ["GET", undefined, 3],
    ["PUT", undefined, 3],
    ["DELETE", undefined, 3],
    ["POST", undefined, 1],
    ["PATCH", undefined, 1],
    ["POST", true, 3],
    ["PATCH", true, 3],
    ["POST", false, 1],
  ]) {
    const { ghl, sent } = recorded(json({ message: "busy" }, 503, { "retry-after": "0" }), { maxRetries: 2 });
    const error = await failureOf(ghl.rawRequest(method, "/x", { reads, ...(method !== "GET" && { body: {} }) }));
    assert.deepEqual([error.code, error.attempts, sent.length], ["server", times, times], `${method} ${reads}`);
  }
});

test("keeps to the call's time, its signal and the client's pace", async () => {
  const never = () => new Promise(() => {});
  const { ghl } = recorded(never);
  assert.equal((await failureOf(ghl.rawRequest("GET", "/x", { timeoutMs: 5 }))).code, "timeout");
  const controller = new AbortController();
  const aborted = failureOf(ghl.rawRequest("GET", "/x", { signal: controller.signal }));
  controller.abort("enough");
  const error = await aborted;
  assert.deepEqual([error.code, error.cause], ["aborted", "enough"]);
  const paced = recorded(json({}), { rateLimit: { requests: 1, perMs: 60_000 }, timeoutMs: 1000 });
  await paced.ghl.rawRequest("GET", "/x");
  assert.equal((await failureOf(paced.ghl.rawRequest("GET", "/x"))).code, "timeout");
  assert.equal(paced.sent.length, 1);
  ghl.close();
  assert.equal((await failureOf(ghl.rawRequest("GET", "/x"))).code, "closed");
});

test("renews a token, and tells hooks, as for every other call", async () => {
  const events = [];
  const given = ["pit-first", "pit-second"];
  const { ghl, sent } = recorded((nth) => (nth === 1 ? json({ message: "Invalid JWT" }, 401)() : json([1])()), {
    token: () => given.shift(),
    onRequest: (event) => events.push(event),
  });
  assert.deepEqual(await ghl.rawRequest("GET", "/secret-place?q=secret"), [1]);
  assert.deepEqual(sent.map(({ headers }) => headers.authorization), ["Bearer pit-first", "Bearer pit-second"]);
  assert.deepEqual(events.map(({ operation, attempt }) => [operation, attempt]), [["rawRequest", 1], ["rawRequest", 2]]);
  assert.ok(!JSON.stringify(events).includes("secret"));
});

test("gives whatever JSON there is, and nothing for an empty answer", async () => {
  for (const [body, expected] of [["[1]", [1]], ["null", null], ['"a"', "a"], ["0", 0], ["", undefined]]) {
    const { ghl } = recorded(() => new Response(body, { headers: { "content-type": "application/json" } }));
    assert.deepEqual(await ghl.rawRequest("GET", "/x"), expected);
  }
  const none = recorded(() => new Response(null, { status: 204 }));
  assert.equal(await none.ghl.rawRequest("DELETE", "/x"), undefined);
  const page = recorded(() => new Response("<html>", { headers: { "content-type": "text/html" } }));
  assert.equal((await failureOf(page.ghl.rawRequest("GET", "/x"))).code, "unexpected_response");
});

test("gives bytes as they came, of their type, and refuses too many of them", async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, place) => place % 256);
  const parts = () =>
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 9_999) controller.enqueue(bytes.slice(at, at + 9_999));
        controller.close();
      },
    });
  const answer = () => new Response(parts(), { headers: { "content-type": "audio/x-wav" } });
  const { ghl, sent } = recorded(answer, { maxResponseBytes: 70_000 });
  const blob = await ghl.rawRequest("GET", "/recording", { as: "blob" });
  assert.equal(blob.type, "audio/x-wav");
  assert.deepEqual(new Uint8Array(await blob.arrayBuffer()), bytes);
  assert.equal(sent[0].headers.accept, "*/*");
  const small = recorded(answer, { maxResponseBytes: 69_999 });
  const error = await failureOf(small.ghl.rawRequest("GET", "/recording", { as: "blob" }));
  assert.deepEqual([error.code, error.status], ["unexpected_response", 200]);
  assert.match(error.message, /more bytes than "maxResponseBytes"/);
  const empty = recorded(() => new Response(null, { status: 204 }));
  assert.equal((await empty.ghl.rawRequest("GET", "/x", { as: "blob" })).size, 0);
  assert.equal(await empty.ghl.rawRequest("GET", "/x", { as: "text" }), "");
});

test("says what the server said, whatever the answer was to be", async () => {
  for (const as of ["json", "text", "blob"]) {
    const { ghl } = recorded(json({ message: "no such recording" }, 404));
    const error = await failureOf(ghl.rawRequest("GET", "/recording", { as }));
    assert.deepEqual([error.code, error.message], ["not_found", "rawRequest: no such recording (status 404)"]);
    assert.deepEqual(error.body, { message: "no such recording" });
  }
});

test("names extra fields in the log, at info, and shows none of their values", async () => {
  const lines = [];
  const logger = Object.fromEntries(["debug", "info", "warn", "error"].map((level) => [level, (line) => lines.push(`${level} ${line}`)]));
  const { ghl } = clientOf(json({ id: "u1" }), { logger, logLevel: "info" });
  await ghl.users.update("u1", { firstName: "Jo" }, { extra: { nickName: "secret", externalRef: 7, [TOKEN]: 1 } });
  assert.deepEqual(lines, ["info [ghl-users] users.update: sends extra fields: nickName, externalRef, *"]);
  const quiet = clientOf(json({ id: "u1" }), { logger, logLevel: "warn" });
  await quiet.ghl.users.update("u1", { firstName: "Jo" }, { extra: { nickName: "x" } });
  assert.equal(lines.length, 1);
});
