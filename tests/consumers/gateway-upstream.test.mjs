/** What a gateway makes of tokens, answers and failures; and that its secrets do not come back. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { gatewayOf, outcomeOf, requestOf, SECRET, signedRequest, TOKEN, USER, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";

const PATH = `/users/${USER}`;
const consumer = install();
const { createGateway } = await workersOf(consumer);
const { HighLevel } = await consumer.import("ghl-users");

const open = (options, answer) =>
  gatewayOf(
    createGateway,
    { callers: undefined, authenticate: () => ({ operations: ["users.get", "users.create"] }), ...options },
    answer,
  );
const get = ({ gateway }) => gateway.fetch(requestOf("GET", PATH));
const invalid = () => Response.json({ statusCode: 401, message: "Invalid JWT" }, { status: 401 });
const bearers = (sent) => sent.map(({ headers }) => headers.authorization);

test("asks for a new token once where HighLevel rejects one, and sends again, a creation too", async () => {
  const asked = [];
  const token = async (why) => `token-${asked.push(why)}`;
  const answer = ({ headers }) =>
    headers.authorization === "Bearer token-2" ? Response.json({ id: USER }) : invalid();
  const made = open({ token }, answer);
  const body = '{"firstName":"Nova"}';
  assert.equal((await made.gateway.fetch(requestOf("POST", "/users/", { body }))).status, 200);
  assert.deepEqual(asked, [undefined, { rejected: "token-1" }]);
  assert.deepEqual(bearers(made.sent), ["Bearer token-1", "Bearer token-2"]);
  assert.deepEqual(
    made.sent.map((request) => request.body),
    [body, body],
  );
});

test("does not blame the caller for the gateway's token", async () => {
  const message = "HighLevel rejects the gateway's token";
  let renewed = 0;
  for (const [token, times] of [
    [TOKEN, 1],
    [() => TOKEN, 1],
    [() => `${TOKEN}${(renewed += 1)}`, 2],
  ]) {
    const made = open({ token }, invalid);
    assert.deepEqual(await outcomeOf(get(made)), [502, message]);
    assert.equal(made.sent.length, times);
  }
  assert.equal(renewed, 2);
});

test("passes back refusals that no other token mends", async () => {
  const asked = [];
  const words = "The token is not authorized for this scope.";
  const refusal = () => Response.json({ statusCode: 401, message: words }, { status: 401 });
  const made = open({ token: (why) => asked.push(why) && TOKEN }, refusal);
  const fetch = (url, init) => made.gateway.fetch(new Request(url, init));
  const ghl = new HighLevel({ baseUrl: "https://gateway.example", fetch });
  await assert.rejects(ghl.users.get(USER), { code: "insufficient_scope", messages: [words], attempts: 1 });
  assert.deepEqual([asked, made.sent.length], [[undefined], 1]);
});

test("is closed without a token, and keeps the reason to itself", async () => {
  const wrong = {
    "Error: the vault is sealed": () => Promise.reject(new Error("the vault is sealed")),
    "TypeError: no vault": () => {
      throw new TypeError("no vault");
    },
    "a string was thrown": () => Promise.reject("x"),
    "something was thrown that cannot be read": () =>
      Promise.reject(Object.defineProperty({}, "name", { get: () => assert.fail() })),
  };
  for (const [reason, token] of Object.entries(wrong)) {
    const made = open({ token });
    assert.deepEqual(await outcomeOf(get(made)), [503, "the gateway has no token for HighLevel"]);
    assert.deepEqual(made.refused, [
      {
        status: 503,
        message: "the gateway has no token for HighLevel",
        detail: `"token" failed: ${reason}`,
        operation: "users.get",
      },
    ]);
    assert.deepEqual(made.sent, []);
  }
  for (const given of [undefined, null, "", "Bearer x", "a b", "a\nb", "ü", 7, {}]) {
    const made = open({ token: () => given });
    assert.equal((await get(made)).status, 503);
    assert.match(made.refused[0].detail, /^"token" gave something that is no token: expected printable ASCII/);
    assert.deepEqual(made.sent, []);
  }
});

test("is closed where a function of its options fails", async () => {
  const thrown = () => Promise.reject(new Error(`with ${SECRET} and ${TOKEN}`));
  const rows = [
    [{ authenticate: thrown }, 503, "the gateway cannot tell who calls"],
    [{ authenticate: () => "admin" }, 500, "the gateway is not set up for this caller"],
    [{ authenticate: () => ({}) }, 500, "the gateway is not set up for this caller"],
    [{ authenticate: () => ({ operations: ["users.*"] }) }, 500, "the gateway is not set up for this caller"],
    [
      { authenticate: () => ({ operations: ["users.get"], locationId: "l1" }) },
      500,
      "the gateway is not set up for this caller",
    ],
    [{ authorize: thrown }, 503, "the gateway cannot tell whether this call is allowed"],
    [{ authorize: () => undefined }, 503, "the gateway cannot tell whether this call is allowed"],
    [{ authorize: () => "no" }, 503, "the gateway cannot tell whether this call is allowed"],
    [{ authorize: () => false }, 403, "this gateway does not allow this call of users.get"],
  ];
  for (const [options, status, message] of rows) {
    const made = open({ callers: { k: { secret: SECRET, operations: [] } }, ...options });
    assert.deepEqual(await outcomeOf(get(made)), [status, message]);
    assert.deepEqual(made.sent, []);
    if (status >= 500) assert.equal(typeof made.refused[0].detail, "string");
    assert.doesNotMatch(JSON.stringify(made.refused), new RegExp(`${SECRET}|${TOKEN}`));
  }
});

test("a body that authenticate has read is a failure, and not an empty one", async () => {
  const authenticate = async (request) => (await request.text()) && { operations: ["users.create"] };
  const { gateway, sent, refused } = open({ authenticate });
  const headers = { "content-type": "application/json" };
  const request = new Request("https://gateway.example/users/", { method: "POST", body: "{}", headers });
  assert.equal((await gateway.fetch(request)).status, 500);
  assert.match(refused[0].detail, /read the request's body: expected request.clone\(\)/);
  assert.deepEqual(sent, []);
});

test("follows no redirect", async () => {
  for (const status of [300, 301, 302, 303, 304, 307, 308]) {
    const made = open({}, () => new Response(null, { status, headers: { location: "https://evil.example" } }));
    const response = await get(made);
    assert.equal(response.headers.has("location"), false);
    assert.deepEqual(await outcomeOf(response), [502, "HighLevel answered with a redirect, which is not followed"]);
  }
});

test("says that no answer came, and keeps the reason to itself", async () => {
  const failing = () => Promise.reject(new TypeError(`fetch failed: 10.0.0.7 with ${TOKEN}`));
  const made = open({}, failing);
  assert.deepEqual(await outcomeOf(get(made)), [502, "no answer came from HighLevel"]);
  assert.equal(made.refused[0].detail, "TypeError: fetch failed: 10.0.0.7 with [redacted]");
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
  assert.equal((await get(open({}, () => new Response(broken)))).status, 502);
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100)) });
  const long = open({ maxResponseBytes: 1_000 }, () => new Response(endless));
  assert.deepEqual(await outcomeOf(get(long)), [502, "HighLevel's answer has more than 1000 bytes"]);
});

test("waits no longer than it may, for a token or for an answer", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const never = () => new Promise(() => {});
  let give;
  const late = new Promise((resolve) => (give = resolve));
  for (const [options, answer] of [
    [{}, never],
    [{}, () => new Response(new ReadableStream({ pull: never }))],
    [{ token: () => late }, undefined],
  ]) {
    const made = open({ timeoutMs: 5_000, ...options }, answer);
    const answered = get(made);
    await new Promise(setImmediate);
    mock.timers.tick(5_000);
    assert.deepEqual(await outcomeOf(answered), [504, "HighLevel has not answered in time"]);
    if (options.token) {
      give(TOKEN);
      await new Promise(setImmediate);
      assert.deepEqual(made.sent, [], "a call that has been answered is not sent any more");
    } else assert.equal(made.sent[0].signal.aborted, true);
  }
  mock.timers.reset();
});

const coded = (text, write) =>
  [...text].map((character) => write(character.charCodeAt(0).toString(16).padStart(2, "0"))).join("");

test("no token comes back, in any way of writing", async () => {
  const token = `ey"J/0<1>&'2\\3+=${TOKEN}`;
  const forms = [
    token,
    `Bearer ${token}`,
    JSON.stringify(token).slice(1, -1),
    JSON.stringify(token).slice(1, -1).replaceAll("/", "\\/"),
    encodeURIComponent(token),
    coded(token, (hex) => `%${hex}`),
    coded(token, (hex) => `\\u00${hex}`),
    coded(token, (hex) => `\\u00${hex.toUpperCase()}`),
    coded(token, (hex) => `&#x${hex};`),
    token.toUpperCase(),
    token.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  ];
  for (const form of forms) {
    for (const status of [200, 400, 500]) {
      const body = `{"message":"you sent ${form}, didn't you?","more":"${form}${form}"}`;
      const headers = { "x-ratelimit-note": token, "content-type": "application/json", "x-ratelimit-max": "5" };
      const response = await get(open({ token: () => token }, () => new Response(body, { status, headers })));
      assert.equal(response.status, status);
      const text = await response.text();
      const kept = form.startsWith("Bearer ") ? "Bearer [redacted]" : "[redacted]";
      assert.equal(text, body.replaceAll(form, kept), form);
      assert.doesNotMatch(text, /5ec2e7/i);
      assert.equal(response.headers.get("x-ratelimit-note"), null);
      assert.equal(response.headers.get("x-ratelimit-max"), "5");
    }
  }
});

test("neither the token that was rejected nor its successor comes back", async () => {
  let asked = 0;
  const made = open({ token: () => `secret-token-${(asked += 1)}` }, ({ headers }) =>
    headers.authorization.endsWith("1") ? invalid() : Response.json({ was: "secret-token-1", is: "secret-token-2" }),
  );
  assert.deepEqual(await (await get(made)).json(), { was: "[redacted]", is: "[redacted]" });
});

test("tells its owner of what it refuses, without secrets, and of its own failures on the console", async () => {
  const made = gatewayOf(createGateway, { onRefusal: undefined });
  const { mock: written } = mock.method(console, "error", () => {});
  await made.gateway.fetch(requestOf("GET", PATH));
  assert.equal(written.callCount(), 0);
  const failing = gatewayOf(createGateway, { onRefusal: undefined }, () => Promise.reject(new Error(`no ${TOKEN}`)));
  await failing.gateway.fetch(signedRequest("GET", PATH));
  assert.deepEqual(
    written.calls.map((call) => call.arguments),
    [["[ghl-users] gateway: 502 no answer came from HighLevel (Error: no [redacted])"]],
  );
  mock.restoreAll();
  const throwing = gatewayOf(createGateway, { onRefusal: () => assert.fail("logging failed") });
  assert.equal((await throwing.gateway.fetch(requestOf("GET", PATH))).status, 401);
  const told = gatewayOf(createGateway);
  await told.gateway.fetch(signedRequest("DELETE", PATH));
  assert.deepEqual(told.refused, [
    {
      status: 403,
      message: "this gateway does not let this caller use users.delete",
      keyId: "server-1",
      operation: "users.delete",
    },
  ]);
});
