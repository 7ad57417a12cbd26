/** The way to HighLevel's page and back: `authorizeUrl`, `createState`, `checkState`. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";

const { authorizeUrl, createState, checkState } = await install().import("ghl-users/server");
const APP = {
  clientId: "app-1",
  redirectUri: "https://app.example/callback?via=hl",
  scopes: ["users.readonly", "socialplanner/post.write"],
  state: "a state/+&=",
};

test("has the documented parameters, and no others", () => {
  const url = authorizeUrl(APP);
  const { origin, pathname, searchParams, hash } = new URL(url);
  assert.equal(`${origin}${pathname}${hash}`, "https://marketplace.gohighlevel.com/v2/oauth/chooselocation");
  assert.deepEqual([...searchParams], [
    ["response_type", "code"],
    ["redirect_uri", APP.redirectUri],
    ["client_id", "app-1"],
    ["scope", "users.readonly socialplanner/post.write"],
    ["state", APP.state],
  ]);
  // A "+" for a blank is read as such by some and as a plus by others.
  assert.match(url, /[?&]scope=users\.readonly%20socialplanner%2Fpost\.write&/);
});

test("has another host for a white label, and may keep the tab", () => {
  const url = new URL(authorizeUrl({ ...APP, whiteLabel: true, loginWindowOpenMode: "self" }));
  assert.equal(url.host, "marketplace.leadconnectorhq.com");
  assert.equal(url.searchParams.get("loginWindowOpenMode"), "self");
  assert.equal(new URL(authorizeUrl({ ...APP, whiteLabel: false })).host, "marketplace.gohighlevel.com");
});

test("takes a redirect URI on this machine", () => {
  for (const redirectUri of ["http://localhost:3000/cb", "http://127.0.0.1/cb", "http://[::1]:1/cb"]) {
    assert.equal(new URL(authorizeUrl({ ...APP, redirectUri })).searchParams.get("redirect_uri"), redirectUri);
  }
});

const URI = '"redirectUri" is a string: expected a URL, https or on this machine, without a fragment';
const SCOPES = "expected a list of at least one scope, without blanks";
for (const [wrong, words] of [
  [{ state: "" }, '"state" is an empty string: expected what createState() makes'],
  [{ state: undefined }, '"state" is missing: expected what createState() makes'],
  [{ clientId: "" }, '"clientId" is an empty string: expected a text'],
  [{ redirectUri: "/callback" }, URI],
  [{ redirectUri: "http://app.example/cb" }, URI],
  [{ redirectUri: "https://app.example/cb#x" }, URI],
  [{ redirectUri: "javascript:alert(1)" }, URI],
  [{ scopes: [] }, `"scopes" is an array: ${SCOPES}`],
  [{ scopes: "users.readonly" }, `"scopes" is a string: ${SCOPES}`],
  [{ scopes: ["users.readonly users.write"] }, `"scopes" is an array: ${SCOPES}`],
  [{ scopes: ["users.readonly", ""] }, `"scopes" is an array: ${SCOPES}`],
  [{ scopes: [7] }, `"scopes" is an array: ${SCOPES}`],
  [{ whiteLabel: "yes" }, '"whiteLabel" is a string: expected a boolean'],
  [{ loginWindowOpenMode: "popup" }, '"loginWindowOpenMode" is a string: expected "self"'],
  [{ redirect_uri: "https://app.example" }, 'there is no field "redirect_uri"'],
]) {
  test(`refuses: ${words} (${JSON.stringify(Object.values(wrong))})`, () => {
    assert.throws(() => authorizeUrl({ ...APP, ...wrong }), {
      name: "HighLevelError",
      code: "invalid_input",
      message: `authorizeUrl: ${words}`,
    });
  });
}

test("a state is random, long, and needs no escaping", () => {
  const states = Array.from({ length: 1000 }, createState);
  assert.equal(new Set(states).size, 1000);
  assert.ok(states.every((state) => /^[\w-]{32}$/.test(state) && encodeURIComponent(state) === state));
  // Every bit is 1 about half of the time: 6 standard deviations are 95 of 1,000.
  const bytes = states.map((state) => Buffer.from(state, "base64url"));
  for (let bit = 0; bit < 192; bit += 1) {
    const ones = bytes.filter((each) => (each[bit >> 3] >> (bit & 7)) & 1).length;
    assert.ok(Math.abs(ones - 500) < 95, `bit ${bit} is 1 in ${ones} of 1000`);
  }
});

test("a state is the one that was sent, or it is not", () => {
  const state = createState();
  assert.equal(checkState(state, state), true);
  assert.equal(checkState(state, `${state} `.trim()), true);
  for (let index = 0; index < state.length; index += 1) {
    const other = `${state.slice(0, index)}${state[index] === "A" ? "B" : "A"}${state.slice(index + 1)}`;
    assert.equal(checkState(other, state), false);
    assert.equal(checkState(state.slice(0, index), state), false);
    assert.equal(checkState(state, state.slice(0, index)), false);
  }
  assert.equal(checkState(state + state, state), false);
  assert.equal(checkState(state, state + state), false);
  assert.equal(checkState(createState(), state), false);
});

test("nothing is no state, not even where nothing was expected", () => {
  const nothings = [undefined, null, "", 0, false, [], ["a"], {}, Number.NaN];
  for (const nothing of nothings) {
    for (const other of [...nothings, "a"]) {
      assert.equal(checkState(nothing, other), false);
      assert.equal(checkState(other, nothing), false);
    }
  }
  // Characters that UTF-8 cannot tell apart.
  assert.equal(checkState("\ud800", "\udfff"), false);
  assert.equal(checkState("\u0100", "\u0000"), false);
});

test("every character is looked at, wherever the first difference is", (t) => {
  const { mock } = t.mock.method(String.prototype, "charCodeAt");
  const expected = "b".repeat(64);
  const looksFor = (given) => {
    mock.resetCalls();
    checkState(given, expected);
    return mock.callCount();
  };
  const counts = [`a${expected.slice(1)}`, `${expected.slice(1)}a`, "a".repeat(64), expected].map(looksFor);
  assert.deepEqual(counts, [128, 128, 128, 128]);
});
