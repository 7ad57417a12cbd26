/** A fault at each place in turn, as SQLite is tested: whatever fails and whenever, nothing is lost, and only what was not saved comes again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { Fault, Faults } from "./triggers/faults.mjs";
import { KINDS } from "./triggers/kinds.mjs";
import { timed } from "./triggers/loops.mjs";
import { Trial } from "./triggers/trial.mjs";

const triggers = await install().import("ghl-users/triggers");
const { HighLevelError, isHighLevelError } = triggers;

const ROUNDS = 3;
/** The most places that a fault may have: each trial has one more, and ends. */
const MOST_PLACES = 400;

/** What a client throws, and what a store and a consumer do. */
function errorOf(kind) {
  if (kind === "request") return new HighLevelError({ code: "server", status: 503, message: "503" });
  return new Fault(`${kind} failed`);
}

/** Whether it is a fault that was injected, and not what a test found. */
const isInjected = (error) => isHighLevelError(error, "server") || isHighLevelError(error, "store_failed") || error instanceof Fault;

/** Rounds in which things happen, and are polled for until that works. */
const WAYS = {
  async "once and commit"(trial, faults) {
    for (let round = 0; round < ROUNDS; round += 1) {
      trial.world.pass(300_000, 6);
      for (let tries = 1; ; tries += 1) {
        try {
          await trial.poll({ max: 4 });
          break;
        } catch (error) {
          if (!isInjected(error) || tries > 3) throw error;
          faults.end();
          trial.recover();
        }
      }
    }
  },
  async events(trial, faults, time) {
    trial.world.pass(300_000, 6);
    let waits = 0;
    for (let lives = 1; waits < ROUNDS; lives += 1) {
      assert.ok(lives < 6, "it died too often");
      const ending = new AbortController();
      time.onWait = () => {
        // A fault that lasts ends while the loop waits, or with its process.
        faults.end();
        waits += 1;
        if (waits < ROUNDS) trial.world.pass(1_000, 6);
        else ending.abort();
      };
      const onFailure = (error) => {
        if (!isInjected(error)) throw error;
        trial.consumer.crashed();
      };
      try {
        for await (const event of trial.trigger.events({ everyMs: 300_000, signal: ending.signal, onFailure })) trial.deliver(event);
      } catch (error) {
        if (isHighLevelError(error, "aborted")) continue;
        if (!isInjected(error)) throw error;
        faults.end();
        trial.recover();
      }
    }
  },
};

for (const [what, kind] of Object.entries(KINDS)) {
  for (const [way, run] of Object.entries(WAYS)) {
    for (const lasts of [false, true]) {
      test(`${way}, of ${what}: a fault that ${lasts ? "lasts" : "passes"} may strike anywhere`, async (t) => {
        let place = 1;
        let repeats = 0;
        for (let hasFired = true; hasFired; place += 1) {
          assert.ok(place < MOST_PLACES, "there is always another place");
          const faults = new Faults(place, lasts, errorOf);
          const trial = new Trial(triggers, kind, { world: { seed: 7 }, gate: faults.gate });
          const time = timed(t, trial.world);
          await trial.begin(12);
          faults.arm();
          await run(trial, faults, time).catch((error) => {
            throw new Error(`a fault at place ${place}: ${error.message}`, { cause: error });
          });
          faults.end();
          await trial.settle(0);
          ({ hasFired } = faults);
          repeats += trial.consumer.repeats;
          t.mock.restoreAll();
        }
        assert.ok(place > 10, `only ${place} places`);
        assert.ok(repeats > 0, "nothing was ever told again: it did not strike between delivery and save");
      });
    }
  }
}
