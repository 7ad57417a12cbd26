/** What the answers of HighLevel become: one type for all of them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { answering, callsOf, errorOf, GRANTED, NOW, VERSIONS, withoutWaits } from "./oauth.mjs";

const calls = callsOf(await install().import("ghl-users/server"));
withoutWaits();

/** The tokens that a function reads in an answer. */
const read = (name, answer, api = "v2") =>
  calls[name]({ api, now: () => NOW, fetch: answering(Response.json(answer)).fetch });
const GIVERS = ["exchangeCode", "refresh", "locationToken"];
const MORE = {
  userId: "u1",
  companyId: "c1",
  planId: "p1",
  approvedLocations: ["l1", "l2"],
  isBulkInstallation: true,
  installToFutureLocations: false,
  approveAllLocations: true,
};
const READ = {
  accessToken: "access-1",
  refreshToken: "refresh-1",
  expiresAt: NOW + 86_399_000,
  scopes: ["a.readonly", "a.write"],
};

test("reads every documented field, in the spelling of either version", async () => {
  for (const asked of VERSIONS) {
    for (const spelled of VERSIONS) {
      const answer = { ...GRANTED[spelled], ...MORE, userType: "Company" };
      for (const name of ["exchangeCode", "refresh"]) {
        assert.deepEqual(await read(name, answer, asked), { ...READ, ...MORE, userType: "Company" });
      }
      const { approvedLocations, isBulkInstallation, installToFutureLocations, approveAllLocations, ...rest } = MORE;
      const theirs = { ...GRANTED[spelled], ...rest, locationId: "l1", appId: "a1", versionId: "v1" };
      const whose = { userType: "Location", companyId: "c1", locationId: "l1", appId: "a1", versionId: "v1" };
      assert.deepEqual(await read("locationToken", theirs, asked), { ...READ, ...rest, ...whose });
    }
  }
});

test("whose tokens they are is known, though the answer may not say", async () => {
  for (const name of ["exchangeCode", "refresh"]) {
    assert.equal((await read(name, GRANTED.v2)).userType, "Company");
    assert.equal((await read(name, { ...GRANTED.v2, locationId: "l1" })).userType, "Location");
    assert.equal((await read(name, { ...GRANTED.v2, userType: "Other" })).userType, "Other");
  }
  const { userType, companyId, locationId } = await read("locationToken", GRANTED.v2);
  assert.deepEqual([userType, companyId, locationId], ["Location", "c1", "l1"]);
  assert.equal((await read("locationToken", { ...GRANTED.v2, locationId: null })).locationId, "l1");
});

test("what is not of its type is left out, and what is not known as well", async () => {
  const ids = { userId: 7, companyId: null, planId: "", approvedLocations: "l1" };
  const odd = { ...ids, isBulkInstallation: "yes", scope: 7, more: 1 };
  assert.deepEqual(await read("exchangeCode", { ...GRANTED.v2, ...odd }), { ...READ, userType: "Company", scopes: [] });
});

test("the tokens of a location may lack a refresh token, and so may the first ones", async () => {
  const { refresh_token, ...answer } = GRANTED.v2;
  for (const name of ["locationToken", "exchangeCode"]) {
    assert.equal("refreshToken" in (await read(name, answer)), false);
  }
});

test("a refresh without the next refresh token is none", async () => {
  for (const refresh_token of [undefined, null, "", 7, "a b"]) {
    const error = await errorOf("refresh", read("refresh", { ...GRANTED.v2, refresh_token }));
    assert.deepEqual(
      [error.code, error.message, error.status],
      ["unexpected_response", "refresh: the answer has no refresh token, and the one before is used up", 200],
    );
  }
});

test("an answer without an access token is none", async () => {
  for (const access_token of [undefined, null, "", 7, "a b", "a\nb", "é", ["a"]]) {
    for (const name of GIVERS) {
      const error = await errorOf(name, read(name, { ...GRANTED.v2, access_token }));
      assert.deepEqual([error.code, error.message], ["unexpected_response", `${name}: the answer has no access token`]);
    }
  }
});

test("an answer without a lifetime, or with one that cannot be, is none", async () => {
  const withLifetime = (text) => JSON.stringify({ ...GRANTED.v2, expires_in: "?" }).replace('"?"', text);
  for (const text of ["null", "0", "-1", '"86399"', "true", "[1]", "1e999", "1e308", "{}"]) {
    for (const name of GIVERS) {
      const { fetch } = answering(new Response(withLifetime(text)));
      const error = await errorOf(name, calls[name]({ fetch }));
      assert.equal(error.code, "unexpected_response");
      assert.match(error.message, /the answer does not say for how many seconds its access token works$/);
    }
  }
});

test("scopes are what is between blanks", async () => {
  for (const [scope, scopes] of [
    ["", []],
    ["a", ["a"]],
    [" a  b\n", ["a", "b"]],
    [undefined, []],
  ]) {
    assert.deepEqual((await read("exchangeCode", { ...GRANTED.v2, scope })).scopes, scopes);
  }
});

test("the tokens of another location are refused", async () => {
  const error = await errorOf("locationToken", read("locationToken", { ...GRANTED.v2, locationId: "l2" }));
  assert.deepEqual(
    [error.code, error.message],
    ["unexpected_response", "locationToken: the answer has the tokens of another location"],
  );
});

test("tokens are plain data, which a store may keep as JSON", async () => {
  const tokens = await read("refresh", { ...GRANTED.v2, ...MORE });
  assert.deepEqual(JSON.parse(JSON.stringify(tokens)), tokens);
  assert.deepEqual(structuredClone(tokens), tokens);
});
