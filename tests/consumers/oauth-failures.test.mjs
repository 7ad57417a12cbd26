/** What the OAuth functions make of every kind of answer that is none. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { answering, callsOf, errorOf, GRANTED, VERSIONS, withoutWaits } from "./oauth.mjs";

withoutWaits();
const calls = callsOf(await install().import("ghl-users/server"));
const GRANTS = ["exchangeCode", "refresh"];
const OTHERS = ["locationToken", "installedLocations"];
const ALL = [...GRANTS, ...OTHERS];

/** What a function makes of an answer, however often it comes. */
async function madeOf(name, answer, options) {
  const { fetch, requests } = answering(answer);
  const error = await errorOf(name, calls[name]({ fetch, ...options }));
  assert.equal(error.attempts, requests.length);
  return error;
}

/** A body that breaks off. */
const broken = () => new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });

const said = (status, message, more) => Response.json({ statusCode: status, message, ...more }, { status });

/** What is not HighLevel's JSON, as rows of the table below. */
function foreign() {
  const page = "<!DOCTYPE html>\n<html><head>\n<TITLE>404  Not\nFound</TITLE></head><body><h1>Oh</h1></body></html>";
  const challenge = "<!DOCTYPE html><title>Just a moment...</title><body>Cloudflare Ray ID</body>";
  const long = "x".repeat(1000);
  const check = "not HighLevel's JSON (status N): check \"baseUrl\"";
  const blocks = "(status N): it may block this network or program";
  const cloudflare = "Cloudflare, in front of HighLevel, answered with";
  const rows = [
    [[400, 401, 403, 404, 405, 422], page, "unexpected_response", `the answer is HTML ("404 Not Found"), ${check}`],
    [[404], "<h1>Not here</h1><p>sorry</p>", "unexpected_response", `the answer is HTML ("Not here sorry"), ${check}`],
    [[404], "404 page not found\n", "unexpected_response", `the answer is text ("404 page not found"), ${check}`],
    [[404], '{"refresh_token":"a', "unexpected_response", `the answer is broken JSON, ${check}`],
    [[404], long, "unexpected_response", `the answer is text ("${"x".repeat(80)}…"), ${check}`],
    [[400], '["no"]', "unexpected_response", `the answer is an array, ${check}`],
    [[400], '"no"', "unexpected_response", `the answer is a string, ${check}`],
    [[200], "ok", "unexpected_response", `the answer is text ("ok"), ${check}`],
    [[403], "error code: 1010", "unexpected_response", `${cloudflare} text ("error code: 1010") ${blocks}`],
    [[403], "error code: 1020", "unexpected_response", `${cloudflare} text ("error code: 1020") ${blocks}`],
    [[401, 403], challenge, "unexpected_response", `${cloudflare} HTML ("Just a moment...") ${blocks}`],
    [[429], page, "rate_limited", `the answer is HTML ("404 Not Found"), not HighLevel's JSON (status N)`],
    [[502, 520, 522, 524, 527, 530], challenge, "server", `${cloudflare} HTML ("Just a moment...") (status N)`],
    [[404], '{"message":"Cannot POST /v1/oauth/token"}', "unexpected_response", "Cannot POST /v1/oauth/token (status N). Note: check \"baseUrl\""],
  ];
  const all = rows.flatMap(([statuses, body, code, words]) =>
    statuses.map((status) => {
      const expected = words.replace("status N", `status ${status}`).replace(/[()[\].?+]/g, "\\$&");
      return [`${status} with ${JSON.stringify(body.slice(0, 30))}`, [ALL, new Response(body, { status }), code, new RegExp(`: ${expected}$`)]];
    }),
  );
  return Object.fromEntries(all);
}

