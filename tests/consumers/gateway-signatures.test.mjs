/** Which signatures a gateway takes, and in which order it judges. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gatewayOf, NOW, outcomeOf, requestOf, SECRET, signature, signedRequest, USER, workersOf } from "./gateway.mjs";
import { install, ROOT } from "./install.mjs";

const VECTORS = JSON.parse(readFileSync(join(ROOT, "tests/fixtures/signatures.json"), "utf8"));
const PATH = `/users/${USER}`;
const BODY = '{"lastName":"Ray"}';
const SECONDS = Math.floor(NOW / 1_000);
const consumer = install();
const { createGateway } = await workersOf(consumer);
const { HighLevel } = await consumer.import("ghl-users");
const make = (options, answer) => gatewayOf(createGateway, options, answer);

test("takes the vectors", async () => {
  for (const { name, keyId, secret, method, path, time, body, header } of VECTORS) {
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
    const request = requestOf(method, path, { body, headers: { "x-ghl-users-signature": header } });
    assert.deepEqual(await outcomeOf(gateway.fetch(request)), [200, undefined], name);
    assert.equal(sent.length, 1);
  }
});

test("takes what the client signs", async () => {
  const { gateway, sent } = make({ now: Date.now });
  const fetch = (url, init) => gateway.fetch(new Request(url, init));
  const signing = { keyId: "server-1", secret: SECRET };
  const ghl = new HighLevel({ baseUrl: "https://gateway.example", companyId: "c1", signing, fetch });
  await ghl.users.get(USER);
  await ghl.users.update(USER, { lastName: "Jörg ❤" });
  await ghl.users.search({ query: "a b&c=d+e/ü" }).catch(() => {});
  assert.equal(sent.length, 3);
  const wrong = new HighLevel({
    baseUrl: "https://gateway.example",
    signing: { ...signing, keyId: "server-2" },
    fetch,
  });
  await assert.rejects(wrong.users.get(USER), { code: "invalid_token", message: /by a known key/, attempts: 1 });
});

const KNOWN =
  "the signature is not of this request by a known key: expected one of its method, path, query and body";
const FORM = 'the signature is malformed: expected "v1;key=…;t=…;nonce=…;sig=…"';
const LATE = "the signature's time is not within 300 s of now: expected a clock that is right";
const put = (more) => signedRequest("PUT", PATH, { body: BODY, ...more });
const withHeader = (header) => requestOf("PUT", PATH, { body: BODY, headers: { "x-ghl-users-signature": header } });
const GOOD = signature({ method: "PUT", path: PATH, body: BODY });

/** Requests that must not pass, and why. */
const REFUSED = {
  "of another method": [put({ signing: { method: "POST" } }), KNOWN],
  "of another path": [put({ signing: { path: "/users/u2" } }), KNOWN],
  "of another query": [
    signedRequest("GET", "/users/search?query=a", { signing: { path: "/users/search?query=b" } }),
    KNOWN,
  ],
  "without the query": [signedRequest("GET", "/users/search?query=a", { signing: { path: "/users/search" } }), KNOWN],
  "of another body": [put({ signing: { body: '{"lastName":"Roy"}' } }), KNOWN],
  "without the body": [put({ signing: { body: "" } }), KNOWN],
  "of another secret": [put({ signing: { secret: `${SECRET} ` } }), KNOWN],
  "of another key": [put({ signing: { keyId: "server-2" } }), KNOWN],
  "of a key of Object's": [put({ signing: { keyId: "constructor" } }), KNOWN],
  // What stands for the secret of a key that there is not.
  "of nobody": [put({ signing: { keyId: "server-2", secret: "x-ghl-users-signature" } }), KNOWN],
  "of a moment too old": [put({ signing: { time: SECONDS - 300 } }), LATE],
  "of a moment too far ahead": [put({ signing: { time: SECONDS + 301 } }), LATE],
  "of milliseconds": [put({ signing: { time: SECONDS * 1_000 + 1 } }), FORM],
  "of no moment": [put({ signing: { time: "now" } }), FORM],
  "of a negative moment": [put({ signing: { time: -5 } }), FORM],
  "with a short nonce": [put({ signing: { nonce: "a".repeat(21) } }), FORM],
  "with a long nonce": [put({ signing: { nonce: "a".repeat(65) } }), FORM],
  "with an odd nonce": [put({ signing: { nonce: `${"a".repeat(21)}:` } }), FORM],
  "with nothing in it": [withHeader(""), FORM],
  "of another version": [withHeader(GOOD.replace("v1", "v2")), FORM],
  "in capitals": [withHeader(GOOD.replace(/sig=.*/, (sig) => sig.toUpperCase().replace("SIG", "sig"))), FORM],
  "cut short": [withHeader(GOOD.slice(0, -1)), FORM],
  "with something behind it": [withHeader(`${GOOD};`), FORM],
  "in another order": [withHeader(GOOD.replace(/(t=\d+);(nonce=[\w-]+)/, "$2;$1")), FORM],
  "beside another one": [withHeader(`${GOOD}, ${signature({ method: "PUT", path: PATH, body: BODY })}`), FORM],
};

