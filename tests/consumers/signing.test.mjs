/** The `fetch` that signs, judged by Node's crypto and by the test vectors: in a client, and by itself. */

import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, mock, test } from "node:test";
import { inspect } from "node:util";
import { digestOf, signatureOf } from "./gateway.mjs";
import { install, ROOT } from "./install.mjs";
import { failureOf } from "./stub.mjs";

const VECTORS = JSON.parse(readFileSync(join(ROOT, "tests/fixtures/signatures.json"), "utf8"));
const SECRET = "a secret of forty characters, at the least";
const USER = "ve9EPM428h8vShlRW1KT";
const ADDED = ["content-digest", "signature", "signature-input"];

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const { signed, isHighLevelError } = await consumer.import("ghl-users/signing");
afterEach(() => mock.restoreAll());

/** A `fetch` that keeps what it is called with. `answers` are given one after the other, the last of them for ever. */
function stub(answers = [() => Response.json({ id: USER })]) {
  const sent = [];
  const fetch = async (url, init) => {
    sent.push({ url, ...init });
    return (answers.length > 1 ? answers.shift() : answers[0])();
  };
  return { sent, fetch };
}

/** A client that signs, and what it has sent. */
function clientOf({ keyId = "server-1", secret = SECRET, ...options } = {}, answers) {
  const { sent, fetch } = stub(answers);
  const baseUrl = "https://gateway.example/api";
  return { ghl: new HighLevel({ baseUrl, fetch: signed({ keyId, secret, fetch }), ...options }), sent };
}

const PARTS = /;created=(\d+);nonce="([\w-]{36})";keyid="server-1";tag="ghl-users"$/;

/** The moment and the nonce of a request, whose headers have to be those of its parts. */
function checked({ method, url, body, headers }) {
  const { pathname, search } = new URL(url);
  const [, time, nonce] = PARTS.exec(headers["signature-input"]);
  const expected = signatureOf({ method, path: pathname + search, body, time, nonce, secret: SECRET, label: "ghl-users" });
  assert.deepEqual(Object.fromEntries(ADDED.map((name) => [name, headers[name]])), expected.headers);
  return { time, nonce };
}

test("the vectors are what Node's crypto makes of their parts", () => {
  assert.ok(VECTORS.length >= 6);
  for (const { name, secret, base, headers, body = "", ...parts } of VECTORS) {
    const { keyId, method, path, time, nonce } = parts;
    const [pathname, query = ""] = path.split("?");
    const digest = `sha-256=:${createHash("sha256").update(body).digest("base64")}:`;
    const input = `("@method" "@path" "@query" "content-digest");created=${time};nonce="${nonce}";keyid="${keyId}";tag="ghl-users"`;
    const lines = [`"@method": ${method}`, `"@path": ${pathname}`, `"@query": ?${query}`, `"content-digest": ${digest}`];
    assert.deepEqual(base, [...lines, `"@signature-params": ${input}`], name);
    const sig = createHmac("sha256", secret).update(base.join("\n")).digest("base64");
    const expected = { "content-digest": digest, "signature-input": `ghl-users=${input}`, signature: `ghl-users=:${sig}:` };
    assert.deepEqual(headers, expected, name);
  }
});

/** The calls that send what the vectors have, with what the client adds to each. */
const CALLS = {
  "a request without a body": (ghl) => ghl.users.get(USER),
  "a query, percent-encoded as it is sent": (ghl) => ghl.users.search({ companyId: "C0mpany", query: "Jö & Co" }),
  "a body in UTF-8": (ghl) =>
    ghl.users.filterByEmail({ companyId: "C0mpany", emails: ["jörg@example.com", "❤@example.com"] }),
  "a path before the operations' own": (ghl) => ghl.users.delete(USER),
  "a secret of another alphabet, of which the bytes in UTF-8 count": (ghl) => ghl.users.update(USER, {}),
};

test("the client signs as the vectors say", async () => {
  for (const [name, call] of Object.entries(CALLS)) {
    const vector = VECTORS.find((vector) => vector.name === name);
    const { keyId, secret, path, time, nonce } = vector;
    mock.method(Date, "now", () => Number(time) * 1_000 + 999);
    mock.method(crypto, "randomUUID", () => nonce);
    const prefix = path.slice(0, path.indexOf("/users"));
    const { ghl, sent } = clientOf({ keyId, secret, baseUrl: `https://gateway.example${prefix}` });
    // What comes back is none of the answers that these want.
    await call(ghl).catch(() => {});
    assert.equal(sent[0].body, vector.body, name);
    for (const added of ADDED) assert.equal(sent[0].headers[added], vector.headers[added], name);
    mock.restoreAll();
  }
});

