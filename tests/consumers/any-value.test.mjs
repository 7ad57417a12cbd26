/**
 * Any value in any place that a caller can replace, as the engine's own tests have it, in the package as it is packed: the
 * release's glue trusts what JavaScript gives it, where that of tests looks at it first.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runInThisContext } from "node:vm";
import { install, ROOT } from "./install.mjs";
import { settle } from "./stub.mjs";

const { HighLevel } = await install().import("ghl-users");
const TABLE = runInThisContext(readFileSync(join(ROOT, "tests/browser/any_value.js"), "utf8"));
/** How long a call takes at most, in milliseconds. */
const TIMEOUT_MS = 30_000;

/** The code of a call's failure; none if there is none; `hangs` if neither comes in its time. */
async function endOf(call, timers) {
  let end = "hangs";
  call.then(
    () => (end = ""),
    ({ name, code }) => (end = name === "HighLevelError" ? code : name),
  );
  for (const wait of [0, 0, 0, TIMEOUT_MS, 0]) {
    timers.tick(wait);
    await settle();
    if (end !== "hangs") break;
  }
  return end;
}

test("any value in any place leaves an engine that works, and ends as it should", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { timers } = t.mock;
  const stop = TABLE.watch();
  for (const [name, seat] of Object.entries(TABLE.seats())) {
    const world = TABLE.world();
    const ghl = new HighLevel({ ...world.options, onRequest: world.observe });
    const call = (...sitting) => ghl.users.get("u", world.sit(...sitting));
    for (const [kind, value] of Object.entries(TABLE.values())) {
      for (let round = 0; round < 2; round += 1) {
        const end = await endOf(call(seat, value), timers);
        assert.match(end, /^(?!hangs)[a-z_]*$/, `${name}: ${kind}`);
      }
      assert.equal(await endOf(call(), timers), "", `after ${name}: ${kind}`);
    }
  }
  assert.equal(stop(), 0, "a promise is broken that nobody looks at");
});