for (const [name, [request, reason]] of Object.entries(REFUSED)) {
  test(`refuses a signature ${name}`, async () => {
    const { gateway, sent, replays } = make({ authenticate: () => ({ operations: ["users.update", "users.search"] }) });
    assert.deepEqual(await outcomeOf(gateway.fetch(request)), [401, reason]);
    // Neither is anything sent, nor a nonce used up that the true sender may still need.
    assert.deepEqual([sent.length, replays.known.size], [0, 0]);
  });
}

test("takes a signature that a proxy has written twice", async () => {
  for (const header of [`${GOOD}, ${GOOD}`, `${GOOD},${GOOD}`, `${GOOD}, ${GOOD}, ${GOOD}`]) {
    assert.equal((await outcomeOf(make().gateway.fetch(withHeader(header))))[0], 200);
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
  for (const header of [signature({ method: "PUT", path: PATH, body: BODY, time: SECONDS - 300 }), "v1"]) {
    const request = withHeader(header);
    Object.defineProperty(request, "body", { get: () => (read += 1) && null });
    assert.equal((await outcomeOf(gateway.fetch(request)))[0], 401);
  }
  assert.equal(read, 0);
});

test("has a nonce remembered for as long as its time may be good", async () => {
  const asked = [];
  const seen = async (...given) => asked.push(given) < 0;
  assert.equal((await outcomeOf(make({ replays: { seen }, toleranceMs: 100_000 }).gateway.fetch(put({}))))[0], 200);
  const [[id, keepMs]] = asked;
  assert.match(id, /^server-1:/);
  assert.equal(keepMs, 260_000);
});

test("refuses any bit changed in the header or the body", async () => {
  const { gateway, sent, replays } = make();
  const flips = [...Buffer.from(GOOD)].flatMap((byte, index) =>
    [1, 2, 4, 8, 16, 32, 64].map((bit) => {
      const bytes = Buffer.from(GOOD);
      bytes[index] = byte ^ bit;
      return bytes.toString("latin1");
    }),
  );
  let judged = 0;
  for (const header of flips.filter((header) => /^[\x20-\x7e]*$/.test(header))) {
    judged += 1;
    // At the ends of a header's value blanks are dropped, as HTTP wants.
    assert.equal((await outcomeOf(gateway.fetch(withHeader(header))))[0], 401, header);
  }
  assert.ok(judged > 800);
  for (let index = 0; index < BODY.length * 8; index += 1) {
    const body = Buffer.from(BODY);
    body[index >> 3] ^= 1 << (index & 7);
    const request = requestOf("PUT", PATH, { body, headers: { "x-ghl-users-signature": GOOD } });
    assert.equal((await outcomeOf(gateway.fetch(request)))[0], 401);
  }
  assert.deepEqual([sent.length, replays.known.size], [0, 0]);
  assert.equal((await outcomeOf(gateway.fetch(withHeader(GOOD))))[0], 200);
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
    assert.equal((await outcomeOf(gateway.fetch(put({ signing: { time: SECONDS + time } }))))[0], status, time);
  }
  const broken = make({ now: () => Number.NaN });
  assert.equal((await outcomeOf(broken.gateway.fetch(put({}))))[0], 401);
});

test("refuses a request that has become too old while its nonce was looked up, and may be forgotten", async () => {
  let now = NOW;
  const seen = async () => ((now += 600_000), false);
  const { gateway, sent } = make({ replays: { seen }, now: () => now });
  assert.deepEqual(await outcomeOf(gateway.fetch(put({ signing: { time: SECONDS + 300 } }))), [401, LATE]);
  assert.deepEqual(sent, []);
  const exact = make({ now: () => SECONDS * 1_000 });
  assert.deepEqual(await outcomeOf(exact.gateway.fetch(put({ signing: { time: SECONDS - 300 } }))), [401, LATE]);
});

test("takes a request once, and one of two that come at once", async () => {
  const { gateway, sent, replays } = make();
  const header = { "x-ghl-users-signature": GOOD };
  const copies = Array.from({ length: 20 }, () =>
    gateway.fetch(requestOf("PUT", PATH, { body: BODY, headers: header })),
  );
  const statuses = (await Promise.all(copies)).map(({ status }) => status);
  assert.deepEqual(statuses.sort(), [200, ...Array(19).fill(401)]);
  assert.equal(sent.length, 1);
  const [, nonce] = /nonce=([^;]+)/.exec(GOOD);
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
    assert.deepEqual(await outcomeOf(gateway.fetch(put({}))), [503, message]);
    assert.deepEqual(sent, []);
    assert.match(refused[0].detail, /^"replays" (failed: \w*Error: storage|gave .*: expected a boolean)$/);
  }
});

test("a signature decides, whoever else could be let in", async () => {
  let asked = 0;
  const authenticate = () => (asked += 1) && { operations: ["users.delete"] };
  const { gateway } = make({ authenticate });
  assert.equal((await outcomeOf(gateway.fetch(withHeader("v1"))))[0], 401);
  assert.equal((await outcomeOf(gateway.fetch(signedRequest("DELETE", PATH))))[0], 403);
  assert.equal(asked, 0);
  assert.equal((await outcomeOf(gateway.fetch(requestOf("DELETE", PATH))))[0], 200);
  assert.equal(asked, 1);
});
