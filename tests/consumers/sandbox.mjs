/** The sandbox as the tests see it: asked directly, not through the package, so that it can judge the package. */

import assert from "node:assert/strict";

export const SANDBOX_URL = required("GHL_SANDBOX_URL").replace(/\/+$/, "");

/** An environment variable that the test run needs. @param {string} name @returns {string} */
export function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`cargo xtask test consumers\``);
  return value;
}

async function control(method, name, body) {
  const reply = await fetch(`${SANDBOX_URL}/__sandbox/${name}`, { method, body: body && JSON.stringify(body) });
  assert.ok(reply.ok, `${method} ${name} answered ${reply.status}`);
  return reply.json();
}

/** Starts over with the seeded users; a deletion takes effect at once, so that no test waits for one. @param {object} [config] */
export const reset = (config) => control("POST", "reset", { deleteAfterMs: 0, ...config });

/** The company, its locations, and a token of each kind. */
export const seed = () => control("GET", "seed");

/** What it was asked since the reset, with the status that it answered. */
export const requests = () => control("GET", "requests");

/** How often it gave out tokens since the reset. */
export const tally = () => control("GET", "oauth");

/** Changes the tokens that are out. @param {object} change - Such as `{ expireAccessTokens: true }`. */
export const intervene = (change) => control("POST", "oauth", change);

/** A webhook as HighLevel would send it. @param {object} order - Such as `{ type: "UserUpdate", userId }`. */
export const webhook = (order) => control("POST", "webhook", order);
