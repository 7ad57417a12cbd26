/** Clients that reach nothing but a stub of `fetch`, for what a server cannot be made to do. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

/** The token of every stubbed client: it must not show anywhere. */
export const TOKEN = "pit-0123456789abcdef";

/**
 * A client whose requests `answer` gets, and the requests that it has made. A failure is not tried again, unless the
 * options say so.
 *
 * @param {any} HighLevel @param {(request: { method: string, url: URL, body: any }) => any} answer @param {any} [options]
 */
export function clientOf(HighLevel, answer, options) {
  const requests = [];
  const fetch = async (url, { method, body, signal }) => {
    signal?.throwIfAborted();
    const request = { method, url: new URL(url), body: body && JSON.parse(body) };
    requests.push(request);
    return answer(request);
  };
  const defaults = { token: TOKEN, companyId: "c1", locationId: "l1", maxRetries: 0 };
  return { ghl: new HighLevel({ ...defaults, fetch, ...options }), requests };
}

/** What answers every request alike. */
export const json =
  (value, status = 200, headers = {}) =>
  () =>
    Response.json(value, { status, headers });

/** What a call that has to fail failed with. */
export async function failureOf(call) {
  const { status, reason } = (await Promise.allSettled([call]))[0];
  assert.equal(status, "rejected");
  return reason;
}

/** Lets everything run that waits for no timer and no network. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));

/** How many rejections go unhandled in a program that ends by itself. Its calls all fail. @returns {number} */
export function unhandledIn(folder, program) {
  const whole = `
    import { HighLevel } from "ghl-users";
    let unhandled = 0;
    process.on("unhandledRejection", () => unhandled++);
    process.on("exit", () => console.log(unhandled));
    const fetch = async () => new Response("", { status: 500 });
    const ghl = new HighLevel({ token: "t", companyId: "c1", fetch, maxRetries: 0 });
    ${program};`;
  return Number(execFileSync(process.execPath, ["--input-type=module", "-e", whole], { cwd: folder }));
}