test("each attempt is signed anew, and of this moment", async () => {
  const failing = () => new Response("", { status: 503, headers: { "retry-after-ms": "1" } });
  const { ghl, sent } = clientOf({}, [failing, failing, () => Response.json({ id: USER })]);
  const before = Math.floor(Date.now() / 1_000);
  await ghl.users.update(USER, { lastName: "Ray" });
  assert.equal(sent.length, 3);
  const parts = sent.map(checked);
  for (const { time } of parts) assert.ok(time >= before && time <= Date.now() / 1_000);
  assert.equal(new Set(parts.map(({ nonce }) => nonce)).size, 3);
});

test("a signature comes beside a token, and in place of one", async () => {
  const alone = clientOf({});
  await alone.ghl.users.get(USER);
  assert.deepEqual(Object.keys(alone.sent[0].headers).sort(), ["accept", ...ADDED, "version"]);
  const both = clientOf({ token: "access-key" });
  await both.ghl.users.get(USER);
  assert.equal(both.sent[0].headers.authorization, "Bearer access-key");
  checked(both.sent[0]);
});

test("the client's signal, its redirects and its time reach the fetch beneath", async () => {
  const { ghl, sent } = clientOf({});
  await ghl.users.get(USER);
  assert.equal(sent[0].redirect, "manual");
  const stop = new AbortController();
  const asked = clientOf({}, [() => (stop.abort(), Promise.reject(new TypeError("down")))]);
  await assert.rejects(asked.ghl.users.get(USER, { signal: stop.signal }), { code: "aborted" });
  assert.equal(asked.sent[0].signal.aborted, true);
});

test("the global fetch is taken at the time of the call", async () => {
  const sign = signed({ keyId: "server-1", secret: SECRET });
  const ghl = new HighLevel({ baseUrl: "https://gateway.example", fetch: sign });
  const { mock: calls } = mock.method(globalThis, "fetch", async () => Response.json({ id: USER }));
  await ghl.users.get(USER);
  const [url, init] = calls.calls[0].arguments;
  checked({ url, ...init });
});

const URL_OF = "https://gateway.example/a%2Fb?c=d&e=%20#there";
const bytes = new TextEncoder().encode("Jörg ❤");
const stream = () => new Response(bytes).body;

/** What fetch may be called with: the request, the body's bytes, and the type that comes with it. */
const FORMS = {
  "a text": [[URL_OF], ""],
  "a URL": [[new URL(URL_OF), { method: "delete" }], ""],
  "a Request": [[new Request(URL_OF, { method: "POST", body: "Jörg ❤", headers: { "x-own": "7" } })], bytes, "text/plain;charset=UTF-8"],
  "a Request without a body": [[new Request(URL_OF, { method: "PUT" })], ""],
  "a Request with an init": [[new Request(URL_OF), { method: "post", body: bytes }], bytes],
  "a Request in the place of an init": [[URL_OF, new Request("https://other.example", { method: "PUT", body: bytes })], bytes],
  "nothing in the place of an init": [[URL_OF, null], ""],
  "a body of text": [[URL_OF, { method: "POST", body: "Jörg ❤" }], bytes],
  "an empty body": [[URL_OF, { method: "POST", body: "" }], ""],
  "a body of bytes": [[URL_OF, { method: "POST", body: bytes.subarray(1, 3) }], bytes.subarray(1, 3)],
  "a body of a buffer": [[URL_OF, { method: "POST", body: bytes.buffer }], bytes],
  "a body of a Blob": [[URL_OF, { method: "POST", body: new Blob([bytes], { type: "a/b" }) }], bytes, "a/b"],
  "a body of a form": [[URL_OF, { method: "POST", body: new URLSearchParams({ a: "b" }) }], "a=b", "application/x-www-form-urlencoded;charset=UTF-8"],
  "a body of a stream": [[URL_OF, { method: "POST", body: stream(), duplex: "half" }], bytes],
  "another method": [[URL_OF, { method: "pAtch", body: "a" }], "a"],
};

