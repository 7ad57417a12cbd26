/** A 401 by its words: what the engine makes of them, the OAuth calls make of them, and a session renews accordingly. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install, ROOT } from "./install.mjs";
import { answering, callsOf, errorOf, VERSIONS } from "./oauth.mjs";
import { granted, stage, tokensOf } from "./session.mjs";
import { failureOf } from "./stub.mjs";

const server = await install().import("ghl-users/server");
const calls = callsOf(server);
/** Sentences, and the code of each; none for those that nobody knows. */
const WORDINGS = JSON.parse(readFileSync(join(ROOT, "tests/fixtures/unauthorized.json"), "utf8"));
const known = WORDINGS.filter(([, code]) => code !== null);
const unknown = WORDINGS.filter(([, code]) => code === null).map(([words]) => words);

const said = (message) => Response.json({ statusCode: 401, message, error: "Unauthorized" }, { status: 401 });
const derived = ({ form }) =>
  Response.json({ access_token: `${form.locationId}-1`, expires_in: 86_400, locationId: form.locationId });

/** An agency's session, and what answers its derivations. */
async function agency(answer) {
  const scene = stage(server.OAuthSession);
  const session = scene.sessionOf();
  await session.setTokens(tokensOf(1));
  scene.stub.answer = (request) =>
    request.pathname === "/oauth/token" ? granted(request.generation + 1) : answer(request);
  const failureFor = (id) => failureOf(session.forLocation(id).token());
  return { ...scene, session, failureFor };
}

test("calls with an access token read a 401 as the engine does", async () => {
  for (const [words, code] of WORDINGS) {
    for (const name of ["locationToken", "installedLocations"]) {
      for (const api of VERSIONS) {
        const error = await errorOf(name, calls[name]({ fetch: answering(said(words)).fetch, api }));
        assert.equal(error.code, code ?? "invalid_token", words);
        assert.deepEqual(error.messages, [words]);
      }
    }
  }
});

test("a 401 without words is about the token", async () => {
  for (const body of [null, "{}", '{"error":"Unauthorized"}', '{"msg":"unauthorized"}']) {
    const { fetch } = answering(new Response(body, { status: 401 }));
    assert.equal((await errorOf("locationToken", calls.locationToken({ fetch }))).code, "invalid_token", body);
  }
});

test("a page with status 401 renews nothing: it is not HighLevel's", async () => {
  const { failureFor, refreshes } = await agency(() => new Response("<h1>Sign in</h1>", { status: 401 }));
  assert.equal((await failureFor("l1")).code, "unexpected_response");
  assert.equal(refreshes(), 0);
});

test("renews the agency's token for what speaks of it, and for nothing else that is known", async () => {
  for (const [words, code] of known) {
    const { failureFor, refreshes } = await agency(() => said(words));
    assert.equal((await failureFor("l1")).code, code, words);
    assert.equal(refreshes(), code === "invalid_token" ? 1 : 0, words);
  }
});

test("unknown words cost one renewal, whatever ids are in them, and are not about the token from then on", async () => {
  for (const words of unknown) {
    const { failureFor, refreshes } = await agency(({ form }) => said(`${words} (location ${form.locationId})`));
    for (const id of ["l1", "l2", "l1", "l3"]) {
      const failure = await failureFor(id);
      assert.deepEqual([failure.code, failure.name, failure.status], ["forbidden", "HighLevelError", 401]);
      assert.match(failure.message, new RegExp(`^locationToken: ${words}`.replaceAll(".", "\\.")));
      assert.equal(refreshes(), 1, words);
    }
  }
});

test("unknown words that a new token helps against may be about the token again", async () => {
  let works = "access-2";
  const { session, failureFor, refreshes } = await agency((request) =>
    request.authorization === `Bearer ${works}` ? derived(request) : said("Computer says no."),
  );
  assert.equal(await session.forLocation("l1").token(), "l1-1");
  works = "access-3";
  assert.equal(await session.forLocation("l2").token(), "l2-1");
  assert.equal(refreshes(), 2);
  works = "none";
  assert.equal((await failureFor("l3")).code, "forbidden");
  assert.equal((await failureFor("l3")).code, "forbidden");
  assert.equal(refreshes(), 3);
});

test("unknown words that differ from those before are about the token, until they come twice", async () => {
  const words = ["Computer says no.", "Please sign in", "Please sign in", "Please sign in"];
  const { failureFor, refreshes } = await agency(() => said(words.shift()));
  assert.equal((await failureFor("l1")).code, "invalid_token");
  assert.equal((await failureFor("l1")).code, "forbidden");
  assert.equal(refreshes(), 2);
});

test("words that one session has learnt are another one's to learn", async () => {
  const scenes = [await agency(() => said(unknown[0])), await agency(() => said(unknown[0]))];
  for (const { failureFor, refreshes } of scenes) {
    assert.equal((await failureFor("l1")).code, "forbidden");
    assert.equal(refreshes(), 1);
  }
});

test("token words still renew after others have been learnt", async () => {
  let words = unknown[0];
  const { failureFor, refreshes } = await agency(() => said(words));
  await failureFor("l1");
  words = "Invalid JWT";
  assert.equal((await failureFor("l1")).code, "invalid_token");
  assert.equal(refreshes(), 2);
});

test("the grants' own 401 is about the client, or the version", async () => {
  for (const [words, code] of [["Unauthorized", "invalid_config"], ["Computer says no.", "invalid_config"], ["version header was not found", "rejected"]]) {
    for (const name of ["exchangeCode", "refresh"]) {
      assert.equal((await errorOf(name, calls[name]({ fetch: answering(said(words)).fetch }))).code, code, words);
    }
  }
});
