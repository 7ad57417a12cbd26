/** Triggers in a world where anything happens at any time: nothing is lost, nothing comes twice, and all in order. In virtual time. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { KINDS } from "./triggers/kinds.mjs";
import { Trial } from "./triggers/trial.mjs";

const triggers = await install().import("ghl-users/triggers");
const { HighLevelError, isHighLevelError } = triggers;

const SEEDS = 9;
const ROUNDS = 14;
const FAILURES = [["rate_limited", 429], ["server", 503], ["network", undefined]];

/** Where it is, so that a failure can be tried again alone. */
async function named(seed, work) {
  try {
    await work();
  } catch (error) {
    throw new Error(`seed ${seed}: ${error.message}`, { cause: error });
  }
}

for (const [what, kind] of Object.entries(KINDS)) {
  const lateMs = kind.isAtOnce ? 0 : 60_000;

  const worldOf = (seed) => ({ seed, grain: [1, 1_000, 20_000][seed % 3], lateMs: seed % 2 ? lateMs : 0, moves: seed % 5 > 2 });

  test(`tells once of ${what}, whatever happens while it is read`, async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      await named(seed, async () => {
        const trial = new Trial(triggers, kind, { world: worldOf(seed), tellsTime: seed % 4 > 0, poll: { maxPages: 1 + (seed % 7) } });
        await trial.begin(30);
        const { world, consumer } = trial;
        for (let round = 0; round < ROUNDS; round += 1) {
          world.pass(world.random.below(600_000), world.random.below(14));
          trial.disturb(world.random.below(4));
          await trial.poll({ max: world.random.pick([undefined, undefined, 2]) }).catch(restless);
        }
        await trial.settle(lateMs);
        assert.equal(consumer.repeats, 0);
      });
    }
  });

  test(`loses nothing of ${what}, and repeats it by the same key, whenever it fails or dies`, async () => {
    let repeats = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      await named(seed, async () => {
        let isCalm = true;
        const gate = (kind) => {
          if (isCalm || world.random.below(12) > 0) return;
          const [code, status] = world.random.pick(FAILURES);
          throw kind === "request" ? new HighLevelError({ code, status, message: `${status}` }) : new Error(`${kind} failed`);
        };
        const trial = new Trial(triggers, kind, { world: worldOf(seed), gate });
        const { world } = trial;
        await trial.begin(20);
        for (let round = 0; round < ROUNDS; round += 1) {
          world.pass(world.random.below(600_000), world.random.below(10));
          trial.disturb(world.random.below(3));
          isCalm = false;
          await trial.poll().catch((error) => (error.code === "ERR_ASSERTION" ? Promise.reject(error) : trial.recover()));
          isCalm = true;
        }
        await trial.settle(lateMs);
        repeats += trial.consumer.repeats;
      });
    }
    assert.ok(repeats > 0, "nothing was ever told again: it did not fail where it matters");
  });
}

/** A list may move faster than it can be read: that is told, and the next poll has it. */
function restless(error) {
  if (!isHighLevelError(error, "unexpected_response")) throw error;
}
