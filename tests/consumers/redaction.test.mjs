/** Redaction, by a list of cases and by what is made up: through the errors of the client, and through those of OAuth calls. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { install, ROOT } from "./install.mjs";
import { NOTATIONS, written } from "./notations.mjs";
import { answering, callsOf, errorOf } from "./oauth.mjs";
import { failureOf } from "./stub.mjs";

const { written: WRITTEN, credentials, named, repeated } = JSON.parse(
  readFileSync(join(ROOT, "tests/fixtures/redaction.json"), "utf8"),
);
const consumer = install();
const calls = callsOf(await consumer.import("ghl-users/server"));
const { HighLevel } = await consumer.import("ghl-users");

const refusing = (message) => async () => Response.json({ message }, { status: 400 });
const throwing = (message) => async () => Promise.reject(new Error(message));

const errorWith = (fetch, [code = "no-secret", clientSecret = "no-secret"]) =>
  errorOf("exchangeCode", calls.exchangeCode({ fetch, clientSecret }, { code }));

/** What is left of the words of somebody else's error, if these are the call's secrets. */
const leftOfThrown = async (message, secrets = []) => (await errorWith(throwing(message), secrets)).cause.message;

const PERSON = { companyId: "c", firstName: "A", lastName: "B", email: "a@b.example", type: "account", role: "user", locationIds: ["l"] };

/** The failure of a call that sends a password. */
const failureWith = (fetch, password = "no-secret", token = "no-secret") =>
  failureOf(new HighLevel({ token, fetch, maxRetries: 0, rateLimit: false }).users.create({ ...PERSON, password }));

/** Each half, with what is left of a server's sentence and of what a function of one's own has thrown, if these are the secrets. */
const HALVES = {
  "an OAuth call": {
    said: async (message, secrets = []) => (await errorWith(refusing(message), secrets)).messages[0],
    thrown: leftOfThrown,
  },
  "the client": {
    said: async (message, secrets = []) => (await failureWith(refusing(message), ...secrets)).messages[0],
    // A function that gets tokens may quote others than those that are known.
    thrown: async (message) => (await failureWith(fetch, "no-secret", throwing(message))).cause.message,
  },
};

function judge({ name, hidden, kept }, left) {
  for (const words of hidden) assert.ok(!left.includes(words), `${name}: shows ${JSON.stringify(words)} in ${left}`);
  for (const words of kept) assert.ok(left.includes(words), `${name}: lacks ${JSON.stringify(words)} in ${left}`);
}

