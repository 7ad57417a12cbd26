/** Every call that a consumer makes, by API version: the scenario is data, and each runtime plays all of it. */

import { COMMON } from "./common.mjs";
import { LEGACY } from "./legacy.mjs";
import { listsTheUsersOfALocation, MODERN } from "./modern.mjs";

/**
 * @typedef {object} Step
 * @property {"agency" | "location" | "unknown"} token
 * @property {(seed: any) => number} [sends] - How many requests have to be sent, if not exactly one.
 * @property {(scene: Scene) => Promise<any>} call
 * @property {(outcome: any, scene: { assert: any, seed: any, past: Record<string, any> }) => void} sees - Judges what
 *   came back. Runs in the test, after a way through JSON.
 *
 * @typedef {{ users: any, ghl: any, entries: any, seed: any, past: Record<string, any> }} Scene - `entries` are the package's
 *   exports; `past` holds the outcomes of the steps before it, by name.
 */

/** @type {Record<"v1" | "v2" | "v3", Record<string, Step>>} */
export const STEPS = {
  v1: { ...LEGACY, ...COMMON },
  v2: { ...MODERN, "lists the users of a location": listsTheUsersOfALocation, ...COMMON },
  v3: { ...MODERN, ...COMMON },
};
