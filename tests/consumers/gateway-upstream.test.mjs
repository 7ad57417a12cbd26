/** What a gateway makes of tokens, answers and failures. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { gatewayOf, openTo, outcomeOf, requestOf, SECRET, signedRequest, TOKEN, USER, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";

const consumer = install();
const { createGateway } = await workersOf(consumer);
const { HighLevel } = await consumer.import("ghl-users");
const PATH = `/users/${USER}`;
const open = (options, answer) => openTo(createGateway, options, answer);
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
    "string: no message": () => Promise.reject("x"),
    "object: no message": () => Promise.reject(null),
    "what was thrown cannot be read": () =>
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
    assert.match(made.refused[0].detail, /^"token" gave .*: expected a token of printable ASCII, without "Bearer "$/);
    if (given) assert.equal(made.refused[0].detail.includes(given), false);
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

/** A server that refuses with these words, whatever the token; and how often it was asked with which. */
const refusing = (body, { status = 401, headers = { "content-type": "application/json" } } = {}) => {
  let asked = 0;
  const token = async () => `secret-token-${(asked += 1)}`;
  return open({ token }, () => new Response(body, { status, headers }));
};
const saying = (message) => JSON.stringify({ statusCode: 401, message, error: "Unauthorized" });

test("asks for a new token where a 401 speaks of the token, or of nothing", async () => {
  const words = ["Invalid JWT", "jwt expired", "The token has expired", "Api key is invalid.", "Unauthorized"];
  for (const body of [...words.map(saying), "", "{}", '{"error":"Unauthorized"}', '{"msg":["invalid token"]}']) {
    const made = refusing(body);
    assert.deepEqual(await outcomeOf(get(made)), [502, "HighLevel rejects the gateway's token"], body);
    assert.deepEqual(bearers(made.sent), ["Bearer secret-token-1", "Bearer secret-token-2"], body);
  }
});

test("asks for no new token where a 401 speaks of anything else, and passes it back", async () => {
  const bodies = [
    ...["The user does not exist.", "Token's user type mismatch!", "This authClass type is not allowed to access this scope"],
    ...["version header was not found.", "This route is not supported", "You have no access to this location"],
  ].map(saying);
  for (const body of [...bodies, '{"error":{"message":"forbidden"}}', '{"message":["user not found"]}']) {
    const made = refusing(body);
    const response = await get(made);
    assert.deepEqual([response.status, await response.text(), made.sent.length], [401, body, 1]);
  }
});

test("asks for one new token where a 401 speaks of what nobody knows, and then no more for these words", async () => {
  const made = refusing(saying("Request 12ab is out of quota units"));
  for (const sent of [2, 3, 4]) {
    assert.equal((await get(made)).status, 401);
    assert.equal(made.sent.length, sent);
  }
  assert.deepEqual(bearers(made.sent), [1, 2, 3, 4].map((count) => `Bearer secret-token-${count}`));
  const other = open({ token: () => TOKEN }, () => new Response(saying("Out of quota units"), { status: 401 }));
  assert.equal((await get(other)).status, 401);
  assert.equal(other.sent.length, 1);
});

test("takes what is not HighLevel's JSON for no word about the token, and takes the token out of it", async () => {
  const html = { "content-type": "text/html" };
  const page = `<!DOCTYPE html><title>Attention Required! | Cloudflare</title><p>Invalid token secret-token-1</p>`;
  for (const [body, status, headers] of [
    [page, 401, html],
    [page, 403, html],
    ["error code: 1010, secret-token-1", 403, { "content-type": "text/plain" }],
    ['["Invalid JWT", "secret-token-1"]', 401],
    ['{"message":"Invalid JWT","secret-token-1":', 401],
  ]) {
    const made = refusing(body, { status, headers });
    const response = await get(made);
    assert.equal(response.status, status);
    assert.equal(await response.text(), body.replace("secret-token-1", "[redacted]"));
    assert.equal(made.sent.length, 1);
  }
});

test("answers whatever its options' functions throw or give", async () => {
  const { proxy: opaque, revoke } = Proxy.revocable({}, {});
  revoke();
  const thrower = (value) => () => {
    throw value;
  };
  const getter = (name, value) => Object.defineProperty({ operations: ["users.get"] }, name, { get: thrower(value) });
  const unreadable = Object.defineProperty({}, "message", { get: thrower(opaque) });
  for (const value of [undefined, null, "a text", Symbol("s"), 1n, opaque, new Error("mine"), unreadable]) {
    const options = [thrower(value), () => value, () => getter("then", value), async () => thrower(value)()];
    for (const name of ["token", "authorize", "authenticate", "fetch", "now"]) {
      // Nobody waits for a clock.
      for (const option of name === "now" ? options.slice(0, 3) : options) {
        const made = gatewayOf(createGateway, { ...(name === "authenticate" && { callers: undefined }), [name]: option });
        const stranger = name === "authenticate";
        const response = await made.gateway.fetch((stranger ? requestOf : signedRequest)("GET", PATH));
        assert.ok(response.status >= 400, `${name}: ${response.status}`);
        assert.equal((await response.json()).statusCode, response.status);
      }
    }
    for (const name of ["operations", "companyId"]) {
      assert.equal((await get(open({ authenticate: () => getter(name, value) }))).status, 500);
    }
  }
});

test("gives back no more than 4 MiB of an answer, unless more is wanted", async () => {
  const most = 4 * 1_048_576;
  const answer = (length) => () => new Response(new Uint8Array(length).fill(0x20));
  assert.equal((await get(open({}, answer(most)))).status, 200);
  assert.deepEqual(await outcomeOf(get(open({}, answer(most + 1)))), [502, `HighLevel's answer has more than ${most} bytes`]);
  assert.equal((await get(open({ maxResponseBytes: 2 * most }, answer(most + 1)))).status, 200);
});
