/** What has to be true of a runtime's report, and of what the sandbox was asked for it. */

import assert from "node:assert/strict";
import { operationsOf } from "../catalogue.mjs";
import { requests } from "../sandbox.mjs";
import { STEPS } from "./steps.mjs";

const OPERATION_COUNTS = { v1: 7, v2: 7, v3: 6 };
/** Methods of `ghl.users` that are made of operations. */
const HELPERS = ["findByEmail"];

/**
 * The checks, by what they say.
 *
 * @param {string} folder - Where the package is installed.
 * @param {import("./run.mjs").Context} context @param {import("./run.mjs").Report} report
 * @returns {Record<string, () => void | Promise<void>>}
 */
export function checksOf(folder, { api, seed }, { outcomes, called }) {
  const steps = Object.entries(STEPS[api]);
  const scene = { assert, seed, past: outcomes };
  const seen = steps.map(([step, { sees }]) => {
    const check = () => {
      assert.ok(step in outcomes, "the step was not run");
      sees(outcomes[step], scene);
    };
    return [step, check];
  });
  return {
    ...Object.fromEntries(seen),
    "calls every operation on users"() {
      const operations = operationsOf(folder, api);
      assert.equal(operations.length, OPERATION_COUNTS[api]);
      const expected = [...operations.map((id) => id.replace(/^users\./, "")), ...HELPERS];
      assert.deepEqual(called.toSorted(), expected.sort());
    },
    async "sends the requests that each call needs, and none that the API does not have"() {
      const log = await requests();
      assert.deepEqual(
        log.filter(({ status }) => status === null || status >= 500),
        [],
      );
      const expected = steps.map(([, { sends = () => 1 }]) => sends(seed));
      assert.equal(log.length, expected.reduce((sum, count) => sum + count));
    },
  };
}
