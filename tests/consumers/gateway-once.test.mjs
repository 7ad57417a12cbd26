/** Creations that come twice, as browsers send them by themselves: a gateway with a memory sends them on once. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fullMemory, gatewayOf, memory, outcomeOf, requestOf, signature, signedRequest, TOKEN, USER, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";
import { settle } from "./stub.mjs";

const { createGateway } = await workersOf(install());
const BODY = '{"firstName":"Nova","email":"nova@x.example"}';
const PAGE = { cookie: "session=1" };
const VISITOR = { operations: ["users.create", "users.update", "users.get"], who: "Nova" };

/** A gateway that remembers, and lets visitors of pages in, too. */
const open = (options, answer) =>
  gatewayOf(createGateway, { replays: fullMemory(), authenticate: () => VISITOR, ...options }, answer);
const create = ({ gateway }, { body = BODY, headers = PAGE, path = "/users/", ctx } = {}) =>
  gateway.fetch(requestOf("POST", path, { body, headers }), undefined, ctx);
const made = () => {
  let count = 0;
  return () => Response.json({ id: `u${(count += 1)}` }, { status: 201, headers: { "x-ratelimit-remaining": "7" } });
};

/** Something that comes when the test says so. */
function promised() {
  let give;
  const promise = new Promise((resolve) => (give = resolve));
  return { promise, give };
}

test("answers a creation that is repeated as the first one, with its status and its headers", async () => {
  const gateway = open({}, made());
  const [first, second] = [await create(gateway), await create(gateway)];
  assert.equal(gateway.sent.length, 1);
  assert.deepEqual([second.status, [...second.headers]], [201, [...first.headers]]);
  assert.equal(second.headers.get("x-ratelimit-remaining"), "7");
  const body = await first.text();
  assert.equal(body, '{"id":"u1"}');
  assert.equal(await second.text(), body);
});

test("has a creation that is repeated too early wait for what the first one is answered", async () => {
  const { promise, give } = promised();
  const gateway = open({}, () => promise);
  const answers = Array.from({ length: 5 }, () => create(gateway));
  while (gateway.sent.length === 0) await settle();
  give(Response.json({ id: "u1" }));
  for (const answer of answers) assert.deepEqual(await (await answer).json(), { id: "u1" });
  assert.equal(gateway.sent.length, 1);
});

test("answers a signed creation that is repeated with its nonce, and one with another nonce, as the first one", async () => {
  const gateway = open({}, made());
  const signed = signature({ method: "POST", path: "/users/", body: BODY });
  for (const headers of [signed, signed]) {
    const answer = await gateway.gateway.fetch(requestOf("POST", "/users/", { body: BODY, headers }));
    assert.deepEqual(await answer.json(), { id: "u1" });
  }
  const again = await gateway.gateway.fetch(signedRequest("POST", "/users/", { body: BODY }));
  assert.deepEqual([await again.json(), gateway.sent.length], [{ id: "u1" }, 1]);
  // Of what does no harm twice, a nonce counts once as before.
  const signing = { nonce: "n".repeat(22) };
  const update = () => gateway.gateway.fetch(signedRequest("PUT", `/users/${USER}`, { body: BODY, signing }));
  assert.deepEqual([(await update()).status, (await update()).status], [201, 401]);
});

test("refuses a signed creation that is repeated when its answer is forgotten", async () => {
  const replays = fullMemory();
  const gateway = open({ replays }, made());
  const headers = signature({ method: "POST", path: "/users/", body: BODY });
  const send = () => gateway.gateway.fetch(requestOf("POST", "/users/", { body: BODY, headers }));
  assert.equal((await send()).status, 201);
  replays.outcomes.clear();
  assert.match((await outcomeOf(send()))[1], /nonce was used before/);
  assert.deepEqual([gateway.sent.length, replays.outcomes.size], [1, 0]);
});

test("takes another creation, of another caller, for another one", async () => {
  const gateway = open({ authenticate: ({ headers }) => ({ ...VISITOR, who: headers.get("x-who") }) }, made());
  const others = [
    {},
    { body: `${BODY} ` },
    { headers: { cookie: "session=2" } },
    { headers: { ...PAGE, authorization: "Bearer a" } },
    { headers: { ...PAGE, "x-who": "Jo" } },
  ];
  for (const other of others) assert.equal((await create(gateway, other)).status, 201);
  await gateway.gateway.fetch(signedRequest("POST", "/users/", { body: BODY }));
  assert.equal(gateway.sent.length, others.length + 1);
});

test("sends on whatever is no creation as often as it comes", async () => {
  const gateway = open({}, made());
  for (const [method, body] of [["PUT", BODY], ["GET"]]) {
    for (const count of [1, 2]) {
      const answer = await gateway.gateway.fetch(requestOf(method, `/users/${USER}`, { body, headers: PAGE }));
      assert.equal(answer.status, 201, `${method} ${count}`);
    }
  }
  assert.equal(gateway.sent.length, 4);
});