for (const [half, { said, thrown }] of Object.entries(HALVES)) {
  test(`${half} finds a secret in every notation of the list, and nothing else`, async () => {
    for (const each of WRITTEN) judge(each, await said(each.text, each.secrets));
  });

  test(`${half} finds what looks like a credential, and nothing else`, async () => {
    for (const each of credentials) judge(each, await said(each.text));
  });

  test(`${half} finds what somebody else's error calls a secret, and nothing else`, async () => {
    for (const each of named) judge(each, await thrown(each.text));
  });

  test(`${half} takes out every occurrence of a secret, the longest first, and no word for a short one`, async () => {
    for (const [secret, text, left] of [
      ["hunter2", "hunter2, hunter2hunter2; ünhunter2ü", "[redacted], [redacted][redacted]; ün[redacted]ü"],
      ["hunter2", "HUNTER2 hunter", "[redacted] hunter"],
      ["pass", "password1 pass", "[redacted]word1 [redacted]"],
      ["the", "this is the end", "this is the end"],
    ]) {
      assert.equal(await said(text, [secret]), left);
    }
  });

  test(`${half} takes a secret out of any text, and nothing else`, async () => {
    const part = fc.tuple(fc.string({ unit: "grapheme", maxLength: 8 }), fc.boolean());
    const secret = fc.string({ unit: fc.constantFrom(..."ABCXYZ019-_.~!*'()+/=&%?#|\"\\<>^$@éß漢😀"), minLength: 8, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(secret, fc.array(part, { minLength: 1, maxLength: 6 }), async (secret, parts) => {
        // What escapes at the end of a secret is no part of it; and a blank is a "+".
        fc.pre(!secret.endsWith("\\"));
        const text = parts.map(([words, has]) => `<${words}>${has ? secret : ""}`).join("");
        const expected = parts.map(([words, has]) => `<${words}>${has ? "[redacted]" : ""}`).join("");
        fc.pre(expected.length <= 4000);
        assert.equal(await said(text, [secret]), expected);
      }),
      { numRuns: 300 },
    );
  });
}

test("finds a secret at every place of a text that is made of it", async () => {
  const fetch = async () => new Response(`%${"a".repeat(1_000_000)}`);
  const { code, message } = await errorWith(fetch, ["aaaa"]);
  assert.equal(code, "unexpected_response");
  assert.match(message, /\("%\[redacted\]"\)/);
});

test("finds any secret in any notation within others, wherever it is", async () => {
  // A generator of its own, so that what fails once fails again.
  let seed = 1;
  const random = (below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const pick = (list) => list[random(list.length)];
  const some = (most, list) => Array.from({ length: random(most + 1) }, () => pick(list)).join("");
  const alphabet = [..."abcdefuxntXYZ0123456789-_.~!*'()+/=&%?#[]{}|\"\\<>^$ ,;:@éß漢😀\n\t\b\f"];
  const around = [..."abc xyz.,!()[]{}_=:\n漢😀"];
  const names = Object.keys(NOTATIONS);
  // Where a semicolon is missing, what follows must not be written so that it seems to go on.
  const last = names.filter((name) => name.includes("without semicolons"));
  const inner = names.filter((name) => !last.includes(name));
  for (let round = 0; round < 3000; round += 1) {
    const secret = Array.from({ length: 8 + random(17) }, () => pick(alphabet)).join("");
    const ways = [...Array.from({ length: random(4) }, () => pick(inner)), pick(names)];
    const text = written(secret, ways);
    const left = await leftOfThrown(`${some(12, around)}(${text})${some(12, around)}`, [secret]);
    const about = JSON.stringify({ secret, ways, left });
    assert.ok(!left.includes(text) && left.includes("[redacted]"), about);
    for (const way of inner) assert.ok(!left.includes(NOTATIONS[way](secret)), about);
  }
});

/** How much of a processor's time something takes, in microseconds: what else the machine does is not in it. */
async function timeOf(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** How many times as long a text takes as its first quarter: as one of 4 KB, of 16 KB, of 64 KB; again where that was noisy. */
async function growthOf(unit, secrets) {
  const text = unit.repeat(Math.ceil(262_144 / unit.length));
  const timeFor = (length) => timeOf(() => leftOfThrown(text.slice(0, length), secrets));
  let growth = 0;
  // What is too slow shows in a short one, and is not waited for in a long one.
  for (let length = 4_096; growth < 9 && length <= 65_536; length *= 4) {
    let [least, most] = [Infinity, Infinity];
    for (let run = 0; run < 6 && !(most < 9 * least); run += 1) {
      least = Math.min(least, await timeFor(length));
      most = Math.min(most, await timeFor(4 * length));
    }
    growth = most / least;
  }
  return growth;
}

test("takes no more than three times as long for twice the text, and nine times for four times", async () => {
  const code = "key=%25&#x5c;\\u005c+a%41A-".repeat(40);
  const halves = Object.values(NOTATIONS).map((write) => write(code.slice(0, code.length / 2)));
  for (const unit of [...repeated, ...halves]) {
    const growth = await growthOf(unit, [code]);
    assert.ok(growth < 9, `${JSON.stringify(unit).slice(0, 40)}: ${growth.toFixed(2)}`);
  }
});

test("the same of a secret that begins again and again within itself", async () => {
  const clientSecret = `${"ab".repeat(200)}c`;
  for (const unit of ["ab", clientSecret.slice(0, -1), "aab", clientSecret]) {
    assert.ok((await growthOf(unit, ["no-secret", clientSecret])) < 9, unit.slice(0, 40));
  }
});
