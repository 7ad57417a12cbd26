/** What a server quotes, and what a `fetch` throws: no secret of a call shows in its error. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { answering, callsOf, errorOf, SECRETS, withoutWaits } from "./oauth.mjs";

const calls = callsOf(await install().import("ghl-users/server"));
withoutWaits();

const form = (text) => new URLSearchParams({ text }).toString().slice("text=".length);
const everyUnit = (text) => text.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
const everyByte = (text) => Buffer.from(text).toString("hex").replace(/../g, "%$&");
const json = (text) => JSON.stringify(text).slice(1, -1);

/** The ways in which a server, or a library, may write a secret. */
const WAYS = {
  plain: (text) => text,
  JSON: json,
  "JSON with slashes escaped": (text) => json(text).replaceAll("/", "\\/"),
  "JSON within JSON": (text) => json(json(text)),
  "JSON with every character escaped": everyUnit,
  "a part of a URL": encodeURIComponent,
  "a URL": encodeURI,
  "a form": form,
  "a form in lower case": (text) => form(text).replace(/%../g, (byte) => byte.toLowerCase()),
  "a URL within a URL": (text) => encodeURIComponent(encodeURIComponent(text)),
  "a URL with every byte escaped": everyByte,
  "a URL within JSON": (text) => json(encodeURIComponent(text)),
  "JSON within a URL": (text) => encodeURIComponent(json(text)),
};

/** Everything that can be seen of an error, the way down to the end of its causes. */
function shownBy(error) {
  const parts = [inspect(error, { depth: 20, showHidden: true, getters: true }), JSON.stringify(error), String(error)];
  for (let each = error; each; each = each.cause) {
    parts.push(each.message, each.stack, JSON.stringify(each.messages ?? []));
  }
  return parts.join("\n");
}

/** Fails if a secret, or what any of the ways makes of it, is in a text: also once what `inspect` escapes is not. */
function assertClean(text, secrets) {
  const seen = [text, text.replaceAll("\\\\", "\\"), text.replaceAll("\\'", "'")];
  for (const [name, secret] of Object.entries(secrets)) {
    for (const [way, write] of Object.entries(WAYS)) {
      assert.ok(!seen.some((each) => each.includes(write(secret))), `${name} shows, as ${way}:\n${text}`);
    }
  }
}

test("a test of this kind can fail", () => {
  for (const write of Object.values(WAYS)) {
    const error = new Error("it", { cause: new Error(`said ${write(SECRETS.code)}.`) });
    assert.throws(() => assertClean(shownBy(error), SECRETS), { name: "AssertionError" });
  }
});

/** The secrets that a function is called with: it cannot know of others. */
function ownOf(name) {
  const { clientSecret, code, refreshToken, accessToken } = SECRETS;
  if (name === "exchangeCode") return { clientSecret, code };
  if (name === "refresh") return { clientSecret, refreshToken };
  return { accessToken };
}

for (const [way, write] of Object.entries(WAYS)) {
  const quotedBy = (secrets) => Object.values(secrets).map((secret) => `a(${write(secret)})z`);

  test(`a server that quotes every secret as ${way}`, async () => {
    for (const [name, call] of Object.entries(calls)) {
      const quoted = quotedBy(ownOf(name));
      const bodies = [
        { message: quoted.join(" ") },
        { message: quoted },
        { msg: quoted, traceId: quoted[0] },
        { error: { message: quoted.join() } },
        { error: quoted[0], error_description: quoted.at(-1) },
      ];
      for (const body of bodies) {
        const answer = Response.json(body, { status: 422, headers: { "x-request-id": quotedBy({ name })[0] } });
        const error = await errorOf(name, call({ fetch: answering(answer).fetch }));
        assertClean(shownBy(error), ownOf(name));
        assert.equal(error.message.match(/a\(\[redacted\]\)z/g)?.length >= quoted.length, true, error.message);
      }
    }
  });

  test(`a fetch that throws every secret as ${way}`, async () => {
    const quoted = quotedBy(SECRETS);
    const fields = { code: quoted[0], config: quoted };
    const beneath = Object.assign(new Error(quoted.join(), { cause: quoted.join() }), fields);
    const thrown = [
      new TypeError(`failed: ${quoted.join()}`, { cause: beneath }),
      Object.assign(new Error("failed"), { request: quoted, name: quoted.join() }),
      quoted.join(),
      { message: quoted.join(), request: { body: quoted } },
    ];
    for (const [name, call] of Object.entries(calls)) {
      for (const what of thrown) {
        const error = await errorOf(name, call({ fetch: () => Promise.reject(what) }));
        assert.equal(error.code, "network");
        assertClean(shownBy(error), ownOf(name));
      }
    }
  });
}