/** Answers: who may get them, what they are, and what they mean: a code, and words where these are worth a look. */
const ANSWERS = {
  "a refresh token that is used up": [
    GRANTS,
    said(400, "Invalid grant: refresh token is invalid"),
    "invalid_grant",
    /Invalid grant: refresh token is invalid \(status 400\)\. Note: .+ connect the app again$/,
  ],
  "a code that is used up": [GRANTS, said(401, "Invalid grant: authorization code is invalid"), "invalid_grant"],
  "a refresh token that is none": [GRANTS, said(422, ["Invalid parameter: refresh_token"]), "invalid_grant"],
  "a code that is none": [GRANTS, said(400, "Invalid parameter: code"), "invalid_grant"],
  "the words of RFC 6749": [
    GRANTS,
    Response.json({ error: "invalid_grant", error_description: "It is used up" }, { status: 400 }),
    "invalid_grant",
    /: invalid_grant; It is used up \(status 400\)/,
  ],
  "the word of RFC 6749 beside a sentence": [
    GRANTS,
    said(400, "It is used up", { error: "invalid_grant" }),
    "invalid_grant",
    /: It is used up \(status 400\)/,
  ],
  "a wrong client": [
    GRANTS,
    said(401, "Invalid client: client is invalid"),
    "invalid_config",
    /check "clientId" and "clientSecret"$/,
  ],
  "a wrong client in the words of RFC 6749": [
    GRANTS,
    Response.json({ error: "invalid_client" }, { status: 400 }),
    "invalid_config",
  ],
  "a client secret that is none": [GRANTS, said(400, "Invalid parameter: clientSecret"), "invalid_config"],
  "a 401 where there is no token": [GRANTS, said(401, "Unauthorized"), "invalid_config"],
  // "Once the location becomes active again, the same refresh token can be used" (v3's spec).
  "a location that is paused": [
    GRANTS,
    said(400, "Location is not active"),
    "rejected",
    /: Location is not active \(status 400\)$/,
  ],
  "a wrong grant type": [GRANTS, said(400, "Invalid parameter: grantType"), "rejected"],
  "a wrong token": [OTHERS, said(401, "Invalid JWT"), "invalid_token", /: Invalid JWT \(status 401\)$/],
  "a token without the scope": [
    OTHERS,
    said(401, "The token is not authorized for this scope."),
    "insufficient_scope",
  ],
  "a token of another location": [
    OTHERS,
    said(403, "The token does not have access to this location."),
    "wrong_location",
  ],
  "an invalid grant where none was sent": [OTHERS, said(400, "Invalid grant: refresh token is invalid"), "rejected"],
  "an error in v3's envelope": [
    OTHERS,
    Response.json({ error: { code: "RESOURCE_NOT_FOUND", message: "No such app" } }, { status: 404 }),
    "rejected",
    /: No such app \(status 404\)$/,
  ],
  "a missing version": [ALL, said(401, "version header was not found."), "rejected"],
  "a prohibition": [ALL, said(403, "Forbidden"), "forbidden"],
  "a path that is not there": [ALL, said(404, "Not Found"), "rejected"],
  "several reasons": [ALL, said(422, ["one", "two"]), "rejected", /: one; two \(status 422\)$/],
  "v1's words": [ALL, Response.json({ msg: "Bad Request" }, { status: 400 }), "rejected", /: Bad Request \(/],
  "a refusal without reasons": [
    ALL,
    new Response("{}", { status: 400 }),
    "rejected",
    /: the server gave no reason \(status 400\)$/,
  ],
  "a refusal without a body": [
    ALL,
    new Response(null, { status: 403 }),
    "forbidden",
    /: the server gave no reason \(status 403\)$/,
  ],
  ...foreign(),
  "a refusal that breaks off": [ALL, () => new Response(broken(), { status: 403 }), "forbidden"],
  "a server that was too slow": [ALL, new Response(null, { status: 408 }), "server"],
  "a server that failed": [ALL, said(500, "Internal"), "server", /: Internal \(status 500\)$/],
  "a gateway that failed": [ALL, new Response("<h1>Bad Gateway</h1>", { status: 502 }), "server"],
  "too many requests": [ALL, said(429, "Too Many Requests"), "rate_limited"],
  "a redirect": [
    ALL,
    new Response(null, { status: 301, headers: { location: "https://evil.example" } }),
    "unexpected_redirect",
    /: the server answered with a redirect, which is not followed$/,
  ],
  "a redirect that keeps the body": [
    ALL,
    new Response(null, { status: 307, headers: { location: "/" } }),
    "unexpected_redirect",
  ],
  "a redirect that the runtime keeps to itself": [ALL, () => Response.error(), "unexpected_redirect"],
  "a page": [
    ALL,
    new Response("<h1>hello</h1>"),
    "unexpected_response",
    /: the answer is HTML \("hello"\), not HighLevel's JSON \(status 200\): check "baseUrl"$/,
  ],
  "an empty body": [ALL, new Response(""), "unexpected_response"],
  "a status without a body": [ALL, new Response(null, { status: 204 }), "unexpected_response"],
  "a list": [ALL, Response.json([1]), "unexpected_response"],
  null: [ALL, Response.json(null), "unexpected_response"],
  "an object without anything": [
    ALL,
    Response.json({}),
    "unexpected_response",
    /the answer has no (access token|list "\w+")$/,
  ],
  "JSON that is cut short": [ALL, new Response('{"access_token":"a'), "unexpected_response"],
  "JSON that is no UTF-8": [ALL, new Response(Buffer.from('{"\xff":1}', "latin1")), "unexpected_response"],
  "an answer that breaks off": [ALL, () => new Response(broken()), "network", /the answer broke off$/],
  nothing: [ALL, () => undefined, "unexpected_response", /fetch returned something that is not a Response$/],
  "something else": [ALL, () => ({ status: 200 }), "unexpected_response", /not a Response$/],
  "no connection": [
    ALL,
    () => Promise.reject(new TypeError("fetch failed")),
    "network",
    /the request got no answer$/,
  ],
  "a text that is thrown": [ALL, () => Promise.reject("just words"), "network"],
  "nothing that is thrown": [ALL, () => Promise.reject(), "network"],
};

for (const [what, [names, answer, code, words = /^/]] of Object.entries(ANSWERS)) {
  test(`${what} is ${code}`, async () => {
    for (const name of names) {
      for (const api of VERSIONS) {
        const error = await madeOf(name, answer, { api });
        assert.equal(error.code, code, error.message);
        assert.match(error.message, words);
        assert.equal("body" in error, false);
        if (typeof answer !== "function") assert.equal(error.status, answer.status);
      }
    }
  });
}

test("a server's words are told sentence by sentence, with its id of the request", async () => {
  const told = said(422, ["one", "two"], { traceId: "trace-1" });
  const error = await madeOf("refresh", told);
  assert.deepEqual([error.messages, error.traceId, error.status], [["one", "two"], "trace-1", 422]);
  const headed = new Response("{}", { status: 422, headers: { "x-request-id": "request-1" } });
  assert.equal((await madeOf("refresh", headed)).traceId, "request-1");
  const odd = said(422, "one", { traceId: "no id at all" });
  assert.equal((await madeOf("refresh", odd)).traceId, undefined);
});

test("says how long a server asks to wait", async () => {
  const now = () => Date.parse("2026-11-22T08:00:00Z");
  const waitOf = async (headers, status = 429) =>
    (await madeOf("exchangeCode", new Response(null, { status, headers }), { now })).retryAfterMs;
  assert.equal(await waitOf({ "retry-after": "7" }), 7000);
  assert.equal(await waitOf({ "retry-after": "7" }, 503), 7000);
  assert.equal(await waitOf({ "retry-after": "Sun, 22 Nov 2026 08:01:00 GMT" }), 60_000);
  assert.equal(await waitOf({ "retry-after": "Sun, 22 Nov 2026 07:00:00 GMT" }), 0);
  assert.equal(await waitOf({ "retry-after": "soon", "x-ratelimit-interval-milliseconds": "10000" }), 10_000);
  assert.equal(await waitOf({ "x-ratelimit-interval-milliseconds": "10000" }, 503), undefined);
  assert.equal(await waitOf({ "retry-after": "-1" }), undefined);
  assert.equal(await waitOf({ "retry-after": "Sunday, 22-Nov-26 08:01:00 GMT" }), 60_000);
  assert.equal(await waitOf({ "retry-after": "Sun Nov 22 08:01:00 2026" }), 60_000);
  // Other dates than HTTP's are no advice, however many engines read them: the next header counts.
  for (const other of ["10, 10", "1.5", "Nov 22 2026", "2026-11-22T08:01:00Z", "22 Nov 2026 08:01 GMT", "10 GMT", "0x10"]) {
    assert.equal(await waitOf({ "retry-after": other }), undefined, other);
    assert.equal(await waitOf({ "retry-after": other, "x-ratelimit-interval-milliseconds": "10000" }), 10_000, other);
  }
  for (const interval of ["0", "60001", "1e4", "ten"]) {
    assert.equal(await waitOf({ "x-ratelimit-interval-milliseconds": interval }), undefined, interval);
  }
});

/** Answers whose bodies go on and on, and how many of them nobody wants more of. */
function endless(status) {
  const part = new Uint8Array(65_536).fill(0x20);
  let cancelled = 0;
  const body = () =>
    new ReadableStream({ pull: (controller) => controller.enqueue(part), cancel: () => void (cancelled += 1) });
  return { answer: () => new Response(body(), { status }), cancelled: () => cancelled };
}

for (const name of ALL) {
  test(`${name} reads no body without an end`, async () => {
    for (const [status, code] of Object.entries({ 200: "unexpected_response", 400: "rejected", 503: "server" })) {
      const { answer, cancelled } = endless(Number(status));
      const error = await madeOf(name, answer);
      assert.deepEqual([error.code, cancelled()], [code, error.attempts]);
    }
  });

  test(`${name} gives up in time, whatever goes on`, async () => {
    const never = new Promise(() => {});
    const stalled = () => new Response(new ReadableStream({ pull: () => never }));
    const signals = [];
    for (const answer of [() => never, stalled, ({ init }) => (signals.push(init.signal), never)]) {
      const error = await madeOf(name, answer, { timeoutMs: 30 });
      assert.equal(error.code, "timeout");
      assert.match(error.message, /"timeoutMs" is 30/);
    }
    assert.ok(signals.length > 0 && signals.every(({ aborted }) => aborted));
  });
}

test("an answer of a megabyte is read, and one of more is not", async () => {
  const padded = (length) => {
    const text = JSON.stringify(GRANTED.v2);
    return new Response(text + " ".repeat(length - text.length));
  };
  const { fetch } = answering(padded(1_048_576));
  assert.equal((await calls.exchangeCode({ fetch })).accessToken, "access-1");
  assert.equal((await madeOf("exchangeCode", padded(1_048_577))).code, "unexpected_response");
});

test("a stand-in for a Response may have its text alone, or a body of another kind", async () => {
  for (const body of [undefined, null, {}, "text"]) {
    const answer = { status: 200, headers: new Map(), text: async () => JSON.stringify(GRANTED.v2), body };
    assert.equal((await calls.exchangeCode({ fetch: async () => answer })).accessToken, "access-1");
    const long = { ...answer, text: async () => `${JSON.stringify(GRANTED.v2)}${" ".repeat(1_048_576)}x` };
    assert.equal((await madeOf("exchangeCode", () => long)).code, "unexpected_response");
  }
});

test("a cause says what happened beneath, to its end", async () => {
  const beneath = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:9"), { code: "ECONNREFUSED" });
  const error = await madeOf("refresh", () => Promise.reject(new TypeError("fetch failed", { cause: beneath })));
  assert.deepEqual([error.cause.name, error.cause.message], ["TypeError", "fetch failed"]);
  assert.deepEqual([error.cause.cause.message, error.cause.cause.code], [beneath.message, "ECONNREFUSED"]);
});
