/** Ten thousand failures that quote secrets: does any of them, or what is logged and told, show a part of one? */

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { install } from "../consumers/install.mjs";
import { leaksOf, marksIn, SECRETS } from "./canary.mjs";
import { PLACES, STATUSES, WRITINGS } from "./echo.mjs";
import { CODES, inParallel, outcomeOf, tally } from "./outcome.mjs";
import { THROWN } from "./thrown.mjs";

const { HighLevel, isHighLevelError } = await install().import("ghl-users");
const { token, plainToken, password, clientSecret } = SECRETS;
const TOKENS = [token, plainToken];

const PERSON = {
  firstName: "Jo",
  lastName: "Do",
  email: "jo@example.com",
  type: "account",
  role: "user",
  locationIds: ["l1"],
};

/** Calls, and what of them is secret. */
const CALLS = [
  { secret: (token) => token, make: (ghl, options) => ghl.users.get("u1", options) },
  { secret: () => password, make: (ghl, options) => ghl.users.create({ ...PERSON, password }, options) },
  { secret: () => password, make: (ghl, options) => ghl.users.update("u1", { password }, options) },
  { secret: (token) => `Bearer ${token}`, make: (ghl, options) => ghl.users.search({}, options) },
  {
    secret: (token) => `authorization: Bearer ${token}\n${JSON.stringify({ password })}`,
    make: (ghl, options) => ghl.users.create({ ...PERSON, password }, options),
  },
];

/** All that was made, told and logged, to be searched at the end of each test. */
let failures = 0;
const codes = [];
after(() => assert.ok(failures >= 10_000, `only ${failures} failures were generated`));

function clientOf(fetch, options) {
  const told = [];
  const tell = (...words) => told.push(words);
  const logger = { debug: tell, info: tell, warn: tell, error: tell };
  const hooks = { onRequest: tell, onResponse: tell, onRetry: tell, onRateLimit: tell };
  const base = { token: plainToken, companyId: "c1", rateLimit: false, maxRetries: 0, ...hooks };
  const ghl = new HighLevel({ ...base, logger, logLevel: "debug", validate: "warn", fetch, ...options });
  return { ghl, told };
}

/** Makes every one of the calls with each kind of token, and gives the leaks. */
async function leaksOfCalls(answer, { optionsOf = () => ({}), tokenOf = (token) => token, calls = CALLS } = {}) {
  const leaks = [];
  const cases = TOKENS.flatMap((token) => calls.map((call) => ({ ...call, token })));
  await inParallel(cases.length, cases.length, async (n) => {
    const { secret, make, token } = cases[n];
    const words = secret(token);
    const { ghl, told } = clientOf(async (...request) => answer(words, ...request), { token: tokenOf(token, words) });
    const { error } = await outcomeOf(make(ghl, optionsOf(words)), 20_000);
    failures++;
    codes.push(error?.code);
    if (!isHighLevelError(error) || !CODES.has(error.code))
      leaks.push(`call ${n} gave ${String(error?.stack ?? error)}`);
    else leaks.push(...leaksOf(error).map((leak) => `call ${n}, ${error.code}: ${leak}`));
    for (const thing of [ghl, told]) leaks.push(...leaksOf(thing).map((leak) => `call ${n}, client: ${leak}`));
    ghl.close();
  });
  return leaks;
}

/** Fails with one leak of each kind: of each call in each place. */
function report(leaks) {
  const kinds = new Map(leaks.map((leak) => [leak.replace(/^\d+ in /, "").replace(/, \w+: .*/s, ""), leak]));
  assert.deepEqual([...kinds.values()].slice(0, 30), [], `${leaks.length} leaks of ${kinds.size} kinds`);
}

test("finds its own marks, however a secret is written", () => {
  for (const secret of Object.values(SECRETS)) {
    for (const write of Object.values(WRITINGS)) assert.equal(marksIn(write(secret)).length, 4, write(secret));
    assert.equal(leaksOf(new Error("x", { cause: { secret } })).length, 4);
  }
});

for (const [writing, write] of Object.entries(WRITINGS)) {
  test(`shows nothing of a request that a server quotes ${writing}`, async () => {
    const leaks = [];
    for (const [place, answer] of Object.entries(PLACES)) {
      for (const status of STATUSES.filter((_, n) => n % 3 === place.length % 3 || writing === "plainly")) {
        const found = await leaksOfCalls((words) => answer(write(words), status));
        leaks.push(...found.map((leak) => `${status} in ${place}, ${leak}`));
      }
    }
    report(leaks);
  });
}

/** A token function that gives the token once. */
function failingAfter(token, fail) {
  let asked = 0;
  return () => (asked++ === 0 ? token : fail());
}

