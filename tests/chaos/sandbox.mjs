/** The sandbox, told how to misbehave. */

import assert from "node:assert/strict";
import { SANDBOX_URL } from "../consumers/sandbox.mjs";

export { requests, SANDBOX_URL, seed } from "../consumers/sandbox.mjs";

async function order(name, body) {
  const reply = await fetch(`${SANDBOX_URL}/__sandbox/${name}`, { method: "POST", body: JSON.stringify(body) });
  assert.ok(reply.ok, `${name} answered ${reply.status}: ${await reply.text()}`);
}

/** Starts over, without a fault. @param {object} [config] */
export const reset = (config) => order("reset", { deleteAfterMs: 0, ...config });

/** Strikes the next calls. */
export const fault = (fault) => order("fault", fault);

/**
 * Strikes every call from now on.
 *
 * @param {{ seed: number, calm: number, faults: { weight: number, fault: object }[] }} storm
 */
export const storm = (storm) => order("storm", storm);

/** Ends a storm, and leaves everything else as it is. */
export const calm = () => storm({ seed: 0, calm: 1, faults: [] });
