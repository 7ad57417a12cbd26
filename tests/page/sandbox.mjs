/** The sandbox as the tests see it: asked directly, without the page and without the client, so that it can judge both. */

import assert from "node:assert/strict";

export const SANDBOX_URL = required("GHL_SANDBOX_URL");

/** An environment variable that the test run needs. @param {string} name @returns {string} */
export function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`cargo xtask test page\``);
  return value.replace(/\/+$/, "");
}

async function call(method, path, { body, headers = {} } = {}) {
  const reply = await fetch(`${SANDBOX_URL}${path}`, { method, headers, body: body && JSON.stringify(body) });
  assert.ok(reply.ok, `${method} ${path} answered ${reply.status}`);
  return reply.json();
}

/** Starts over, with all users. @param {{ deleteAfterMs?: number, enforceRateLimit?: boolean }} [config] */
export const reset = (config = {}) => call("POST", "/__sandbox/reset", { body: config });

/** Makes the next calls fail. @param {{ times?: number, status?: number, body?: unknown, drop?: boolean }} order */
export const fault = (order) => call("POST", "/__sandbox/fault", { body: order });

export const seed = () => call("GET", "/__sandbox/seed");

/** What it was asked since the reset. @param {string} [method] @param {RegExp} [path] */
export async function requests(method, path = /./) {
  const all = await call("GET", "/__sandbox/requests");
  return all.filter((request) => (!method || request.method === method) && path.test(request.path));
}

async function asAgency(path, { method = "GET", body } = {}) {
  const { tokens } = await seed();
  const headers = { authorization: `Bearer ${tokens.agency}`, version: "2021-07-28", "content-type": "application/json" };
  return call(method, path, { headers, body });
}

/** One page of users, as the API itself gives it. @param {Record<string, string>} [wanted] */
export async function search(wanted = {}) {
  const { companyId } = await seed();
  return asAgency(`/users/search?${new URLSearchParams({ companyId, ...wanted })}`);
}

/** @param {string} id */
export const userById = (id) => asAgency(`/users/${id}`);

/** Changes a user without the page. @param {string} id @param {Record<string, unknown>} changes */
export const write = (id, changes) => asAgency(`/users/${id}`, { method: "PUT", body: changes });

/** A user of the first page who fits, with everything. @param {(user: object) => boolean} [fits] */
export async function someUser(fits = () => true) {
  const { users } = await search({ limit: "25" });
  for (const { id } of users) {
    const user = await userById(id);
    if (fits(user)) return user;
  }
  throw new Error("no user of the first page fits");
}

/** The one user with this email, or undefined. @param {string} email */
export async function userByEmail(email) {
  const { users } = await search({ query: email });
  return users.find((user) => user.email === email);
}
