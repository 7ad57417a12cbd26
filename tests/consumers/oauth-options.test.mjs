/** What the OAuth functions are called with: what is refused before anything is sent, and what is sent then. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { answering, callsOf, errorOf, GRANTED, NOW, SECRETS } from "./oauth.mjs";

const server = await install().import("ghl-users/server");
const calls = callsOf(server);
const ALL = Object.keys(calls);
const GRANTS = ["exchangeCode", "refresh"];
const good = Response.json({ ...GRANTED.v2, locations: [], count: 0 });

/** Options that are refused, by whom, and how. */
const WRONG_OPTIONS = [
  [ALL, { api: "v1" }, '"api" is a string: expected "v2" or "v3"'],
  [ALL, { api: null }, '"api" is null: expected "v2" or "v3"'],
  [ALL, { fetch: {} }, '"fetch" is an object: expected a function'],
  [ALL, { now: 7 }, '"now" is a number: expected a function'],
  [ALL, { timeoutMs: 0 }, '"timeoutMs" is a number: expected a whole number from 1'],
  [ALL, { timeoutMs: 1.5 }, '"timeoutMs" is a number: expected a whole number from 1'],
  [ALL, { timeoutMs: Infinity }, '"timeoutMs" is a number: expected a whole number from 1'],
  [ALL, { timeoutMs: "30" }, '"timeoutMs" is a string: expected a whole number from 1'],
  [ALL, { baseUrl: 7 }, '"baseUrl" is a number: expected https://host/path, or http:// on a loopback host'],
  [ALL, { baseURL: "https://a.example" }, 'there is no option "baseURL"'],
  [GRANTS, { clientId: undefined }, '"clientId" is missing: expected a text'],
  [GRANTS, { clientId: "" }, '"clientId" is an empty string: expected a text'],
  [GRANTS, { clientSecret: undefined }, '"clientSecret" is missing: expected a text of at most 16384 characters'],
  [GRANTS, { clientSecret: ["s"] }, '"clientSecret" is an array: expected a text of at most 16384 characters'],
];

/** Arguments that are refused, by whom, and how. */
const WRONG_INPUT = [
  [["exchangeCode"], { code: undefined }, '"code" is missing: expected a text of at most 16384 characters'],
  [["exchangeCode"], { code: null }, '"code" is null: expected a text of at most 16384 characters'],
  [["exchangeCode"], { code: "x".repeat(16_385) }, '"code" is a string: expected a text of at most 16384 characters'],
  [["exchangeCode"], { redirectUri: 7 }, '"redirectUri" is a number: expected a text'],
  [["exchangeCode"], { redirect_uri: "https://a.example" }, 'there is no field "redirect_uri"'],
  [["refresh"], { refreshToken: "" }, '"refreshToken" is an empty string: expected a text of at most 16384 characters'],
  [GRANTS, { userType: "Agency" }, '"userType" is a string: expected "Company" or "Location"'],
  [["locationToken"], { locationId: undefined }, '"locationId" is missing: expected a text'],
  [["locationToken", "installedLocations"], { companyId: 7 }, '"companyId" is a number: expected a text'],
  ...["", "a b", "a\nb", "é", 7].map((accessToken) => [
    ["locationToken", "installedLocations"],
    { accessToken },
    /"accessToken" is an? .+: expected printable ASCII without white space, at most 16384 characters$/,
  ]),
  [["installedLocations"], { appId: undefined }, '"appId" is missing: expected a text'],
  [["installedLocations"], { isInstalled: "yes" }, '"isInstalled" is a string: expected a boolean'],
  [["installedLocations"], { pageSize: 101 }, '"pageSize" is a number: expected a whole number from 1 to 100'],
  [["installedLocations"], { limit: 10 }, 'there is no field "limit"'],
  [["installedLocations"], { restrictToUserLocations: true }, /"restrictToUserLocations" is a boolean: v2 has no such/],
];

for (const [code, rows, asArguments] of [
  ["invalid_config", WRONG_OPTIONS, (given) => [given, {}]],
  ["invalid_input", WRONG_INPUT, (given) => [{}, given]],
]) {
  for (const [names, given, words] of rows) {
    test(`${names.join()}: ${words.source ?? words}`, async () => {
      for (const name of names) {
        const { fetch, requests } = answering(good);
        const [options, input] = asArguments(given);
        const error = await errorOf(name, calls[name]({ fetch, ...options }, input));
        assert.equal(error.code, code);
        if (words instanceof RegExp) assert.match(error.message, words);
        else assert.equal(error.message, `${name}: ${words}`);
        assert.deepEqual([error.attempts, requests.length], [0, 0]);
      }
    });
  }
}

