/** How long a gateway waits, and that it sends nothing afterwards. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { gatewayOf, memory, openTo, outcomeOf, requestOf, signedRequest, TOKEN, USER, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";
import { settle } from "./stub.mjs";

const { createGateway } = await workersOf(install());
const PATH = `/users/${USER}`;
const open = (options, answer) => openTo(createGateway, options, answer);
const get = ({ gateway }) => gateway.fetch(requestOf("GET", PATH));

/** What may never come to an end: by what stalls there, the options and HighLevel's answer; and what is said of it. */
const OWN = "the gateway has not answered in time";
const HIGHLEVEL = "HighLevel has not answered in time";
const endless = (stall) => new ReadableStream({ pull: stall }, { highWaterMark: 0 });
const STALLED = {
  "who calls": [(authenticate) => [{ authenticate }], 504, OWN, /^"authenticate" takes too long$/],
  "the body": [(stall) => [{ body: endless(stall) }], 408, "the body has not come in time"],
  "whether a call is allowed": [(authorize) => [{ authorize }], 504, OWN, /^"authorize" takes too long$/],
  "whether a nonce is known": [(seen) => [{ replays: { seen } }], 504, OWN, /^"replays" takes too long$/],
  "whether it came before": [
    (begin) => [{ replays: { ...memory(), begin, end: begin } }],
    504,
    OWN,
    /^"replays" takes too long$/,
  ],
  "a token": [(token) => [{ token }], 504, OWN, /^"token" takes too long$/],
  "an answer": [(answer) => [{}, answer], 504, HIGHLEVEL],
  "the end of an answer": [(stall) => [{}, () => new Response(endless(stall))], 504, HIGHLEVEL],
};

for (const [name, [make, status, message, detail]] of Object.entries(STALLED)) {
  test(`waits no longer than it may for ${name}`, async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    let reach;
    const reached = new Promise((resolve) => (reach = resolve));
    const [{ body = "{}", ...options }, answer] = make(() => (reach(), new Promise(() => {})));
    const made = gatewayOf(createGateway, { timeoutMs: 5_000, ...options }, answer);
    const request = options.authenticate
      ? requestOf("POST", "/users/", { body })
      : signedRequest("POST", "/users/", { body, signing: { body: "{}" } });
    const answered = made.gateway.fetch(request);
    await reached;
    t.mock.timers.tick(4_999);
    assert.equal(await Promise.race([answered, settle()]), undefined);
    t.mock.timers.tick(1);
    assert.deepEqual(await outcomeOf(answered), [status, message]);
    if (detail) assert.match(made.refused[0].detail, detail);
    if (answer) assert.equal(made.sent[0].signal.aborted, true);
    else assert.deepEqual(made.sent, []);
  });
}

test("sends nothing that it has answered already, whatever comes late", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  for (const [name, value] of [
    ["token", TOKEN],
    ["authorize", true],
    ["authenticate", { operations: ["users.get"] }],
  ]) {
    let give;
    const made = open({ timeoutMs: 5_000, [name]: () => new Promise((resolve) => (give = resolve)) });
    const answered = get(made);
    while (give === undefined) await settle();
    t.mock.timers.tick(5_000);
    assert.equal((await answered).status, 504);
    give(value);
    for (let turn = 0; turn < 50; turn += 1) await settle();
    assert.deepEqual(made.sent, []);
  }
});
