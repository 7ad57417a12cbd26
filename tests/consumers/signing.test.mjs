/** Requests that the client signs, judged by Node's crypto and by the test vectors. */

import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, mock, test } from "node:test";
import { inspect } from "node:util";
import { install, ROOT } from "./install.mjs";
import { failureOf } from "./stub.mjs";

const VECTORS = JSON.parse(readFileSync(join(ROOT, "tests/fixtures/signatures.json"), "utf8"));
const SECRET = "a secret of forty characters, at the least";
const USER = "ve9EPM428h8vShlRW1KT";
const HEADER = /^v1;key=server-1;t=(\d+);nonce=([\w-]{22,64});sig=([0-9a-f]{64})$/;

const { HighLevel } = await install().import("ghl-users");
afterEach(() => mock.restoreAll());

/** A client that signs, and what it has sent. `answers` are given one after the other, the last of them for ever. */
function clientOf(options, answers = [() => Response.json({ id: USER })]) {
  const sent = [];
  const fetch = async (url, init) => {
    sent.push({ url, ...init });
    return (answers.length > 1 ? answers.shift() : answers[0])();
  };
  const signing = { keyId: "server-1", secret: SECRET };
  return { ghl: new HighLevel({ baseUrl: "https://gateway.example/api", signing, fetch, ...options }), sent };
}

/** What has to be in a request's header, by the clock and the nonce that are there. */
function expectedFor({ method, url, body = "" }, [time, nonce]) {
  const { pathname, search } = new URL(url);
  const digest = createHash("sha256").update(body).digest("hex");
  const text = ["ghl-users-v1", "server-1", method, pathname + search, time, nonce, digest].join("\n");
  return createHmac("sha256", SECRET).update(text).digest("hex");
}

test("the vectors are what Node's crypto makes of their parts", () => {
  assert.ok(VECTORS.length >= 6);
  for (const { name, secret, canonical, header, body = "", ...parts } of VECTORS) {
    const digest = createHash("sha256").update(body).digest("hex");
    const { keyId, method, path, time, nonce } = parts;
    assert.equal(canonical, ["ghl-users-v1", keyId, method, path, time, nonce, digest].join("\n"), name);
    const sig = createHmac("sha256", secret).update(canonical).digest("hex");
    assert.equal(header, `v1;key=${keyId};t=${time};nonce=${nonce};sig=${sig}`, name);
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
    const baseUrl = `https://gateway.example${prefix}`;
    const { ghl, sent } = clientOf({ baseUrl, signing: { keyId, secret } });
    // What comes back is none of the answers that these want.
    await call(ghl).catch(() => {});
    assert.equal(sent[0].body, vector.body, name);
    assert.equal(sent[0].headers["x-ghl-users-signature"], vector.header, name);
    mock.restoreAll();
  }
});

test("each attempt is signed anew, and of this moment", async () => {
  const failing = () => new Response("", { status: 503, headers: { "retry-after-ms": "1" } });
  const { ghl, sent } = clientOf({}, [failing, failing, () => Response.json({ id: USER })]);
  const before = Math.floor(Date.now() / 1_000);
  await ghl.users.update(USER, { lastName: "Ray" });
  assert.equal(sent.length, 3);
  const parts = sent.map(({ headers }) => HEADER.exec(headers["x-ghl-users-signature"]).slice(1));
  for (const [index, [time, nonce, sig]] of parts.entries()) {
    assert.ok(time >= before && time <= Date.now() / 1_000);
    assert.equal(sig, expectedFor(sent[index], [time, nonce]));
  }
  assert.equal(new Set(parts.map(([, nonce]) => nonce)).size, 3);
});

test("a signature comes beside a token, and in place of one", async () => {
  const alone = clientOf({});
  await alone.ghl.users.get(USER);
  assert.deepEqual(Object.keys(alone.sent[0].headers).sort(), ["accept", "version", "x-ghl-users-signature"]);
  const both = clientOf({ token: "access-key" });
  await both.ghl.users.get(USER);
  assert.equal(both.sent[0].headers.authorization, "Bearer access-key");
  assert.match(both.sent[0].headers["x-ghl-users-signature"], HEADER);
});

test("the global fetch is taken at the time of the call", async () => {
  const ghl = new HighLevel({ baseUrl: "https://gateway.example", signing: { keyId: "server-1", secret: SECRET } });
  const { mock: calls } = mock.method(globalThis, "fetch", async () => Response.json({ id: USER }));
  await ghl.users.get(USER);
  assert.match(calls.calls[0].arguments[1].headers["x-ghl-users-signature"], HEADER);
});

test("a key that cannot sign is refused, by its part and without its secret", () => {
  const wrong = [
    [null, '"signing" is null: expected an object'],
    ["server-1", '"signing" is a string: expected an object'],
    [{}, '"signing.keyId" is missing: expected a string that is not empty'],
    [{ keyId: "k" }, '"signing.secret" is missing: expected a string that is not empty'],
    [{ keyId: 7, secret: SECRET }, '"signing.keyId" is a number: expected a string that is not empty'],
    [{ keyId: "k", secret: [SECRET] }, '"signing.secret" is an array: expected a string that is not empty'],
    [{ keyId: "k", secret: SECRET, algorithm: "md5" }, '"signing.algorithm" is not an option'],
    ...["", "a b", "a;b", "é", "k".repeat(65), "k\n"].map((keyId) => [
      { keyId, secret: SECRET },
      '"signing.keyId" is malformed: expected 1 to 64 characters of A-Z a-z 0-9 . _ -',
    ]),
    ...["", "hunter2", "x".repeat(31)].map((secret) => [
      { keyId: "k", secret },
      '"signing.secret" is too short: expected at least 32 characters',
    ]),
  ];
  for (const [signing, message] of wrong) {
    assert.throws(() => clientOf({ signing }), { name: "HighLevelError", code: "invalid_config", message });
  }
});

test("signing is refused where it makes no sense", () => {
  assert.throws(() => clientOf({ baseUrl: undefined, token: "t" }), {
    code: "invalid_config",
    message: '"signing" needs a gateway\'s "baseUrl": HighLevel checks no signatures',
  });
  mock.getter(crypto, "subtle", () => undefined);
  assert.throws(() => clientOf({}), {
    code: "invalid_config",
    message: /"signing" needs WebCrypto, which a page has only/,
  });
});

test("what else is wrong is still refused", () => {
  assert.throws(() => clientOf({ fetch: "fetch" }), {
    code: "invalid_config",
    message: '"fetch" is a string: expected a function',
  });
  assert.throws(() => clientOf({ baseUrl: "http://gateway.example" }), {
    code: "invalid_config",
    message: /^"baseUrl" would send/,
  });
});

test("the secret shows nowhere", async () => {
  const lines = [];
  const logger = Object.fromEntries(
    ["debug", "info", "warn", "error"].map((level) => [level, (line) => lines.push(line)]),
  );
  const { ghl, sent } = clientOf({ logger, logLevel: "debug", maxRetries: 0 }, [
    () => Response.json({ message: `who is ${SECRET}?` }, { status: 500 }),
    () => Promise.reject(new TypeError("down")),
  ]);
  const errors = [await failureOf(ghl.users.get(USER)), await failureOf(ghl.users.get(USER))];
  assert.deepEqual(
    errors.map(({ code }) => code),
    ["server", "network"],
  );
  // Nobody but the caller can have told the server the secret: what it says of it is not the client's.
  const ours = inspect([ghl, sent, lines, errors[1], JSON.stringify(errors[1])], { depth: 9, showHidden: true });
  assert.equal(ours.includes(SECRET), false);
});
