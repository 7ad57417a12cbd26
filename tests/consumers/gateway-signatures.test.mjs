/** Which signatures a gateway takes, and in which order it judges. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  COVERED,
  digestOf,
  gatewayOf,
  NOW,
  outcomeOf,
  requestOf,
  SECRET,
  signature,
  signedRequest,
  USER,
  workersOf,
} from "./gateway.mjs";
import { install, ROOT } from "./install.mjs";

const VECTORS = JSON.parse(readFileSync(join(ROOT, "tests/fixtures/signatures.json"), "utf8"));
const PATH = `/users/${USER}`;
const BODY = '{"lastName":"Ray"}';
const SECONDS = Math.floor(NOW / 1_000);
const consumer = install();
const { createGateway } = await workersOf(consumer);
const { HighLevel } = await consumer.import("ghl-users");
const { signed } = await consumer.import("ghl-users/signing");
const make = (options, answer) => gatewayOf(createGateway, options, answer);

test("takes the vectors", async () => {
  for (const { name, keyId, secret, method, path, time, body, headers } of VECTORS) {
    const prefix = path.slice(0, path.indexOf("/users"));
    const operations = [
      "users.get",
      "users.search",
      "users.filterByEmail",
      "users.create",
      "users.update",
      "users.delete",
    ];
    const now = () => Number(time) * 1_000;
    const { gateway, sent } = make({ callers: { [keyId]: { secret, operations } }, prefix, now });
    assert.deepEqual(await outcomeOf(gateway.fetch(requestOf(method, path, { body, headers }))), [200, undefined], name);
    assert.equal(sent.length, 1);
  }
});

test("takes what the client signs", async () => {
  const { gateway, sent } = make({ now: Date.now });
  const fetch = (url, init) => gateway.fetch(new Request(url, init));
  const options = { baseUrl: "https://gateway.example", companyId: "c1" };
  const ghl = new HighLevel({ ...options, fetch: signed({ keyId: "server-1", secret: SECRET, fetch }) });
  await ghl.users.get(USER);
  await ghl.users.update(USER, { lastName: "Jörg ❤" });
  await ghl.users.search({ query: "a b&c=d+e/ü" }).catch(() => {});
  assert.equal(sent.length, 3);
  const wrong = new HighLevel({ ...options, fetch: signed({ keyId: "server-2", secret: SECRET, fetch }) });
  await assert.rejects(wrong.users.get(USER), { code: "invalid_token", message: /by a known key/, attempts: 1 });
});

const KNOWN =
  "the signature is not of this request by a known key: expected one of @method, @path, @query and content-digest";
const FORM = 'the signature is malformed: expected one of RFC 9421 with created, nonce, keyid and tag="ghl-users"';
const LATE = "the signature's time is not within 300 s of now, or is over: expected a clock that is right";
const put = (signing, headers) => signedRequest("PUT", PATH, { body: BODY, signing, headers });
const withHeaders = (headers) => requestOf("PUT", PATH, { body: BODY, headers });
const PUT = { method: "PUT", path: PATH, body: BODY };
const GOOD = signature(PUT);
/** The parameters of a signature, in any form. */
const said = (more, { created = SECONDS, nonce = "n-1", keyid = "server-1", tag = "ghl-users" } = {}) =>
  `;created=${created};nonce="${nonce}";keyid="${keyid}";tag="${tag}"${more}`;
const changed = (name, change) => withHeaders({ ...GOOD, [name]: change(GOOD[name]) });
const read = (path, signing, headers) => signedRequest("GET", path, { signing, headers });
const METHOD_PATH_QUERY = COVERED.slice(0, 3);

