/** The OAuth functions against the sandbox, in both versions: what HighLevel's tokens live through. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { install } from "./install.mjs";
import { errorOf, order, VERSIONS } from "./oauth.mjs";
import { intervene, requests, reset, SANDBOX_URL as baseUrl, seed, tally } from "./sandbox.mjs";

const { exchangeCode, refresh, locationToken, installedLocations } = await install().import("ghl-users/server");
const { companyId, locations, oauth, tokens: privateTokens } = await seed();
const { clientId, clientSecret, appId } = oauth;
const [locationId] = oauth.installedLocationIds;
const HOUR = 3_600_000;

beforeEach(() => reset());

/** Everything that there is. */
async function all(iterable) {
  const items = [];
  for await (const item of iterable) items.push(item);
  return items;
}

for (const api of VERSIONS) {
  const server = { api, baseUrl };
  const app = { ...server, clientId, clientSecret };
  const connect = () => exchangeCode(app, { code: oauth.agencyCode });

  test(`${api}: exchanges a code of an agency`, async () => {
    const before = Date.now();
    const { accessToken, refreshToken, expiresAt, userId, ...rest } = await connect();
    assert.match(`${accessToken} ${refreshToken} ${userId}`, /^eyJ\S+ eyJ\S+ \w+$/);
    assert.ok(expiresAt > before + 23 * HOUR && expiresAt < before + 25 * HOUR, String(expiresAt));
    assert.deepEqual(rest, {
      userType: "Company",
      companyId,
      scopes: ["users.readonly", "users.write", "oauth.readonly", "oauth.write"],
      isBulkInstallation: true,
      approvedLocations: oauth.installedLocationIds,
      approveAllLocations: false,
      installToFutureLocations: false,
    });
  });

  test(`${api}: exchanges a code of a location`, async () => {
    const redirectUri = "https://app.example/callback";
    const tokens = await exchangeCode(app, { code: oauth.locationCode, redirectUri, userType: "Location" });
    assert.deepEqual(
      [tokens.userType, tokens.locationId, tokens.companyId],
      ["Location", oauth.locationCodeLocationId, companyId],
    );
  });

  test(`${api}: refreshes again and again, each time with the token of the time before`, async () => {
    let tokens = await connect();
    const seen = new Set([tokens.refreshToken]);
    for (let time = 1; time <= 3; time += 1) {
      tokens = await refresh(app, { refreshToken: tokens.refreshToken, userType: "Company" });
      assert.equal(seen.size, time);
      seen.add(tokens.refreshToken);
    }
    assert.deepEqual(await tally(), { exchanges: 1, refreshes: 3, graceAnswers: 0, locationTokens: 0 });
  });

  for (const [how, fault] of Object.entries({
    "does not come": { drop: "answer" },
    "breaks off": { drop: "rest" },
    "is cut short": { truncateAt: 40 },
    "has a page in its place": { execute: true, status: 502, body: "<h1>Bad Gateway</h1>", contentType: "text/html" },
  })) {
    test(`${api}: a refresh loses nothing when its answer ${how}`, async () => {
      const { refreshToken } = await connect();
      await order({ ...fault, times: 2, only: { pathPrefix: "/oauth/token" } });
      const tokens = await refresh(app, { refreshToken });
      assert.deepEqual(await tally(), { exchanges: 1, refreshes: 1, graceAnswers: 2, locationTokens: 0 });
      const next = await refresh(app, { refreshToken: tokens.refreshToken });
      assert.notEqual(next.accessToken, tokens.accessToken);
    });
  }

  test(`${api}: a code is sent once, and works once`, async () => {
    await order({ drop: "answer", only: { pathPrefix: "/oauth/token" } });
    const lost = await errorOf("exchangeCode", connect());
    assert.deepEqual([lost.code, lost.attempts], ["network", 1]);
    const used = await errorOf("exchangeCode", connect());
    assert.deepEqual([used.code, used.status, used.attempts], ["invalid_grant", 400, 1]);
    assert.deepEqual(used.messages, ["Invalid grant: authorization code is invalid"]);
    assert.match(used.message, /connect the app again/);
  });

  test(`${api}: a refresh token that was revoked is refused at once`, async () => {
    const { refreshToken } = await connect();
    await intervene({ revokeRefreshTokens: true });
    const error = await errorOf("refresh", refresh(app, { refreshToken }));
    assert.deepEqual([error.code, error.status, error.attempts], ["invalid_grant", 400, 1]);
  });

  test(`${api}: a wrong client id or secret is one of the options`, async () => {
    for (const wrong of [{ clientId: "5a4db0c5" }, { clientSecret: "5a4db0c5-0000" }]) {
      const error = await errorOf("exchangeCode", exchangeCode({ ...app, ...wrong }, { code: oauth.agencyCode }));
      assert.deepEqual([error.code, error.status], ["invalid_config", 401]);
      assert.match(error.message, /check "clientId" and "clientSecret"/);
    }
    // Neither has used the code up.
    await connect();
  });

  test(`${api}: the wrong user type is refused`, async () => {
    const error = await errorOf("exchangeCode", exchangeCode(app, { code: oauth.agencyCode, userType: "Location" }));
    assert.equal(error.code, "rejected");
  });

  test(`${api}: derives the tokens of a location, which can be refreshed`, async () => {
    const { accessToken } = await connect();
    const { accessToken: theirs, refreshToken, expiresAt, userId, ...rest } = await locationToken(server, {
      accessToken,
      companyId,
      locationId,
    });
    assert.notEqual(theirs, accessToken);
    assert.ok(expiresAt > Date.now() + 23 * HOUR);
    assert.deepEqual(rest, {
      userType: "Location",
      companyId,
      locationId,
      appId,
      versionId: oauth.versionId,
      scopes: ["users.readonly", "users.write"],
    });
    assert.equal((await refresh(app, { refreshToken })).locationId, locationId);
  });

  test(`${api}: the refusals of a location's tokens are told apart`, async () => {
    const { accessToken } = await connect();
    const input = { accessToken, companyId, locationId };
    const [, , without] = locations;
    const codeOf = async (fields) => {
      return (await errorOf("locationToken", locationToken(server, { ...input, ...fields }))).code;
    };
    assert.equal(await codeOf({ accessToken: "unknown" }), "invalid_token");
    assert.equal(await codeOf({ accessToken: privateTokens.agency }), "insufficient_scope");
    assert.equal(await codeOf({ locationId: without.id }), "rejected");
    await intervene({ expireAccessTokens: true });
    assert.equal(await codeOf({}), "invalid_token");
  });

  test(`${api}: lists the locations of all pages, each once`, async () => {
    const { accessToken } = await connect();
    const input = { accessToken, companyId, appId };
    const idsOf = async (fields) => {
      return (await all(installedLocations(server, { ...input, ...fields }))).map(({ id }) => id);
    };
    const ids = locations.map(({ id }) => id);
    for (const pageSize of [1, 2, 3, undefined]) assert.deepEqual(await idsOf({ pageSize }), ids);
    assert.deepEqual(await idsOf({ isInstalled: true, onTrial: false }), oauth.installedLocationIds);
    assert.deepEqual(await idsOf({ isInstalled: false, pageSize: 1 }), ids.slice(2));
    assert.deepEqual(await idsOf({ query: "yoga" }), [ids[1]]);
    assert.deepEqual(await idsOf({ locationId: ids[0], versionId: oauth.versionId }), [ids[0]]);
    assert.deepEqual(await idsOf({ planId: "none" }), []);
  });

  test(`${api}: tells of a location what there is`, async () => {
    const { accessToken } = await connect();
    const [first] = await all(installedLocations(server, { accessToken, companyId, appId }));
    const { address, installedAt, ...rest } = first;
    assert.match(`${installedAt} ${address}`, /^\d{4}-\S+Z \S/);
    assert.deepEqual(rest, { ...locations[0], isInstalled: true, versionId: oauth.versionId });
  });

  test(`${api}: the refusals of a list are told apart`, async () => {
    const { accessToken } = await connect();
    const codeOf = async (fields) => {
      const input = { accessToken, companyId, appId, ...fields };
      return (await errorOf("installedLocations", all(installedLocations(server, input)))).code;
    };
    assert.equal(await codeOf({ accessToken: "unknown" }), "invalid_token");
    assert.equal(await codeOf({ accessToken: privateTokens.location }), "insufficient_scope");
    assert.equal(await codeOf({ appId: "5a4db0c5fa4e000000000009" }), "rejected");
  });

  test(`${api}: a busy server is asked again`, async () => {
    const { accessToken } = await connect();
    await order({ status: 429, headers: { "retry-after": "0" }, only: { pathPrefix: "/oauth/loc" } });
    await order({ status: 503, only: { pathPrefix: "/oauth/inst" } });
    assert.equal((await locationToken(server, { accessToken, companyId, locationId })).locationId, locationId);
    assert.equal((await all(installedLocations(server, { accessToken, companyId, appId }))).length, 3);
    const statuses = (await requests()).map(({ status }) => status);
    assert.deepEqual(statuses.filter((status) => status !== 200), [429, 503]);
  });
}
