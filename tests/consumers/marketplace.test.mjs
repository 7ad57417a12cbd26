/** The marketplace app of `docs/marketplace.md`, as it is in `examples/marketplace/`, against the sandbox. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { later, start } from "./examples.mjs";
import { install } from "./install.mjs";
import { order } from "./oauth.mjs";
import { intervene, reset, SANDBOX_URL, seed, tally, webhook } from "./sandbox.mjs";

const { folder } = install();
const { companyId, oauth, webhookPublicKeys, tokens } = await seed();
const app = await start(folder, "marketplace", {
  CLIENT_ID: oauth.clientId,
  CLIENT_SECRET: oauth.clientSecret,
  HIGHLEVEL_BASE_URL: SANDBOX_URL,
  WEBHOOK_KEY: webhookPublicKeys.ed25519,
});

beforeEach(() => reset());

/** How far the app's clock has come, in milliseconds. It does not go back. */
let passed = 0;
const ask = (path, init) =>
  fetch(new URL(path, app), { redirect: "manual", ...init, headers: { ...init?.headers, ...later(passed) } });

/** Installs the app, as a browser does: to HighLevel, and back with the code and the cookie. */
async function connect() {
  const { headers } = await ask("/connect");
  const [cookie] = headers.get("set-cookie").split(";");
  const state = new URL(headers.get("location")).searchParams.get("state");
  const { code } = await intervene({ authorize: {} });
  return ask(`/callback?code=${code}&state=${state}`, { headers: { cookie } });
}

test("sends who connects to HighLevel, with a state that only their browser has", async () => {
  const { status, headers } = await ask("/connect");
  const { origin, pathname, searchParams } = new URL(headers.get("location"));
  assert.equal(status, 302);
  assert.equal(origin + pathname, "https://marketplace.gohighlevel.com/v2/oauth/chooselocation");
  assert.equal(searchParams.get("redirect_uri"), new URL("/callback", app).href);
  assert.match(headers.get("set-cookie"), new RegExp(`^state=${searchParams.get("state")}; .*HttpOnly; Secure`));
});

test("keeps the tokens, and works with them", async () => {
  const reply = await connect();
  assert.equal(await reply.text(), "Connected: 120 users.");
  assert.equal((await tally()).exchanges, 1);
});

test("takes no code that it did not ask for", async () => {
  const { code } = await intervene({ authorize: {} });
  for (const [query, cookie] of [["", ""], ["&state=x", ""], ["&state=", "state="], ["&state=x", "state=y"]]) {
    const reply = await ask(`/callback?code=${code}${query}`, { headers: { cookie } });
    assert.equal(reply.status, 400);
  }
  assert.equal((await tally()).exchanges, 0);
});

test("hears of a user, looks them up with tokens that it renews, and takes an event once", async () => {
  await connect();
  await intervene({ expireAccessTokens: true });
  const { users } = await (await asAgency(`/users/search?companyId=${companyId}&type=agency&limit=1`)).json();
  const [{ id, name }] = users;
  const timestamp = new Date().toISOString();
  const { body, headers } = await webhook({ type: "UserUpdate", userId: id, webhookId: "w1", timestamp });
  const deliver = () => ask("/webhook", { method: "POST", body, headers });
  const [first, second] = [await deliver(), await deliver()];
  assert.equal(await first.text(), `UserUpdate: ${name}`);
  assert.equal(second.status, 401);
  const { exchanges, refreshes } = await tally();
  assert.deepEqual({ exchanges, refreshes }, { exchanges: 1, refreshes: 1 });
});

/** An event of the app's moment, and what delivers the very bytes so much later. */
async function event(webhookId) {
  const { users } = await (await asAgency(`/users/search?companyId=${companyId}&type=agency&limit=1`)).json();
  const [{ id, name }] = users;
  const sent = passed;
  const timestamp = new Date(Date.now() + sent).toISOString();
  const { body, headers } = await webhook({ type: "UserUpdate", userId: id, webhookId, timestamp });
  const deliver = (ms) => {
    passed = Math.max(passed, sent + ms);
    return ask("/webhook", { method: "POST", body, headers });
  };
  return { deliver, done: `UserUpdate: ${name}` };
}
const MINUTES = 60_000;
const DAYS = 86_400_000;

for (const [when, ms] of [["ten minutes", 10 * MINUTES], ["two days", 2 * DAYS], ["three days less a minute", 3 * DAYS - MINUTES]]) {
  test(`takes the same bytes ${when} after its work on them failed, and once`, async () => {
    await connect();
    const { deliver, done } = await event(`failed for ${when}`);
    await order({ status: 400, only: { pathPrefix: "/users" } });
    assert.equal((await deliver(0)).status, 502);
    const repeated = await deliver(ms);
    assert.equal(await repeated.text(), done);
    assert.equal((await deliver(ms)).status, 401);
  });
}

test("knows an event that it has taken for as long as HighLevel may repeat it, and longer takes none", async () => {
  await connect();
  const { deliver, done } = await event("taken");
  assert.equal(await (await deliver(0)).text(), done);
  const statuses = [];
  for (const ms of [10 * MINUTES, 2 * DAYS, 3 * DAYS - MINUTES, 3 * DAYS + MINUTES, 30 * DAYS]) {
    statuses.push((await deliver(ms)).status);
  }
  assert.deepEqual(statuses, [401, 401, 401, 401, 401]);
  const old = await event("never seen");
  assert.equal((await old.deliver(3 * DAYS + MINUTES)).status, 401);
});

test("refuses an event that nobody signed", async () => {
  const reply = await ask("/webhook", { method: "POST", body: JSON.stringify({ type: "UserDelete", id: "u1", companyId }) });
  assert.equal(reply.status, 401);
});

function asAgency(path) {
  const headers = { authorization: `Bearer ${tokens.agency}`, version: "2021-07-28" };
  return fetch(SANDBOX_URL + path, { headers });
}
