/** Sandboxes of the packed package, and the rows that their `fetch` shares with the runtime's own. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { SANDBOX_URL } from "./sandbox.mjs";

export const consumer = install();
export const { createSandbox, isHighLevelError } = await consumer.import("ghl-users/sandbox");

/** Where HighLevel is. */
export const HIGHLEVEL = "https://services.leadconnectorhq.com";
/** A moment to begin at. */
export const NOON = Date.UTC(2026, 10, 30, 12);

/**
 * @typedef {object} Side - What a row is tried with.
 * @property {typeof fetch} fetch
 * @property {string} base - Where HighLevel is for it.
 * @property {string} elsewhere - The same under another origin.
 * @property {Record<string, string>} headers - What opens it.
 * @property {string} companyId
 * @property {(fault: object) => Promise<void>} fault
 * @property {() => Promise<readonly any[]>} requests
 */

/** @returns {Promise<Side>} */
async function own() {
  const box = createSandbox();
  return {
    fetch: box.fetch,
    base: HIGHLEVEL,
    elsewhere: "https://rest.gohighlevel.com",
    headers: headersOf(box.tokens.agency),
    companyId: box.ids.companyId,
    fault: async (fault) => void box.fault(fault),
    requests: async () => box.requests,
  };
}

/** @returns {Promise<Side>} */
async function native() {
  const order = async (name, body) => {
    const method = body ? "POST" : "GET";
    const reply = await fetch(`${SANDBOX_URL}/__sandbox/${name}`, { method, body: body && JSON.stringify(body) });
    assert.ok(reply.ok, `${name} answered ${reply.status}`);
    return reply.json();
  };
  await order("reset", {});
  const { tokens, companyId } = await order("seed");
  return {
    fetch,
    base: SANDBOX_URL,
    elsewhere: SANDBOX_URL.replace("127.0.0.1", "localhost"),
    headers: headersOf(tokens.agency),
    companyId,
    fault: (fault) => order("fault", fault),
    requests: () => order("requests"),
  };
}

/** What opens v2. @param {string} token */
export const headersOf = (token) => ({ authorization: `Bearer ${token}`, version: "2021-07-28" });

/**
 * A test of a row: of the sandbox's `fetch`, and of the runtime's own with the sandbox as a server, so that the row is true.
 *
 * @param {string} sentence @param {(side: Side) => Promise<void>} row
 */
export function both(sentence, row) {
  for (const [name, begin] of Object.entries({ "box.fetch": own, fetch: native })) {
    test(`${name}: ${sentence}`, async () => row(await begin()));
  }
}

/** How something failed. @param {Promise<unknown>} call @returns {Promise<any>} */
export function failed(call) {
  return call.then(
    () => assert.fail("it did not fail"),
    (reason) => reason,
  );
}

/** Lets happen what is on its way without a timer. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
