/** Redaction, by the list of cases that both halves have, and by what is made up: through the errors of OAuth calls. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install, ROOT } from "./install.mjs";
import { NOTATIONS, written } from "./notations.mjs";
import { answering, callsOf, errorOf } from "./oauth.mjs";

const { written: WRITTEN, credentials, named, repeated } = JSON.parse(
  readFileSync(join(ROOT, "tests/fixtures/redaction.json"), "utf8"),
);
const calls = callsOf(await install().import("ghl-users/server"));

/** What is left of a server's sentence, if these are the call's secrets. */
async function leftOf(message, secrets = []) {
  const { fetch } = answering(Response.json({ message }, { status: 400 }));
  return (await errorWith(fetch, secrets)).messages[0];
}

const errorWith = (fetch, [code = "no-secret", clientSecret = "no-secret"]) =>
  errorOf("exchangeCode", calls.exchangeCode({ fetch, clientSecret }, { code }));

/** What is left of the words of somebody else's error. */
async function leftOfThrown(message, secrets = []) {
  return (await errorWith(() => Promise.reject(new Error(message)), secrets)).cause.message;
}

function judge({ name, hidden, kept }, left) {
  for (const words of hidden) assert.ok(!left.includes(words), `${name}: shows ${JSON.stringify(words)} in ${left}`);
  for (const words of kept) assert.ok(left.includes(words), `${name}: lacks ${JSON.stringify(words)} in ${left}`);
}

test("finds a secret in every notation of the list, and nothing else", async () => {
  for (const each of WRITTEN) judge(each, await leftOf(each.text, each.secrets));
});

test("finds what looks like a credential, and nothing else", async () => {
  for (const each of credentials) judge(each, await leftOf(each.text));
});

test("finds what somebody else's error calls a secret, and nothing else", async () => {
  for (const each of named) judge(each, await leftOfThrown(each.text));
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
