/** An app, and what HighLevel answers it: the same trial for every function, version and failure. */

import assert from "node:assert/strict";
import { after } from "node:test";
import { SANDBOX_URL } from "./sandbox.mjs";
import { failureOf } from "./stub.mjs";

export const VERSIONS = ["v2", "v3"];
export const NOW = 1_800_000_000_000;

/** Secrets with all that JSON and URLs write in other ways: none of them may show anywhere. */
export const SECRETS = {
  clientSecret: 'client "secret"/é+&=%20\\x',
  code: "code/abc+def==?&<1>",
  refreshToken: "refresh.token~/+=%41-1234",
  accessToken: "access.token~/+=%41-5678",
};

export const APP = { clientId: "app-1", clientSecret: SECRETS.clientSecret };

/** What `/oauth/token` answers, in the spelling of both versions. */
export const GRANTED = {
  v2: {
    access_token: "access-1",
    token_type: "Bearer",
    expires_in: 86_399,
    refresh_token: "refresh-1",
    scope: "a.readonly a.write",
  },
  v3: {
    accessToken: "access-1",
    tokenType: "Bearer",
    expiresIn: 86_399,
    refreshToken: "refresh-1",
    scope: "a.readonly a.write",
  },
};

/**
 * Each function, called with what it needs and whatever else it is given. A list is read to its end.
 *
 * @param {any} server - The entry `ghl-users/server`.
 */
export const callsOf = ({ exchangeCode, refresh, locationToken, installedLocations }) => ({
  exchangeCode: (options, input) => exchangeCode({ ...APP, ...options }, { code: SECRETS.code, ...input }),
  refresh: (options, input) => refresh({ ...APP, ...options }, { refreshToken: SECRETS.refreshToken, ...input }),
  locationToken: (options, input) => {
    const { accessToken } = SECRETS;
    return locationToken({ ...options }, { accessToken, companyId: "c1", locationId: "l1", ...input });
  },
  installedLocations: async (options, input) => {
    const { accessToken } = SECRETS;
    const all = [];
    const found = installedLocations({ ...options }, { accessToken, companyId: "c1", appId: "a1", ...input });
    for await (const location of found) all.push(location);
    return all;
  },
});

/** A `fetch` that gives these answers, each of which may be a function of the request, and the last one for ever. */
export function answering(...answers) {
  const requests = [];
  const fetch = async (url, init) => {
    const request = new Request(url, { ...init, signal: undefined });
    requests.push({ url: new URL(url), init, text: await request.text() });
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    return typeof answer === "function" ? answer(requests.at(-1)) : answer.clone();
  };
  return { fetch, requests };
}

/**
 * Has timers of less than two seconds go off at once, for all tests of a file: those are waits. The others are limits.
 * How long the waits would have been is in the list.
 */
export function withoutWaits() {
  const waits = [];
  const real = globalThis.setTimeout;
  globalThis.setTimeout = (callback, ms, ...values) => {
    const isWait = ms < 2000;
    if (isWait) waits.push(ms);
    return real(callback, isWait ? 0 : ms, ...values);
  };
  after(() => (globalThis.setTimeout = real));
  return waits;
}

/** What a call failed with, once it is certain that it is an error of ours, which begins with who failed. */
export async function errorOf(name, call) {
  const error = await failureOf(call);
  assert.equal(error.name, "HighLevelError", error.stack);
  assert.ok(error.message.startsWith(`${name}: `), error.message);
  return error;
}

/** Has the sandbox misbehave. @param {object} fault */
export async function order(fault) {
  const reply = await fetch(`${SANDBOX_URL}/__sandbox/fault`, { method: "POST", body: JSON.stringify(fault) });
  assert.ok(reply.ok, await reply.text());
}