for (const [name, [given, body, type]] of Object.entries(FORMS)) {
  test(`signs exactly what the platform sends of ${name}`, async () => {
    const { sent, fetch } = stub();
    assert.equal((await signed({ keyId: "server-1", secret: SECRET, fetch })(...given)).status, 200);
    const [{ url, method, headers, body: passed, ...rest }] = sent;
    assert.equal(url.split("#")[0], URL_OF.split("#")[0]);
    const arrived = new Request(url, { ...rest, method, headers, body: passed });
    assert.deepEqual(Buffer.from(await arrived.arrayBuffer()), Buffer.from(body));
    checked({ method: arrived.method, url, body, headers: Object.fromEntries(arrived.headers) });
    assert.equal(headers["content-type"], type);
    if (name === "a Request") assert.equal(headers["x-own"], "7");
  });
}

test("what else a request says is passed on, of an init and of a Request", async () => {
  const { sent, fetch } = stub();
  const sign = signed({ keyId: "server-1", secret: SECRET, fetch });
  const dispatcher = {};
  const signal = AbortSignal.timeout(60_000);
  await sign(URL_OF, { signal, redirect: "manual", keepalive: true, dispatcher });
  assert.deepEqual([sent[0].signal, sent[0].redirect, sent[0].keepalive, sent[0].dispatcher], [signal, "manual", true, dispatcher]);
  const stop = new AbortController();
  await sign(new Request(URL_OF, { signal: stop.signal, redirect: "error", credentials: "include" }), { dispatcher });
  const { redirect, credentials, signal: followed, dispatcher: kept } = sent[1];
  assert.deepEqual([redirect, credentials, kept], ["error", "include", dispatcher]);
  stop.abort();
  assert.equal(followed.aborted, true);
});

test("what a caller changes meanwhile is not sent", async () => {
  const { sent, fetch } = stub();
  const body = Uint8Array.of(1, 2, 3);
  const url = new URL("https://gateway.example/a");
  const init = { method: "PUT", body, headers: { "x-own": "7" } };
  const answer = signed({ keyId: "server-1", secret: SECRET, fetch })(url, init);
  url.pathname = "/b";
  body.fill(0);
  Object.assign(init, { method: "DELETE", headers: {} });
  await answer;
  assert.equal(sent[0].headers["x-own"], "7");
  assert.deepEqual([...sent[0].body], [1, 2, 3]);
  checked(sent[0]);
});

test("the caller's own headers stay: a digest is signed as it is, and a signature is put beside another one", async () => {
  const { sent, fetch } = stub();
  const digest = `${digestOf("a")}, ${digestOf("a", "sha512")}`;
  const other = { "Signature-Input": 'proxy=("@method");created=1;keyid="p"', Signature: "proxy=:AAAA:" };
  const headers = new Headers({ ...other, "Content-Digest": digest, Accept: "text/plain" });
  await signed({ keyId: "server-1", secret: SECRET, fetch })("https://gateway.example/", { method: "POST", body: "a", headers });
  const { headers: all } = sent[0];
  assert.equal(all.accept, "text/plain");
  assert.equal(all["content-digest"], digest);
  assert.ok(all["signature-input"].startsWith('proxy=("@method");created=1;keyid="p", ghl-users=('));
  assert.match(all.signature, /^proxy=:AAAA:, ghl-users=:[\w+/]{43}=:$/);
  const [, time, nonce] = PARTS.exec(all["signature-input"]);
  const expected = signatureOf({ method: "POST", path: "/", digest, time, nonce, secret: SECRET, label: "ghl-users" });
  assert.ok(all.signature.endsWith(expected.headers.signature));
});

test("no method, header or body comes from what all objects inherit", async () => {
  const { sent, fetch } = stub();
  const members = { method: "DELETE", body: "evil", headers: { "x-evil": "1" } };
  const sign = signed({ keyId: "server-1", secret: SECRET, fetch });
  Object.assign(Object.prototype, members);
  try {
    await sign("https://gateway.example/a", {});
    await sign("https://gateway.example/a");
  } finally {
    for (const name of Object.keys(members)) delete Object.prototype[name];
  }
  for (const request of sent) {
    assert.deepEqual([request.method, Object.hasOwn(request, "body"), request.headers["x-evil"]], ["GET", false, undefined]);
  }
});

