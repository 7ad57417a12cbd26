/** In which order a gateway judges what is signed, how long it remembers it, and what it tells. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { gatewayOf, NOW, outcomeOf, requestOf, SECRET, signature, signedRequest, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";
import { BODY, GOOD, KNOWN, LATE, OTHER, PATH, PUT, SECONDS, put, withHeaders } from "./signed.mjs";

const { createGateway } = await workersOf(install());
const make = (options, answer) => gatewayOf(createGateway, options, answer);

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