test("what is no object is refused", async () => {
  for (const wrong of [undefined, null, "text", []]) {
    for (const [name, input] of [["exchangeCode", { code: "c" }], ["refresh", { refreshToken: "r" }]]) {
      const options = await errorOf(name, server[name](wrong, input));
      const given = await errorOf(name, server[name]({}, wrong));
      assert.match(options.message, /: the options are .+: expected an object$/);
      assert.match(given.message, /: the input is .+: expected an object$/);
    }
  }
});

/** The engine's rules (`tests/core/config.rs`), since the same gateways serve both. */
const GOOD_URLS = [
  "https://gateway.example",
  "https://gateway.example:8443/ghl/",
  "http://localhost:4010",
  "http://127.0.0.1:4010/v1",
  "http://127.1.2.3",
  "http://[::1]:4010",
  "http://app.localhost:4010",
  "HTTPS://gateway.example",
];
const WRONG_URLS = {
  "has no host": [
    "",
    "gateway.example",
    "https://",
    "https:///x",
    "https://[::1",
    "ftp://gateway.example",
  ],
  "has one of ? # @ \\, white space or a non-ASCII character": [
    "https://user:password@gateway.example",
    "https://gateway.example/?q=1",
    "https://gateway.example/#x",
    "https://gateway.example\\@evil.example",
    "https://gateway.example/ x",
    "https://gateway.example/\n",
    "https://gätéway.example",
  ],
  "would send the token unencrypted": [
    "http://gateway.example",
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "http://127.1",
    "http://0.0.0.0",
    "http://[::2]",
  ],
};

test("takes a base URL that is https or on a loopback host, and keeps its path", async () => {
  for (const baseUrl of GOOD_URLS) {
    const { fetch, requests } = answering(good);
    await calls.exchangeCode({ fetch, baseUrl });
    assert.equal(requests[0].url.href, new URL(`${baseUrl.replace(/\/$/, "")}/oauth/token`).href);
  }
});

test("refuses any other, and says why", async () => {
  for (const [problem, urls] of Object.entries(WRONG_URLS)) {
    for (const baseUrl of urls) {
      const error = await errorOf("refresh", calls.refresh({ baseUrl }));
      const expected = "expected https://host/path, or http:// on a loopback host";
      assert.deepEqual([error.code, error.message], ["invalid_config", `refresh: "baseUrl" ${problem}: ${expected}`]);
    }
  }
});

test("an app serves where only the server is asked for", async () => {
  const { fetch } = answering(good);
  const app = { clientId: "a", clientSecret: SECRETS.clientSecret, fetch };
  assert.equal((await calls.locationToken(app)).accessToken, "access-1");
  assert.deepEqual(await calls.installedLocations(app), []);
});

test("the global fetch is the one of the time of the call, and is no method", async (t) => {
  const { fetch, requests } = answering(good);
  t.mock.method(globalThis, "fetch", function (...request) {
    assert.ok(this === undefined || this === globalThis);
    return fetch(...request);
  });
  for (const name of ALL) await calls[name]();
  assert.equal(requests.length, 4);
  assert.ok(requests.every(({ url }) => url.origin === "https://services.leadconnectorhq.com"));
});

test("follows no redirect, and sends no header but those that are documented", async () => {
  const { fetch, requests } = answering(good);
  for (const api of ["v2", "v3"]) {
    const page = { pagination: { hasNextPage: false }, items: [] };
    for (const name of ALL) await calls[name]({ api, fetch: api === "v2" ? fetch : addTo(fetch, page) });
  }
  const sent = requests.map(({ init: { redirect, headers } }) => [redirect, Object.keys(headers).sort().join()]);
  assert.deepEqual(sent, [
    ["manual", "accept,content-type"],
    ["manual", "accept,content-type"],
    ["manual", "accept,authorization,content-type,version"],
    ["manual", "accept,authorization,version"],
    ["manual", "accept,content-type,version"],
    ["manual", "accept,content-type,version"],
    ["manual", "accept,authorization,content-type,version"],
    ["manual", "accept,authorization,version"],
  ]);
});

/** A `fetch` whose answers have more. */
function addTo(fetch, more) {
  return async (...request) => Response.json({ ...(await (await fetch(...request)).json()), ...more });
}

test("expiry is counted from before the first request, by the given clock", async () => {
  let time = NOW;
  const now = () => (time += 1000);
  const { fetch } = answering(new Response(null, { status: 503 }), good);
  assert.equal((await calls.refresh({ fetch, now })).expiresAt, NOW + 1000 + 86_399_000);
});
