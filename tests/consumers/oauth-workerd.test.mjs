/** The OAuth functions in workerd, whose `fetch`, streams and timers are its own. */

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { install } from "./install.mjs";
import { order, VERSIONS } from "./oauth.mjs";
import { reset, SANDBOX_URL as baseUrl, seed, tally } from "./sandbox.mjs";

const { folder } = install("programs");
const { companyId, locations, oauth } = await seed();
const { clientId, clientSecret, appId } = oauth;

const { outputFiles } = await build({
  absWorkingDir: folder,
  entryPoints: ["programs/oauth.mjs"],
  write: false,
  bundle: true,
  format: "esm",
  conditions: ["workerd", "worker", "browser"],
});
const worker = new Miniflare({ compatibilityDate: "2026-04-01", modules: true, script: outputFiles[0].text });
after(() => worker.dispose());

/** What a function comes to, or the error that it fails with. */
async function call(name, ...args) {
  const reply = await worker.dispatchFetch("http://worker/", { method: "POST", body: JSON.stringify({ name, args }) });
  return reply.json();
}

for (const api of VERSIONS) {
  test(`${api}: tokens, the next ones, a location's, and a list`, async () => {
    await reset();
    const server = { api, baseUrl };
    const app = { ...server, clientId, clientSecret };
    const first = await call("exchangeCode", app, { code: oauth.agencyCode });
    await order({ drop: "rest", only: { pathPrefix: "/oauth/token" } });
    const { accessToken } = await call("refresh", app, { refreshToken: first.refreshToken });
    const [locationId] = oauth.installedLocationIds;
    const theirs = await call("locationToken", server, { accessToken, companyId, locationId });
    assert.equal(theirs.locationId, locationId);
    const list = await call("installedLocations", server, { accessToken, companyId, appId, pageSize: 2 });
    assert.deepEqual(list.map(({ id }) => id), locations.map(({ id }) => id));
    assert.deepEqual(await tally(), { exchanges: 1, refreshes: 1, graceAnswers: 1, locationTokens: 1 });
  });
}

test("follows no redirect, reads nothing without an end, and says what is wrong", async () => {
  await reset();
  const app = { baseUrl, clientId, clientSecret };
  const failed = async (fault) => {
    await order({ ...fault, only: { pathPrefix: "/oauth" } });
    return (await call("exchangeCode", app, { code: oauth.agencyCode })).code;
  };
  assert.equal(await failed({ status: 307, headers: { location: "/__sandbox/seed" } }), "unexpected_redirect");
  assert.equal(await failed({ bodyBytes: "endless" }), "unexpected_response");
  assert.equal(await failed({ drop: "call" }), "network");
  const { code, message } = await call("exchangeCode", { ...app, timeoutMs: 0 }, { code: "c" });
  assert.deepEqual([code, message.slice(0, 13)], ["invalid_config", "exchangeCode:"]);
});

test("makes states, and checks them", async () => {
  const state = await call("createState");
  assert.match(state, /^[\w-]{32}$/);
  assert.deepEqual([await call("checkState", state, state), await call("checkState", state, "other")], [true, false]);
  const url = { clientId, redirectUri: "https://app.example/cb", scopes: ["users.readonly"], state };
  assert.equal(new URL(await call("authorizeUrl", url)).searchParams.get("state"), state);
});