test("a secret of any characters is taken out, wherever it is", async () => {
  // A generator of its own, so that what fails once fails again.
  let seed = 1;
  const random = (below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const alphabet = [..."abcXYZ019-_.~!*'()+/=&%?#[]{}|\"\\<>^$ ,;:@éß漢😀"];
  for (let round = 0; round < 300; round += 1) {
    const code = Array.from({ length: 6 + random(40) }, () => alphabet[random(alphabet.length)]).join("");
    // What consists of backslashes and little else is no secret, and may be a part of anything.
    if (code.replace(/[\\;]|%../g, "").length < 4) continue;
    for (const [way, write] of Object.entries(WAYS)) {
      const answer = Response.json({ message: `before ${write(code)} after` }, { status: 400 });
      const error = await errorOf("exchangeCode", calls.exchangeCode({ fetch: answering(answer).fetch }, { code }));
      const [said] = error.messages;
      // A backslash or a semicolon at an end belongs to nobody.
      const end = /^before (;|%(25)*3b|\\u003b)*\\*\[redacted\](\\|;|%(25)*(5c|3b)|\\u00(5c|3b))* after$/i;
      assert.match(said, end, `${way}: ${JSON.stringify(code)}`);
    }
  }
});

test("what looks like HighLevel's credentials is taken out, whoever it belongs to", async () => {
  const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
  const message = `pit-01234567-89ab-cdef-0123-456789abcdef and ${jwt} are not eyes`;
  const { fetch } = answering(Response.json({ message, traceId: jwt }, { status: 400 }));
  const error = await errorOf("refresh", calls.refresh({ fetch }));
  assert.deepEqual(error.messages, ["[redacted] and [redacted] are not eyes"]);
  assert.equal(error.traceId, undefined);
});

test("what a cause calls a secret is taken out", async () => {
  const message = 'POST /oauth/token {"client_secret":"hunter2"} Authorization: Bearer hunter3 failed';
  const error = await errorOf("refresh", calls.refresh({ fetch: () => Promise.reject(new Error(message)) }));
  assert.doesNotMatch(shownBy(error), /hunter/);
  assert.match(error.cause.message, /^POST .*\[redacted\] failed$/);
});

test("the longest secrets do no harm", async () => {
  const refreshToken = "x/".repeat(8192);
  const message = `before ${encodeURIComponent(refreshToken)} after`;
  const { fetch } = answering(Response.json({ message }, { status: 400 }));
  const error = await errorOf("refresh", calls.refresh({ fetch }, { refreshToken }));
  assert.deepEqual(error.messages, ["before [redacted] after"]);
});

test("the errors of wrong arguments show none of them", async () => {
  const wrong = { code: ["hunter2"], refreshToken: { hunter2: 1 }, accessToken: "hunter2 hunter2" };
  for (const [name, call] of Object.entries(calls)) {
    const { code, refreshToken, accessToken } = wrong;
    const input = { exchangeCode: { code }, refresh: { refreshToken } }[name] ?? { accessToken };
    const error = await errorOf(name, call({}, input));
    assert.equal(error.code, "invalid_input");
    assert.doesNotMatch(shownBy(error), /hunter2/);
  }
});