test("what fetch would refuse is refused, and nothing is sent", async () => {
  const { sent, fetch } = stub();
  const sign = signed({ keyId: "server-1", secret: SECRET, fetch });
  for (const given of [["/relative"], [""], [URL_OF, { headers: { "a b": "c" } }], [new Request(URL_OF), { method: "a b" }]]) {
    await assert.rejects(sign(...given), { name: "TypeError" });
  }
  assert.deepEqual(sent, []);
});

test("a relative URL is one of the page's", async () => {
  const { sent, fetch } = stub();
  globalThis.location = { href: "https://gateway.example/page/index.html" };
  try {
    await signed({ keyId: "server-1", secret: SECRET, fetch })("users?a=b");
  } finally {
    delete globalThis.location;
  }
  assert.equal(sent[0].url, "https://gateway.example/page/users?a=b");
  checked(sent[0]);
});

/** Options that cannot sign, and what is said of them. */
const WRONG = [
  [undefined, "signed: the options are missing: expected an object"],
  ["server-1", "signed: the options are a string: expected an object"],
  [{}, 'signed: "keyId" is missing: expected a text'],
  [{ keyId: "k" }, 'signed: "secret" is missing: expected a text'],
  [{ keyId: 7, secret: SECRET }, 'signed: "keyId" is a number: expected a text'],
  [{ keyId: "k", secret: [SECRET] }, 'signed: "secret" is an array: expected a text'],
  [{ keyId: "k", secret: SECRET, algorithm: "md5" }, 'signed: there is no option "algorithm"'],
  [{ keyId: "k", secret: SECRET, fetch: "fetch" }, 'signed: "fetch" is a string: expected a function'],
  [{ keyId: "", secret: SECRET }, 'signed: "keyId" is an empty string: expected a text'],
  ...["a b", "a;b", 'a"b', "é", "k".repeat(65), "k\n"].map((keyId) => [
    { keyId, secret: SECRET },
    'signed: "keyId" is malformed: expected 1 to 64 characters of A-Z a-z 0-9 . _ -',
  ]),
  ...["hunter2", "x".repeat(31)].map((secret) => [
    { keyId: "k", secret },
    'signed: "secret" is too short: expected at least 32 characters',
  ]),
];

test("a key that cannot sign is refused, by its part and without its secret", () => {
  for (const [options, message] of WRONG) {
    assert.throws(() => signed(options), (error) => {
      assert.ok(isHighLevelError(error, "invalid_config"));
      assert.equal(error.message, message);
      return !inspect(error, { depth: 9 }).includes("hunter2");
    });
  }
  Object.prototype.secret = SECRET;
  try {
    assert.throws(() => signed({ keyId: "k" }), { message: 'signed: "secret" is missing: expected a text' });
  } finally {
    delete Object.prototype.secret;
  }
});

test("signing is refused where there is no WebCrypto", () => {
  mock.getter(crypto, "subtle", () => undefined);
  assert.throws(() => clientOf({}), {
    code: "invalid_config",
    message: "signed: this runtime lacks WebCrypto, which a page has only over https",
  });
});

test("the option signing of a client is none any more", () => {
  const options = { baseUrl: "https://gateway.example", signing: { keyId: "server-1", secret: SECRET } };
  assert.throws(() => new HighLevel(options), (error) => {
    assert.match(error.message, /^"signing" is not an option/);
    return error.code === "invalid_config" && !inspect(error).includes(SECRET);
  });
});

test("the secret shows nowhere", async () => {
  const lines = [];
  const logger = Object.fromEntries(
    ["debug", "info", "warn", "error"].map((level) => [level, (line) => lines.push(line)]),
  );
  const { sent, fetch } = stub([
    () => Response.json({ message: `who is ${SECRET}?` }, { status: 500 }),
    () => Promise.reject(new TypeError("down")),
  ]);
  const sign = signed({ keyId: "server-1", secret: SECRET, fetch });
  const ghl = new HighLevel({ baseUrl: "https://gateway.example", fetch: sign, logger, logLevel: "debug", maxRetries: 0 });
  const errors = [await failureOf(ghl.users.get(USER)), await failureOf(ghl.users.get(USER))];
  assert.deepEqual(
    errors.map(({ code }) => code),
    ["server", "network"],
  );
  // Nobody but the caller can have told the server the secret: what it says of it is not the client's.
  const parts = [sign, String(sign), Object.getOwnPropertyNames(sign), ghl, sent, lines, errors[1], JSON.stringify(errors[1])];
  assert.equal(inspect(parts, { depth: 9, showHidden: true, getters: true }).includes(SECRET), false);
});
