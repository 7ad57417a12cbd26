/** Whether the entry `ghl-users/sandbox` answers what the sandbox answers as a server: to 10,000 calls at random. */

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { install } from "../consumers/install.mjs";
import { requests, reset, SANDBOX_URL, seed } from "../consumers/sandbox.mjs";
import { drawing } from "./box-calls.mjs";
import { diceOf } from "./dice.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const { catalogue } = await consumer.import("ghl-users/catalogue");
const { createSandbox } = await consumer.import("ghl-users/sandbox");

/** How often each is begun, and how many calls it gets then. */
const STARTS = { agency: [5, 1_000], messy: [3, 1_000], empty: [2, 1_000], large: [1, 100] };
/** No call is forgotten: the log has the moment of each. */
const CONFIG = { deleteAfterMs: 0, logSize: 1_000 };
const HIGHLEVEL = "https://services.leadconnectorhq.com";

/** What is not the API's: HTTP's own headers, and what lets a page read an answer. */
const OF_HTTP = /^(?:date|connection|keep-alive|transfer-encoding|vary|access-control-.*)$/;

/** Makes a call, and gives all that was answered. */
async function answerOf(fetch, origin, { path, ...init }) {
  const response = await fetch(`${origin}${path}`, init);
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !OF_HTTP.test(name)));
  // Byte by byte: a recording is no text.
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()).toString("latin1") };
}

/** A line of the log without what each `fetch` adds to a request of its own. */
const lineOf = ({ headers: { authorization, version, "content-type": type }, ...line }) => ({ ...line, authorization, version, type });

const OPERATIONS = ["v1", "v2", "v3"].flatMap((api) =>
  catalogue(new HighLevel({ api, token: "t", companyId: "c1", locationId: "l1" })).operations.map(({ id }) => id),
);

after(() => reset({ start: "agency" }));

for (const [start, [rounds, calls]] of Object.entries(STARTS)) {
  test(`createSandbox().fetch answers ${rounds * calls} calls as the server does: ${start}`, async () => {
    const asked = new Set();
    const reached = new Set();
    let taken = 0;
    for (let round = 1; round <= rounds; round += 1) {
      // The server's clock runs. So it answers first, and the other then answers the same calls at the same moments.
      await reset({ start, ...CONFIG });
      const { draw, learn } = drawing({ HighLevel, catalogue }, await seed(), diceOf(round));
      const answered = [];
      while (answered.length < calls) {
        const call = await draw();
        const answer = await answerOf(fetch, SANDBOX_URL, call);
        learn(call, answer.body);
        answered.push({ call, answer });
      }
      const log = await requests();
      assert.equal(log.length, calls);
      const box = createSandbox({ start, ...CONFIG, now: 0 });
      for (const [place, { call, answer }] of answered.entries()) {
        box.clock.set(log[place].atMs);
        assert.deepEqual({ call, answer: await answerOf(box.fetch, HIGHLEVEL, call) }, { call, answer });
      }
      assert.deepEqual(box.requests.map(lineOf), log.map(lineOf));
      box.close();
      for (const { operation, status } of log) {
        asked.add(operation);
        if (status >= 300) continue;
        reached.add(operation);
        taken += 1;
      }
    }
    console.log(`${start}: ${taken} of ${rounds * calls} calls were right, of ${reached.size} operations`);
    // Refusals alone would say little. Of a first hundred fewer are right: no answer has told an id yet.
    assert.ok(taken > (rounds * calls) / 6, `${taken} calls were right`);
    if (rounds * calls > OPERATIONS.length * 5) assert.deepEqual(OPERATIONS.filter((id) => !asked.has(id)), []);
  });
}
