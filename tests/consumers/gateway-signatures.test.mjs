/** Which signatures a gateway takes. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { COVERED, digestOf, gatewayOf, outcomeOf, requestOf, SECRET, signature, signedRequest, USER, workersOf } from "./gateway.mjs";
import { install, ROOT } from "./install.mjs";
import { BODY, GOOD, KNOWN, LATE, OTHER, PATH, PUT, SECONDS, put, withHeaders } from "./signed.mjs";

const VECTORS = JSON.parse(readFileSync(join(ROOT, "tests/fixtures/signatures.json"), "utf8"));
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

const FORM = 'the signature is malformed: expected one of RFC 9421 with created, nonce, keyid and tag="ghl-users"';
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
