/** Every operation of every API version, from the installed package, in each runtime, against the sandbox. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { operationsOf } from "./catalogue.mjs";
import { edge } from "./edge.mjs";
import { install } from "./install.mjs";
import { node, workerd } from "./runtimes.mjs";
import { requests, reset, SANDBOX_URL, seed } from "./sandbox.mjs";
import { STEPS } from "./scenario/steps.mjs";

const OPERATION_COUNTS = { v1: 7, v2: 7, v3: 6 };
/** Methods of `ghl.users` that are made of operations. */
const HELPERS = ["findByEmail"];

const { folder } = install("scenario", "programs");
const RUNTIMES = {
  "Node with import": node(folder, "esm.mjs"),
  "Node with require": node(folder, "commonjs.cjs"),
  workerd: await workerd(folder),
  "the edge runtime": await edge(folder),
};

for (const [name, run] of Object.entries(RUNTIMES)) {
  for (const [api, steps] of Object.entries(STEPS)) {
    test(`${name}, ${api}`, async (t) => {
      await reset();
      const scene = { assert, seed: await seed() };
      const { outcomes, called } = await run({ api, url: SANDBOX_URL, seed: scene.seed });

      for (const [step, { sees }] of Object.entries(steps)) {
        await t.test(step, () => {
          assert.ok(step in outcomes, "the step was not run");
          sees(outcomes[step], { ...scene, past: outcomes });
        });
      }
      await t.test("calls every operation of the catalogue", () => {
        const operations = operationsOf(folder, api);
        assert.equal(operations.length, OPERATION_COUNTS[api]);
        const expected = [...operations.map((id) => id.replace(/^users\./, "")), ...HELPERS];
        assert.deepEqual(called.toSorted(), expected.sort());
      });
      await t.test("sends the requests that each call needs, and none that the API does not have", async () => {
        const log = await requests();
        assert.deepEqual(
          log.filter(({ status }) => status === null || status >= 500),
          [],
        );
        const expected = Object.values(steps).map(({ sends = () => 1 }) => sends(scene.seed));
        assert.equal(log.length, expected.reduce((sum, count) => sum + count));
      });
    });
  }
}