/** Requests that must not pass, and why. */
const REFUSED = {
  "of another method": [put({ method: "POST" }), KNOWN],
  "of another path": [put({ path: "/users/u2" }), KNOWN],
  "of another query": [read("/users/search?query=a", { path: "/users/search?query=b" }), KNOWN],
  "without the query": [read("/users/search?query=a", { path: "/users/search" }), KNOWN],
  "of another body": [put({ body: '{"lastName":"Roy"}' }), KNOWN],
  "without the body": [put({ body: "" }), KNOWN],
  "of another digest than its own": [put({}, { "content-digest": digestOf('{"lastName":"Roy"}') }), KNOWN],
  "of a digest that is not of the body": [put({ digest: digestOf("") }), KNOWN],
  "of a digest that no one should trust": [
    put({ digest: `md5=:${createHash("md5").update(BODY).digest("base64")}:` }),
    KNOWN,
  ],
  "of two digests, one of them wrong": [put({ digest: `${digestOf(BODY)}, ${digestOf("", "sha512")}` }), KNOWN],
  "of a digest that is malformed": [put({ digest: "sha-256=" }), KNOWN],
  "of no digest, with a body": [put({ covered: METHOD_PATH_QUERY }), KNOWN],
  ...Object.fromEntries(
    METHOD_PATH_QUERY.map((left) => [
      `of everything but ${left}`,
      [put({ covered: COVERED.filter((name) => name !== left) }), KNOWN],
    ]),
  ),
  "of the target, in the place of path and query": [
    put({ covered: ["@method", "@target-uri", "content-digest"], values: { "@target-uri": `https://gateway.example${PATH}` } }),
    KNOWN,
  ],
  "of a component twice": [put({ covered: [...COVERED, "@method"] }), KNOWN],
  "of a component that is no request's": [put({ covered: [...COVERED, "@status"], values: { "@status": "200" } }), KNOWN],
  "of a component that nobody knows": [put({ covered: [...COVERED, "@ip"], values: { "@ip": "::1" } }), KNOWN],
  "of a header that is not there": [put({ covered: [...COVERED, "x-own"], values: { "x-own": "" } }), KNOWN],
  "of a header with another value": [
    put({ covered: [...COVERED, "x-own"], values: { "x-own": "a" } }, { "x-own": "b" }),
    KNOWN,
  ],
  "of another host": [put({ covered: [...COVERED, "@authority"], values: { "@authority": "other.example" } }), KNOWN],
  "of a component with parameters": [
    changed("signature-input", (input) => input.replace('"@path"', '"@path";req')),
    KNOWN,
  ],
  "of components that are no strings": [changed("signature-input", (input) => input.replace('"@path"', "path")), KNOWN],
  "of another secret": [put({ secret: `${SECRET} ` }), KNOWN],
  "of another key": [put({ keyId: "server-2" }), KNOWN],
  "of a key of Object's": [put({ keyId: "constructor" }), KNOWN],
  // What stands for the secret of a key that there is not.
  "of nobody": [put({ keyId: "server-2", secret: "nobody" }), KNOWN],
  "that is empty": [changed("signature", () => "sig=::"), KNOWN],
  "that is longer": [changed("signature", (value) => `sig=:AAAA${value.slice(5)}`), KNOWN],
  "of a moment too old": [put({ time: SECONDS - 300 }), LATE],
  "of a moment too far ahead": [put({ time: SECONDS + 301 }), LATE],
  "of milliseconds": [put({ time: SECONDS * 1_000 + 1 }), LATE],
  "that has expired": [put({ said: said(`;expires=${SECONDS}`) }), LATE],
  "of no moment": [put({ time: '"now"' }), FORM],
  "of a moment between two": [put({ time: `${SECONDS}.5` }), FORM],
  "of a negative moment": [put({ time: -5 }), FORM],
  "with an end that is no moment": [put({ said: said(';expires="soon"') }), FORM],
  "without a moment": [put({ said: said("").replace(/;created=\d+/, "") }), FORM],
  "without a nonce": [put({ said: said("").replace(/;nonce="[^"]+"/, "") }), FORM],
  "with an empty nonce": [put({ nonce: "" }), FORM],
  "with a long nonce": [put({ nonce: "a".repeat(257) }), FORM],
  "with a nonce that is no string": [put({ said: said("").replace(/nonce="([^"]+)"/, "nonce=$1") }), FORM],
  "without a key": [put({ said: said("").replace(/;keyid="[^"]+"/, "") }), FORM],
  "with a key that is none": [put({ keyId: "server 1" }), FORM],
  "by another algorithm": [put({ said: said(';alg="ed25519"') }), FORM],
  "by an algorithm that is no string": [put({ said: said(";alg=hmac-sha256") }), FORM],
  "of no list": [changed("signature-input", (input) => input.replace(/\(.*\)/, '"@method"')), FORM],
  "without its value": [withHeaders({ ...GOOD, signature: "" }), FORM],
  "with a value of another name": [changed("signature", (value) => value.replace("sig", "sag")), FORM],
  "with a value that is no bytes": [changed("signature", (value) => value.replaceAll(":", '"')), FORM],
  "with a value without its end": [changed("signature", (value) => value.replace("=:", ":").slice(0, -2) + ":"), FORM],
  "cut short": [changed("signature-input", (input) => input.slice(0, -1)), FORM],
  "with something behind it": [changed("signature-input", (input) => `${input};`), FORM],
  "beside another one for a gateway": [
    withHeaders({
      ...GOOD,
      "signature-input": `${GOOD["signature-input"]}, ${signature({ ...PUT, label: "two" })["signature-input"]}`,
      signature: `${GOOD.signature}, two${GOOD.signature.slice(3)}`,
    }),
    FORM,
  ],
};

for (const [name, [request, reason]] of Object.entries(REFUSED)) {
  test(`refuses a signature ${name}`, async () => {
    const { gateway, sent, replays } = make({ authenticate: () => ({ operations: ["users.update", "users.search"] }) });
    assert.deepEqual(await outcomeOf(gateway.fetch(request)), [401, reason]);
    // Neither is anything sent, nor a nonce used up that the true sender may still need.
    assert.deepEqual([sent.length, replays.known.size], [0, 0]);
  });
}

const OTHER = { input: `proxy=("@authority" "cookie";key="a");created=1;keyid="p"`, value: "proxy=:AAAA:" };
const both = (one, two) => ({ ...GOOD, "signature-input": one(OTHER.input, GOOD["signature-input"]), signature: two(OTHER.value, GOOD.signature) });
const inputOf = (change) => ({ ...GOOD, "signature-input": change(GOOD["signature-input"]) });

/** Forms that are seldom seen, and right. */
const TAKEN = {
  "with a body, of two digests": put({ digest: `${digestOf(BODY)}, ${digestOf(BODY, "sha512")}` }),
  "with a body, of the longer digest": put({ digest: digestOf(BODY, "sha512") }),
  "with a body, of a digest beside one that nobody knows": put({ digest: `md5=:AAAA:, ${digestOf(BODY)};a=b` }),
  "with its components in another order": put({ covered: COVERED.toReversed() }),
  "with its parameters in another order": put({
    said: `;tag="ghl-users";keyid="server-1";alg="hmac-sha256";nonce="n-2";expires=${SECONDS + 60};created=${SECONDS}`,
  }),
  "with parameters that nobody knows": put({ said: said(';a;b=?0;c=1.5;d=tok/en;e=:AAAA:;f="\\"\\\\"') }),
  "with blanks wherever they may stand": withHeaders(
    inputOf((input) => ` \t${input.replace("(", "(  ").replace(")", "   )").replaceAll('" "', '"    "').replaceAll(";", ";  ")}  `),
  ),
  "with a moment that has zeros before it": withHeaders(inputOf((input) => input.replace("created=", "created=000"))),
  "with a parameter twice, of which the last one counts": withHeaders(inputOf((input) => input.replace(")", ");created=1"))),
  "with a nonce of one character": put({ nonce: "7" }),
  "with a nonce of quotes": put({ nonce: String.raw`a\"b\\c` }),
  "of another name": put({ label: "*a-b_c.d*" }),
  "beside one of somebody else": withHeaders(both((...all) => all.join(", "), (...all) => all.join(","))),
  "before one of somebody else": withHeaders(both((a, b) => `${b}\t,\t${a}`, (a, b) => `${b}, ${a}`)),
  "of the host, the target and headers, too": put(
    {
      covered: [...COVERED, "@authority", "@scheme", "@target-uri", "@request-target", "content-type", "x-own", "date"],
      values: {
        "@authority": "gateway.example",
        "@scheme": "https",
        "@target-uri": `https://gateway.example${PATH}`,
        "@request-target": PATH,
        "content-type": "application/json",
        "x-own": "a, b",
        date: "Sun, 22 Nov 2026 10:00:00 GMT",
      },
    },
    { "x-own": " a, b ", date: "Sun, 22 Nov 2026 10:00:00 GMT" },
  ),
  "of no digest, without a body": read(PATH, { covered: METHOD_PATH_QUERY }),
  "of no digest, without a body, beside a digest that is wrong": read(
    PATH,
    { covered: METHOD_PATH_QUERY },
    { "content-digest": "sha-256=:AAAA:" },
  ),
  "of a query": read("/users/search?companyId=c1&query=a%20b+c"),
};

for (const [name, request] of Object.entries(TAKEN)) {
  test(`takes a signature ${name}`, async () => {
    const { gateway, sent, replays } = make();
    assert.deepEqual(await outcomeOf(gateway.fetch(request)), [200, undefined]);
    assert.deepEqual([sent.length, replays.known.size], [1, 1]);
  });
}

test("leaves what is signed for somebody else to whoever signs in", async () => {
  for (const headers of [
    { "signature-input": OTHER.input, signature: OTHER.value },
    { "signature-input": 'sig=("@path");tag=ghl-users', signature: "sig=:AAAA:" },
    { "signature-input": "" },
    { signature: "nothing that is read" },
  ]) {
    const { gateway } = make({ authenticate: () => ({ operations: ["users.get"] }) });
    assert.equal((await outcomeOf(gateway.fetch(requestOf("GET", PATH, { headers }))))[0], 200);
    assert.equal((await outcomeOf(make().gateway.fetch(requestOf("GET", PATH, { headers }))))[0], 401);
  }
});

test("takes a signature that a proxy has written twice", async () => {
  const twice = (...names) => Object.fromEntries(names.map((name) => [name, `${GOOD[name]}, ${GOOD[name]}`]));
  for (const names of [["signature"], ["signature-input"], ["content-digest"], Object.keys(GOOD)]) {
    // What is signed of a header is all of it.
    const status = names.includes("content-digest") ? 401 : 200;
    assert.equal((await outcomeOf(make().gateway.fetch(withHeaders({ ...GOOD, ...twice(...names) }))))[0], status);
  }
});

test("tells nobody without a good signature which keys there are, and what they may do", async () => {
  const callers = { reader: { secret: SECRET, operations: ["users.get"] } };
  const forged = ["reader", "nobody"].flatMap((keyId) =>
    [
      ["GET", PATH],
      ["DELETE", PATH],
      ["GET", "/nothing/of/the/kind"],
      ["POST", "/users/"],
    ].map(([method, path]) => {
      const body = method === "POST" ? "{ no JSON" : undefined;
      const signing = { keyId, secret: "somebody else's secret, which is long enough" };
      return signedRequest(method, path, { body, signing, headers: { version: "another" } });
    }),
  );
  const made = make({ callers });
  for (const request of forged) assert.deepEqual(await outcomeOf(made.gateway.fetch(request)), [401, KNOWN]);
  assert.deepEqual([made.sent.length, made.replays.known.size], [0, 0]);
  const known = { signing: { keyId: "reader" } };
  const [status, message] = await outcomeOf(made.gateway.fetch(signedRequest("DELETE", PATH, known)));
  assert.deepEqual([status, message], [403, "this gateway does not let this caller use users.delete"]);
});

test("reads no body of a request whose time is not within the tolerance, or whose signature is malformed", async () => {
  const { gateway } = make();
  let read = 0;
  for (const headers of [signature({ ...PUT, time: SECONDS - 300 }), { "signature-input": "(" }]) {
    const request = withHeaders(headers);
    Object.defineProperty(request, "body", { get: () => (read += 1) && null });
    assert.equal((await outcomeOf(gateway.fetch(request)))[0], 401);
  }
  assert.equal(read, 0);
});

test("has a nonce remembered for as long as its time may be good", async () => {
  const asked = [];
  const seen = async (...given) => asked.push(given) < 0;
  assert.equal((await outcomeOf(make({ replays: { seen }, toleranceMs: 100_000 }).gateway.fetch(put())))[0], 200);
  const [[id, keepMs]] = asked;
  assert.match(id, /^server-1:/);
  assert.equal(keepMs, 260_000);
});

test("refuses any bit changed in the headers or the body", async () => {
  const { gateway, sent, replays } = make();
  let judged = 0;
  for (const [name, value] of Object.entries(GOOD)) {
    for (let index = 0; index < value.length * 7; index += 1) {
      const bytes = Buffer.from(value);
      bytes[Math.floor(index / 7)] ^= 1 << (index % 7);
      const header = bytes.toString("latin1");
      if (!/^[\x20-\x7e]*$/.test(header)) continue;
      judged += 1;
      const [status] = await outcomeOf(gateway.fetch(withHeaders({ ...GOOD, [name]: header })));
      assert.equal(status, 401, header);
    }
  }
  assert.ok(judged > 1_500);
  for (let index = 0; index < BODY.length * 8; index += 1) {
    const body = Buffer.from(BODY);
    body[index >> 3] ^= 1 << (index & 7);
    assert.equal((await outcomeOf(gateway.fetch(requestOf("PUT", PATH, { body, headers: GOOD }))))[0], 401);
  }
  assert.deepEqual([sent.length, replays.known.size], [0, 0]);
  assert.equal((await outcomeOf(gateway.fetch(withHeaders(GOOD))))[0], 200);
});

test("takes a moment within the tolerance, on either side", async () => {
  const { gateway } = make({ toleranceMs: 10_000 });
  for (const [time, status] of [
    [-10, 401],
    [-9, 200],
    [0, 200],
    [10, 200],
    [11, 401],
  ]) {
    assert.equal((await outcomeOf(gateway.fetch(put({ time: SECONDS + time }))))[0], status, time);
  }
  const broken = make({ now: () => Number.NaN });
  assert.equal((await outcomeOf(broken.gateway.fetch(put())))[0], 401);
});

test("refuses a request that has become too old while its nonce was looked up, and may be forgotten", async () => {
  let now = NOW;
  const seen = async () => ((now += 600_000), false);
  const { gateway, sent } = make({ replays: { seen }, now: () => now });
  assert.deepEqual(await outcomeOf(gateway.fetch(put({ time: SECONDS + 300 }))), [401, LATE]);
  assert.deepEqual(sent, []);
  const exact = make({ now: () => SECONDS * 1_000 });
  assert.deepEqual(await outcomeOf(exact.gateway.fetch(put({ time: SECONDS - 300 }))), [401, LATE]);
});

test("takes a request once, and one of two that come at once", async () => {
  const { gateway, sent, replays } = make();
  const copies = Array.from({ length: 20 }, () => gateway.fetch(withHeaders(GOOD)));
  const statuses = (await Promise.all(copies)).map(({ status }) => status);
  assert.deepEqual(statuses.sort(), [200, ...Array(19).fill(401)]);
  assert.equal(sent.length, 1);
  const [, nonce] = /nonce="([^"]+)"/.exec(GOOD["signature-input"]);
  assert.deepEqual([...replays.known], [`server-1:${nonce}`]);
  // The same nonce of another key is another one.
  const key = { secret: SECRET, operations: ["users.get"] };
  const two = make({ callers: { "server-1": key, "server-2": key } });
  for (const keyId of ["server-1", "server-2"]) {
    const request = signedRequest("GET", PATH, { signing: { keyId, nonce } });
    assert.equal((await outcomeOf(two.gateway.fetch(request)))[0], 200);
  }
});

test("stays closed when it cannot tell what was before", async () => {
  const wrong = [
    () => Promise.reject(new Error("storage")),
    () => assert.fail("storage"),
    async () => undefined,
    async () => 0,
    () => "no",
  ];
  for (const seen of wrong) {
    const { gateway, sent, refused } = make({ replays: { seen } });
    const message = "the gateway cannot tell whether it knows the request";
    assert.deepEqual(await outcomeOf(gateway.fetch(put())), [503, message]);
    assert.deepEqual(sent, []);
    assert.match(refused[0].detail, /^"replays" (failed: \w*Error: storage|gave .*: expected a boolean)$/);
  }
});

test("a signature decides, whoever else could be let in", async () => {
  let asked = 0;
  const authenticate = () => (asked += 1) && { operations: ["users.delete"] };
  const { gateway } = make({ authenticate });
  assert.equal((await outcomeOf(gateway.fetch(withHeaders({ ...GOOD, signature: "v1" }))))[0], 401);
  assert.equal((await outcomeOf(gateway.fetch(signedRequest("DELETE", PATH))))[0], 403);
  assert.equal(asked, 0);
  assert.equal((await outcomeOf(gateway.fetch(requestOf("DELETE", PATH))))[0], 200);
  assert.equal(asked, 1);
});
