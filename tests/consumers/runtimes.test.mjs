/** Every operation of every API version, from the installed package, in each runtime, against the sandbox. */

import { test } from "node:test";
import { edge } from "./edge.mjs";
import { install } from "./install.mjs";
import { node, workerd } from "./runtimes.mjs";
import { reset, SANDBOX_URL, seed } from "./sandbox.mjs";
import { checksOf } from "./scenario/checks.mjs";
import { STEPS } from "./scenario/steps.mjs";

const { folder } = install("scenario", "programs");
const RUNTIMES = {
  "Node with import": node(folder, "esm.mjs"),
  "Node with require": node(folder, "commonjs.cjs"),
  workerd: await workerd(folder),
  "the edge runtime": await edge(folder),
};

for (const [name, run] of Object.entries(RUNTIMES)) {
  for (const api of Object.keys(STEPS)) {
    test(`${name}, ${api}`, async (t) => {
      await reset();
      const context = { api, url: SANDBOX_URL, seed: await seed() };
      const checks = checksOf(folder, context, await run(context));
      for (const [name, check] of Object.entries(checks)) await t.test(name, check);
    });
  }
}
