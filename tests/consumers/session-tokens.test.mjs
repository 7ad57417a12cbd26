/** `OAuthSession`: its options, the tokens that it is given, and what it shows of them. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { KEY, NOW, put, SECRET, stage, tokensOf, watched } from "./session.mjs";
import { failureOf } from "./stub.mjs";

const consumer = install();
const { memoryStore, OAuthSession } = await consumer.import("ghl-users/server");

test("keeps tokens of setTokens that the store did not take, and writes them with the next call", async () => {
  const memory = memoryStore();
  const failing = {};
  const session = stage(OAuthSession).sessionOf({ store: watched(memory, [], failing) });
  failing.set = new Error("disk full");
  const failure = await failureOf(session.setTokens(tokensOf(8)));
  assert.equal(failure.code, "store_failed");
  assert.equal(failure.cause, failing.set);
  assert.equal(session.unsaved.accessToken, "access-8");
  failing.set = undefined;
  await put(memory, tokensOf(4));
  assert.equal(await session.token(), "access-8");
  assert.equal((await memory.get(KEY)).value.accessToken, "access-8");
});

test("takes a copy of the tokens that it is given", async () => {
  const session = stage(OAuthSession).sessionOf();
  const tokens = tokensOf(1);
  await session.setTokens(tokens);
  tokens.accessToken = "changed";
  assert.equal(await session.token(), "access-1");
});

test("refuses what are no tokens, or those of another, without showing them", async () => {
  const session = stage(OAuthSession).sessionOf();
  const wrong = [
    [undefined, /: the input is missing: expected an object/],
    ["access-1", /the input is a string/],
    [{ access_token: "access-1" }, /there is no field "access_token"/],
    [tokensOf(1, { accessToken: "Bearer access-1" }), /"accessToken" is a string: expected printable ASCII/],
    [tokensOf(1, { refreshToken: "" }), /"refreshToken" is an empty string/],
    [tokensOf(1, { expiresAt: Number.NaN }), /"expiresAt" is a number: expected milliseconds since 1970/],
    [tokensOf(1, { scopes: [7] }), /"scopes" is an array: expected a list of texts/],
    [tokensOf(1, { companyId: "c2" }), /"companyId" is not that of company "c1"/],
    [tokensOf(1, { userType: "Location", locationId: "l1" }), /"userType" is "Location": expected "Company"/],
  ];
  for (const [tokens, message] of wrong) {
    const failure = await failureOf(session.setTokens(tokens));
    assert.equal(failure.code, "invalid_input");
    assert.match(failure.message, /^OAuthSession\.setTokens: /);
    assert.match(failure.message, message);
    assert.doesNotMatch(failure.message, /access-1|refresh-1|c2/);
  }
});

test("refuses wrong options, naming them and showing nothing", () => {
  const { sessionOf } = stage(OAuthSession);
  const wrong = {
    clientId: [undefined, "", 7],
    clientSecret: [undefined, ""],
    api: ["v1"],
    baseUrl: ["http://example.com", 7],
    fetch: ["fetch"],
    now: [NOW],
    resource: [undefined, {}, "c1", { companyId: "" }, { companyId: 7 }, { companyId: "c1", locationId: "l1" }],
    store: [null, {}, { get() {} }, { get() {}, set() {}, exclusively: true }],
    refreshBeforeMs: [-1, Number.NaN, Infinity, "5m"],
    secret: [SECRET],
  };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      assert.throws(
        () => sessionOf({ [name]: value }),
        ({ code, message }) =>
          code === "invalid_config" && message.includes(`"${name}"`) && !message.includes(SECRET),
        `${name}: ${inspect(value)}`,
      );
    }
  }
  for (const options of [undefined, null, "options"]) {
    assert.throws(() => new OAuthSession(options), { code: "invalid_config" });
  }
});

test("shows no secret when it is printed, made JSON of, or cloned", async () => {
  const session = stage(OAuthSession).sessionOf();
  await session.setTokens(tokensOf(8));
  const location = session.forLocation("l1");
  const cloned = (value) => {
    try {
      return structuredClone(value);
    } catch (error) {
      return error;
    }
  };
  const shown = [session, location].flatMap((value) => [
    inspect(value, { depth: 9, showHidden: true, getters: true }),
    JSON.stringify(value),
    inspect(cloned(value)),
    String(value),
    inspect({ ...value }),
  ]);
  assert.doesNotMatch(shown.join("\n"), /access-|refresh-|client-secret/);
  assert.match(shown[0], /^OAuthSession/);
});

test("keeps no process alive", () => {
  const program = `
    import { OAuthSession } from "ghl-users/server";
    const fetch = async () => Response.json({ access_token: "a2", refresh_token: "r2", expires_in: 3600 });
    const session = new OAuthSession({ clientId: "a", clientSecret: "s", resource: { companyId: "c1" }, fetch });
    const tokens = { accessToken: "a1", refreshToken: "r1", expiresAt: 0, userType: "Company", scopes: [] };
    await session.setTokens(tokens);
    console.log(await session.token());`;
  const options = { cwd: consumer.folder, timeout: 20_000, encoding: "utf8" };
  assert.equal(execFileSync(process.execPath, ["--input-type=module", "-e", program], options), "a2\n");
});
