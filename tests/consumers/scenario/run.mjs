/**
 * Runs the steps of one API version in whatever runtime this is imported into, and returns what came of each as JSON.
 * It judges nothing: the test does, with the same rows. So it needs nothing but the language, and workerd can run it.
 */

import { STEPS } from "./steps.mjs";

/**
 * @typedef {object} Context What a runtime is told.
 * @property {"v1" | "v2" | "v3"} api
 * @property {string} url - The sandbox.
 * @property {any} seed - The sandbox's own account of its company, locations and tokens.
 *
 * @typedef {object} Report
 * @property {Record<string, any>} outcomes - By the step's name: what the call resolved to, or `{ failure }`.
 * @property {string[]} called - The methods of `ghl.users` that were called.
 */

/** @param {any} entries - What `ghl-users` exports, `socialPosting`, `signed` and `poll`. @param {Context} context @returns {Promise<Report>} */
export async function run(entries, { api, url, seed }) {
  const called = new Set();
  const outcomes = {};
  for (const [name, { token, call }] of Object.entries(STEPS[api])) {
    const ghl = new entries.HighLevel({
      api,
      token: tokensOf(api, seed)[token],
      companyId: seed.companyId,
      baseUrl: api === "v1" ? `${url}/v1` : url,
      validate: "strict",
      // The tokens of a sandbox are no secrets.
      dangerouslyAllowBrowser: true,
    });
    const users = watched(ghl.users, called);
    try {
      outcomes[name] = await call({ users, ghl, entries, seed, past: outcomes });
    } catch (error) {
      outcomes[name] = { failure: failureOf(error, entries) };
    }
    ghl.close();
  }
  return { outcomes, called: [...called] };
}

/** The tokens by the names that the steps use. */
function tokensOf(api, { tokens }) {
  const { agency, location, v1Agency, v1Location } = tokens;
  const known = api === "v1" ? { agency: v1Agency, location: v1Location } : { agency, location };
  return { ...known, unknown: "pit-00000000-0000-4000-8000-000000000000" };
}

/** The same methods, which note that they were called. */
function watched(users, called) {
  const note = (users, method) => {
    called.add(method);
    return users[method];
  };
  return new Proxy(users, { get: note });
}

function failureOf(error, { HighLevelError, isHighLevelError }) {
  const known = error instanceof Error && error instanceof HighLevelError && isHighLevelError(error);
  return known ? error.toJSON() : { defect: String(error?.stack ?? error) };
}
