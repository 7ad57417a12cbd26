/** What `createGateway` takes, and what it says of what it does not. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { inspect } from "node:util";
import { gatewayOf, memory, NOW, requestOf, SECRET, signedRequest, TOKEN, USER, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";

const { createGateway } = await workersOf(install());
const operations = ["users.get"];
const key = { secret: SECRET, operations };
const good = { token: TOKEN, callers: { "server-1": key }, replays: memory() };
const anyone = { token: TOKEN, authenticate: () => ({ operations }) };

/** Options that are wrong, and what is said of them. */
const WRONG = {
  "no options": [undefined, "the options are missing: expected an object"],
  null: [null, "the options are null: expected an object"],
  "an unknown one": [{ ...good, allow: "*" }, 'there is no option "allow"'],
  "no token": [{ ...good, token: undefined }, '"token" is missing: expected a token, without "Bearer ", or a function'],
  "an empty token": [{ ...good, token: "" }, '"token" is an empty string: expected a token, without "Bearer ", or a function'],
  "a token with Bearer": [{ ...good, token: "Bearer x" }, /^"token" is a string: expected a token/],
  "a token with a line feed": [{ ...good, token: "x\ny" }, /^"token" is a string: expected a token/],
  "an unknown version": [{ ...good, api: "v9" }, '"api" is a string: expected "v1" or "v2" or "v3"'],
  "a version of Object's": [{ ...good, api: "constructor" }, /^"api" is a string/],
  "a URL without https": [
    { ...good, baseUrl: "http://h.example" },
    /^"baseUrl" would send the token unencrypted: expected https/,
  ],
  "a URL with a query": [{ ...good, baseUrl: "https://h.example/?a" }, /^"baseUrl" has one of/],
  "a prefix without a slash": [
    { ...good, prefix: "api" },
    '"prefix" is a string: expected "" or a path such as "/highlevel"',
  ],
  "a prefix with a slash at its end": [{ ...good, prefix: "/api/" }, /^"prefix"/],
  "a prefix with dots": [{ ...good, prefix: "/api/.." }, /^"prefix"/],
  nobody: [{ token: TOKEN }, 'neither "callers" nor "authenticate" lets anybody in: expected one of them'],
  "callers that are none": [{ ...good, callers: {} }, /^neither "callers" nor/],
  "a list of callers": [{ ...good, callers: [key] }, /^"callers" is an array/],
  "no replays": [
    { ...good, replays: undefined },
    /^"replays" is missing: expected what remembers the nonces of "callers"/,
  ],
  "other replays": [
    { ...good, replays: new Set() },
    /^"replays" is an instance of Set: expected an object with the function seen/,
  ],
  "a caller without a list": [
    { ...good, callers: { k: { secret: SECRET } } },
    'the caller "k" has "operations" that are missing: expected a list of ids',
  ],
  "a caller with an operation of another version": [
    { ...good, callers: { k: { ...key, operations: ["users.lookup"] } } },
    'the caller "k" has "operations" that api v2 lacks: expected ids such as "users.get"',
  ],
  "a caller with all operations": [
    { ...good, callers: { k: { ...key, operations: "*" } } },
    /"operations" that are a string/,
  ],
  "a caller with a star": [
    { ...good, callers: { k: { ...key, operations: ["*"] } } },
    /"operations" that api v2 lacks/,
  ],
  "a caller that is no object": [{ ...good, callers: { k: SECRET } }, 'the caller "k" is a string: expected an object'],
  "a caller without a secret": [
    { ...good, callers: { k: { operations } } },
    /"secret" that is missing: expected a string/,
  ],
  "a caller with a short secret": [
    { ...good, callers: { k: { operations, secret: "hunter2" } } },
    /^the caller "k" has a "secret" that is too short/,
  ],
  "a caller with an unusable id": [{ ...good, callers: { "a;b": key } }, /^the caller "a;b" has a "keyId" that is malformed/],
  "a caller with something else": [
    { ...good, callers: { k: { ...key, company: "c1" } } },
    /^the caller "k" has "company": expected secret, operations/,
  ],
  "a caller with an empty company": [
    { ...good, callers: { k: { ...key, companyId: "" } } },
    /"companyId" that is empty: expected an id/,
  ],
  "a caller who cannot be confined": [
    { ...good, callers: { k: { ...key, locationId: "l1" } } },
    'the caller "k" has a "locationId", to which "users.get" cannot be held: it reaches others, too',
  ],
  ...Object.fromEntries(
    [
      ["v1", "users.update", "locationId"],
      ["v1", "users.listOwnLocation", "locationId"],
      ["v2", "users.get", "companyId"],
      ["v2", "users.update", "companyId"],
      ["v2", "users.delete", "companyId"],
      ["v2", "users.create", "locationId"],
      ["v2", "users.list", "companyId"],
      ["v3", "users.update", "companyId"],
    ].map(([api, id, confine]) => [
      `a caller who cannot be held to a ${confine} in ${id} of ${api}`,
      [
        { ...good, api, callers: { k: { ...key, operations: [id], [confine]: "x1" } } },
        `the caller "k" has a "${confine}", to which "${id}" cannot be held: it reaches others, too`,
      ],
    ]),
  ),
  "replays that begin, and do not end": [{ ...good, replays: { ...memory(), begin: async () => {} } }, /^"replays" is/],
  "replays that begin with something else": [
    { ...good, replays: { ...memory(), begin: 1, end: async () => {} } },
    /^"replays" is an object: expected an object with the function seen, perhaps with begin and end/,
  ],
  "an origin with a path": [
    { ...anyone, origins: ["https://a.example/"] },
    /^"origins" is an array: expected a list of origins/,
  ],
  "any origin": [{ ...anyone, origins: ["*"] }, /^"origins"/],
  "no origin at all": [{ ...anyone, origins: ["null"] }, /^"origins"/],
  "an origin of letters that browsers do not send": [{ ...anyone, origins: ["https://A.example"] }, /^"origins"/],
  "no tolerance": [
    { ...good, toleranceMs: 0 },
    /^"toleranceMs" is a number: expected a whole number of milliseconds from 1/,
  ],
  "any tolerance": [{ ...good, toleranceMs: Infinity }, /^"toleranceMs"/],
  "a negative size": [{ ...good, maxBodyBytes: -1 }, /^"maxBodyBytes" is a number: expected a whole number of bytes from 1/],
};