/** Where something can be thrown from. */
const SOURCES = {
  "fetch rejects": (thrown) => ({ answer: (words) => Promise.reject(thrown(words)) }),
  "a stream breaks": (thrown) => ({
    answer: (words) => new Response(new ReadableStream({ pull: (controller) => controller.error(thrown(words)) })),
  }),
  "a body cannot be read": (thrown) => ({
    answer: (words) => ({ status: 200, ok: true, headers: new Headers(), text: () => Promise.reject(thrown(words)) }),
  }),
  "the token function fails when it is asked again": (thrown) => ({
    answer: () => Response.json({ message: "Invalid JWT" }, { status: 401 }),
    tokenOf: (token, words) => failingAfter(token, () => Promise.reject(thrown(words))),
  }),
  "the token function throws when it is asked again": (thrown) => ({
    answer: () => Response.json({ message: "Invalid JWT" }, { status: 401 }),
    tokenOf: (token, words) =>
      failingAfter(token, () => {
        throw thrown(words);
      }),
  }),
  "the call is aborted while it is under way": (thrown) => ({
    answer: (words, _, { signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    optionsOf: (words) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(thrown(words)), 1);
      return { signal: controller.signal };
    },
  }),
  "the call was aborted before": (thrown) => ({
    answer: () => Response.json({}),
    optionsOf: (words) => ({ signal: AbortSignal.abort(thrown(words)) }),
  }),
};

for (const [source, of] of Object.entries(SOURCES)) {
  test(`shows nothing of what is thrown when ${source}`, async (t) => {
    t.mock.method(Math, "random", () => 0);
    const leaks = [];
    for (const [thing, thrown] of Object.entries(THROWN)) {
      const { answer, ...rest } = of(thrown);
      const found = await leaksOfCalls(answer, rest);
      leaks.push(...found.map((leak) => `${thing}, ${leak}`));
    }
    report(leaks);
  });
}

/** What the engine was never given, in words that say what it is. */
const STRANGERS = {
  "an access token": `Authorization: Bearer ${token}`,
  "a client secret": `client_secret=${clientSecret}&grant_type=refresh_token`,
  "a client secret in JSON": JSON.stringify({ client_id: "c", client_secret: clientSecret }),
  "a refresh token": `refresh_token=${clientSecret}`,
  "a password": JSON.stringify({ password: clientSecret }),
};
for (const [stranger, words] of Object.entries(STRANGERS)) {
  test(`shows nothing of ${stranger} with which a token function failed`, async () => {
    const leaks = [];
    for (const [thing, thrown] of Object.entries(THROWN)) {
      const found = await leaksOfCalls(() => Response.json({}), { tokenOf: () => () => Promise.reject(thrown(words)) });
      leaks.push(...found.map((leak) => `${thing}, ${leak}`));
    }
    report(leaks);
  });
}

test("shows nothing when a call is sent again", async (t) => {
  t.mock.method(Math, "random", () => 0);
  const leaks = [];
  for (const [place, answer] of Object.entries(PLACES)) {
    for (const status of [429, 503]) {
      const again = (words) => {
        const response = answer(words, status);
        response.headers.set("retry-after-ms", "0");
        return response;
      };
      const found = await leaksOfCalls(again, {
        calls: CALLS.map((call) => ({ ...call, make: (ghl) => call.make(ghl, { maxRetries: 1 }) })),
      });
      leaks.push(...found.map((leak) => `${status} in ${place}, ${leak}`));
    }
  }
  report(leaks);
});

test("shows nothing of a token that is refused before it is used", async () => {
  for (const bad of [`${token}\n`, `${plainToken}\u2713`, [token], { token }]) {
    assert.throws(
      () => clientOf(() => {}, { token: bad }),
      (error) => error.code === "invalid_config" && leaksOf(error).length === 0,
    );
    const { ghl, told } = clientOf(() => {}, { token: () => bad });
    const { error } = await outcomeOf(ghl.users.get("u1"), 20_000);
    assert.equal(error.code, "invalid_config");
    assert.deepEqual([...leaksOf(error), ...leaksOf(told), ...leaksOf(ghl)], []);
  }
});

test("shows nothing of a password that is refused before it is sent", async () => {
  const { ghl, told } = clientOf(() => Response.json({}));
  for (const bad of [[password], { password }, new String(password), Symbol(password)]) {
    const { error } = await outcomeOf(ghl.users.update("u1", { password: bad }), 20_000);
    assert.equal(error.code, "invalid_input");
    assert.deepEqual([...leaksOf(error), ...leaksOf(told)], []);
  }
  const { error } = await outcomeOf(ghl.users.update("u1", { pasword: password }), 20_000);
  assert.deepEqual(leaksOf(error), []);
});

test("has generated failures of every kind", (t) => {
  t.diagnostic(`${failures} failures: ${tally(codes.map(String))}`);
});