test("lets a creation through again that was refused for too many calls, or before it was sent", async () => {
  const answers = [Response.json({ message: "slow down" }, { status: 429 }), Response.json({ id: "u1" })];
  const busy = open({}, () => answers.shift());
  assert.deepEqual([(await create(busy)).status, (await create(busy)).status], [429, 200]);
  const allowed = [false, true];
  const asked = open({ authorize: () => allowed.shift() }, made());
  assert.deepEqual([(await create(asked)).status, (await create(asked)).status], [403, 201]);
  const tokens = [undefined, TOKEN];
  const sealed = open({ token: () => tokens.shift() }, made());
  assert.deepEqual([(await create(sealed)).status, (await create(sealed)).status], [503, 201]);
  assert.equal((await create(busy, { body: "{ no JSON" })).status, 400);
  assert.equal((await create(busy, { body: "{ no JSON" })).status, 400);
});

test("repeats the answer to what failed when it was sent, since it may have taken effect", async () => {
  for (const [answer, status] of [
    [() => Response.json({ message: "email already exists" }, { status: 400 }), 400],
    [() => new Response("<h1>Bad gateway</h1>", { status: 502 }), 502],
    [() => Promise.reject(new Error("reset")), 502],
  ]) {
    const gateway = open({}, answer);
    const [first, second] = [await create(gateway), await create(gateway)];
    assert.deepEqual([first.status, second.status, gateway.sent.length], [status, status, 1]);
    assert.equal(await second.text(), await first.text());
  }
});

const UNKNOWN = "the same call came just before, and its answer is not known: look whether it has taken effect";

test("refuses in words what is repeated while the first one takes too long", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const replays = { ...fullMemory(), begin: async () => "" };
  const gateway = open({ replays, timeoutMs: 5_000 });
  const answer = outcomeOf(create(gateway));
  let settled = false;
  answer.then(() => (settled = true));
  for (let passed = 0; !settled; passed += 50) {
    for (let turn = 0; turn < 10; turn += 1) await settle();
    t.mock.timers.tick(50);
    assert.ok(passed < 20_000);
  }
  assert.deepEqual(await answer, [409, UNKNOWN]);
  assert.deepEqual(gateway.sent, []);
});

test("refuses in words what is repeated where the first answer was too long to keep", async () => {
  const gateway = open({}, () => Response.json({ id: "u".repeat(70_000) }));
  assert.equal((await create(gateway)).status, 200);
  assert.deepEqual(await outcomeOf(create(gateway)), [409, UNKNOWN]);
});

test("keeps no token, no password and no session", async () => {
  const replays = fullMemory();
  const body = '{"password":"S3cret-enough!"}';
  const gateway = open({ replays }, () => Response.json({ id: "u1", said: TOKEN }));
  await create(gateway, { body });
  const [[id, outcome]] = replays.outcomes;
  assert.match(id, /^create:[\w+/]{43}=$/);
  assert.deepEqual(JSON.parse(JSON.parse(outcome).body), { id: "u1", said: "[redacted]" });
  assert.doesNotMatch(outcome, /S3cret|session/);
});

test("has it remembered for a minute and for as long as it may take", async () => {
  const asked = [];
  const replays = {
    ...memory(),
    begin: async (id, keepMs) => void asked.push(keepMs),
    end: async (id, outcome, keepMs) => void asked.push(keepMs),
  };
  await create(open({ replays, timeoutMs: 5_000 }, made()));
  assert.deepEqual(asked, [65_000, 60_000]);
});

test("lets nothing through where its memory fails, and answers what is done where it only cannot be kept", async () => {
  const failing = [() => Promise.reject(new Error("storage")), () => assert.fail("storage"), async () => 5, () => null];
  for (const begin of failing) {
    const gateway = open({ replays: { ...fullMemory(), begin } });
    assert.deepEqual(await outcomeOf(create(gateway)), [503, "the gateway cannot tell whether it knows the request"]);
    assert.deepEqual(gateway.sent, []);
  }
  for (const end of failing) assert.equal((await create(open({ replays: { ...fullMemory(), end } }, made()))).status, 201);
  for (const outcome of ["no JSON", "5", '{"status":999}']) {
    const gateway = open({ replays: { ...fullMemory(), begin: async () => outcome } });
    assert.equal((await create(gateway)).status, 500);
    assert.deepEqual(gateway.sent, []);
  }
});

test("goes on in a Worker whose connection is gone", async () => {
  const { promise, give } = promised();
  const gateway = open({}, () => promise);
  const waited = [];
  const ctx = { waitUntil: (work) => waited.push(work) };
  const first = create(gateway, { ctx });
  while (gateway.sent.length === 0) await settle();
  assert.equal(waited.length, 1);
  give(Response.json({ id: "u1" }));
  await Promise.all(waited);
  assert.deepEqual(await (await create(gateway)).json(), { id: "u1" });
  await first;
});

test("sends each creation on where its memory knows nonces alone, or it has none, or a caller cannot be told", async () => {
  const circle = { ...VISITOR };
  circle.self = circle;
  for (const options of [{ replays: memory() }, { replays: undefined, callers: undefined }, { authenticate: () => circle }]) {
    const gateway = open(options, made());
    assert.deepEqual([(await create(gateway)).status, (await create(gateway)).status], [201, 201]);
    assert.equal(gateway.sent.length, 2);
  }
});