for (const [name, [options, reason]] of Object.entries(WRONG)) {
  test(`refuses ${name}`, () => {
    assert.throws(
      () => createGateway(options),
      (error) => {
        assert.equal(error.code, "invalid_config");
        const [, said] = /^createGateway: (.*)$/s.exec(error.message);
        if (typeof reason === "string") assert.equal(said, reason);
        else assert.match(said, reason);
        assert.equal(inspect(error).includes(SECRET) || inspect(error).includes("hunter2"), false);
        return true;
      },
    );
  });
}

test("takes options, and undefined in place of one", () => {
  createGateway({ ...good, authenticate: undefined, origins: [], prefix: "", baseUrl: "http://127.0.0.1:4010/v2/" });
  createGateway({ ...anyone, origins: ["https://a.example", "http://localhost:3000"], credentials: true });
  createGateway({ ...good, callers: { k: { secret: SECRET, operations: ["users.list"], locationId: "l1" } } });
  const held = { secret: SECRET, operations: ["users.search", "users.filterByEmail", "users.create"], companyId: "c1" };
  createGateway({ ...good, callers: { k: held } });
});

test("takes no option from what all objects inherit", async () => {
  const evil = [];
  const members = {
    baseUrl: "https://evil.example",
    api: "v3",
    prefix: "/evil",
    authenticate: () => ({ operations }),
    origins: ["https://evil.example"],
    credentials: true,
    toleranceMs: 2 ** 31 - 1,
    maxBodyBytes: 1,
    timeoutMs: 1,
    onRefusal: (refusal) => evil.push(refusal),
  };
  Object.assign(Object.prototype, members);
  try {
    const { gateway, sent } = gatewayOf(createGateway, { onRefusal: () => {} });
    const path = `/users/${USER}`;
    const old = { time: Math.floor(NOW / 1_000) - 3_600 };
    const page = { origin: "https://evil.example" };
    assert.equal((await gateway.fetch(signedRequest("GET", path))).status, 200);
    assert.deepEqual([sent.length, sent[0].url], [1, `https://services.leadconnectorhq.com${path}`]);
    assert.equal(sent[0].headers.version, "2021-07-28");
    assert.equal((await gateway.fetch(requestOf("GET", path))).status, 401);
    assert.equal((await gateway.fetch(signedRequest("GET", path, { signing: old }))).status, 401);
    const response = await gateway.fetch(signedRequest("GET", path, { headers: page }));
    assert.deepEqual([response.status, response.headers.get("access-control-allow-origin")], [403, null]);
    assert.equal(sent.length, 1);
  } finally {
    for (const name of Object.keys(members)) delete Object.prototype[name];
  }
  assert.deepEqual(evil, []);
});

test("makes options from a Worker's bindings once, and again for others", async () => {
  const made = [];
  const fetch = async () => Response.json({ id: USER });
  const gateway = createGateway((env) => made.push(env) && { ...anyone, token: env.TOKEN, fetch });
  const [one, other] = [{ TOKEN: "one" }, { TOKEN: "other" }];
  for (const env of [one, one, other]) {
    assert.equal((await gateway.fetch(requestOf("GET", `/users/${USER}`), env, {})).status, 200);
  }
  assert.deepEqual(made, [one, other]);
});

test("is closed where its options cannot be made, and says why on the console alone", async () => {
  const { mock: written } = mock.method(console, "error", () => {});
  for (const options of [() => ({}), () => undefined, () => assert.fail("no binding")]) {
    const response = await createGateway(options).fetch(requestOf("GET", `/users/${USER}`), {});
    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), {
      statusCode: 500,
      message: "the gateway is not set up",
      error: "Gateway",
    });
  }
  const said = written.calls.map(({ arguments: [line] }) => line);
  mock.restoreAll();
  assert.match(said[0], /^\[ghl-users\] the gateway is not set up: HighLevelError: createGateway: "token" is missing/);
  assert.match(said[1], /the options are missing/);
  assert.match(said[2], /AssertionError: no binding/);
});

test("shows none of its secrets", () => {
  const shown = inspect([createGateway(good), createGateway(() => good)], { depth: 9, showHidden: true });
  assert.equal(shown.includes(SECRET) || shown.includes(TOKEN), false);
});
