/** `OAuthSession` as the token of clients, against the sandbox, in v2 and v3. */

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { install } from "./install.mjs";
import { requests, reset, SANDBOX_URL, seed } from "./sandbox.mjs";
import { failureOf } from "./stub.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const { exchangeCode, memoryStore, OAuthSession } = await consumer.import("ghl-users/server");

let company;
before(async () => (company = await seed()));

async function oauth(orders) {
  const body = orders && JSON.stringify(orders);
  const reply = await fetch(`${SANDBOX_URL}/__sandbox/oauth`, { method: orders ? "POST" : "GET", body });
  assert.ok(reply.ok, `it answered ${reply.status}`);
  return reply.json();
}

/** An agency's session, as an installation of the app leaves it, and a client that uses it. */
async function connect(api, { scopes, ...options } = {}) {
  const { clientId, clientSecret } = company.oauth;
  const app = { clientId, clientSecret, api, baseUrl: SANDBOX_URL };
  const { code } = await oauth({ authorize: scopes ? { scopes } : {} });
  const { companyId } = company;
  const session = new OAuthSession({ ...app, resource: { companyId }, ...options });
  await session.setTokens(await exchangeCode(app, { code }));
  const ghl = new HighLevel({ api, token: session.token, companyId, baseUrl: SANDBOX_URL });
  return { app, session, ghl };
}

for (const api of ["v2", "v3"]) {
  const search = (ghl) => ghl.users.search({ companyId: company.companyId, limit: 1 });

  test(`${api}: a call whose token has expired is answered after one refresh, however many there are`, async () => {
    await reset();
    const { session, ghl } = await connect(api);
    await search(ghl);
    await oauth({ expireAccessTokens: true });
    const before = await session.token();
    await Promise.all(Array.from({ length: 40 }, () => search(ghl)));
    assert.notEqual(await session.token(), before);
    assert.equal((await oauth()).refreshes, 1);
  });

  test(`${api}: refreshes as often as it has to, each time with the newest refresh token`, async () => {
    await reset();
    const { ghl } = await connect(api);
    for (let n = 1; n <= 4; n += 1) {
      await oauth({ expireAccessTokens: true });
      await search(ghl);
      assert.deepEqual(await oauth().then(({ refreshes, graceAnswers }) => [refreshes, graceAnswers]), [n, 0]);
    }
  });

  test(`${api}: a session of each request shares the store's tokens and one refresh`, async () => {
    await reset();
    const store = memoryStore();
    const { app, session } = await connect(api, { store });
    await oauth({ expireAccessTokens: true });
    const rejected = await session.token();
    const { companyId } = company;
    const fresh = () => new OAuthSession({ ...app, store, resource: { companyId } });
    const tokens = await Promise.all(Array.from({ length: 40 }, () => fresh().token({ rejected })));
    assert.equal(new Set(tokens).size, 1);
    assert.equal((await oauth()).refreshes, 1);
  });

  test(`${api}: does not refresh for a token that lacks the scope`, async () => {
    await reset();
    const { ghl } = await connect(api, { scopes: ["oauth.readonly"] });
    assert.equal((await failureOf(search(ghl))).code, "insufficient_scope");
    assert.equal((await oauth()).refreshes, 0);
  });

  test(`${api}: says to connect the app again once its refresh token is revoked, and goes on when it is`, async () => {
    await reset();
    const { app, session, ghl } = await connect(api);
    await search(ghl);
    await oauth({ expireAccessTokens: true, revokeRefreshTokens: true });
    const failure = await failureOf(search(ghl));
    assert.equal(failure.code, "invalid_grant");
    const sent = async () => (await requests()).length;
    const before = await sent();
    await failureOf(search(ghl));
    assert.equal(await sent(), before, "HighLevel was asked again");
    const { code } = await oauth({ authorize: {} });
    await session.setTokens(await exchangeCode(app, { code }));
    await search(ghl);
  });

  test(`${api}: derives location tokens, anew if they or the agency's have expired`, async () => {
    await reset();
    const { session } = await connect(api);
    const [locationId] = company.oauth.installedLocationIds;
    const { token } = session.forLocation(locationId);
    const { companyId, locations } = company;
    const ghl = new HighLevel({ api, token, companyId, baseUrl: SANDBOX_URL });
    const users = () => ghl.users.search({ companyId, locationId });
    await users();
    await oauth({ expireAccessTokens: true });
    await Promise.all(Array.from({ length: 20 }, users));
    const { refreshes, locationTokens } = await oauth();
    assert.deepEqual([refreshes, locationTokens], [1, 2]);
    const other = locations.find(({ id }) => !company.oauth.installedLocationIds.includes(id));
    assert.equal((await failureOf(session.forLocation(other.id).token())).code, "rejected");
  });

  test(`${api}: goes on with tokens that the store takes only later`, async () => {
    await reset();
    const { set, ...memory } = memoryStore();
    let isFull = false;
    const store = {
      ...memory,
      set: async (...given) => (isFull ? Promise.reject(new Error("disk full")) : set(...given)),
    };
    const { session, ghl } = await connect(api, { store });
    await search(ghl);
    await oauth({ expireAccessTokens: true });
    isFull = true;
    const failure = await failureOf(search(ghl));
    assert.equal(failure.code, "store_failed");
    assert.equal(typeof session.unsaved.refreshToken, "string");
    isFull = false;
    await search(ghl);
    assert.equal((await oauth()).refreshes, 1);
  });
}

test("a location's session refreshes as a location's", async () => {
  await reset();
  const { clientId, clientSecret, locationCodeLocationId: locationId } = company.oauth;
  const app = { clientId, clientSecret, baseUrl: SANDBOX_URL };
  const session = new OAuthSession({ ...app, resource: { locationId } });
  const { code } = await oauth({ authorize: { locationId } });
  await session.setTokens(await exchangeCode(app, { code, userType: "Location" }));
  const ghl = new HighLevel({ token: session.token, locationId, baseUrl: SANDBOX_URL });
  await oauth({ expireAccessTokens: true });
  assert.ok((await ghl.users.list({ locationId })).users.length > 0);
  assert.equal((await oauth()).refreshes, 1);
});
