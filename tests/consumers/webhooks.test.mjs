/** `verifyWebhook` in each runtime: what it accepts, and what it refuses. */

import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { runtimesOf } from "./trials.mjs";
import {
  CURRENT,
  ed25519,
  GOOD,
  KEYS,
  LEGACY,
  NOW,
  pemOf,
  rsa,
  signed,
  signedByRsa,
  spkiOf,
  stranger,
  TEXT,
  USER,
} from "./webhook.mjs";

const RUNTIMES = await runtimesOf(install("programs"));

const MINUTES = 60_000;
const DAYS = 86_400_000;

/** A trial of what HighLevel would send; `rest` changes what arrives, and how it is judged. */
function delivery(event, { options, ...rest } = {}) {
  const body = typeof event === "string" || Buffer.isBuffer(event) ? event : JSON.stringify(event);
  return {
    call: "verifyWebhook",
    body: Buffer.from(body).toString("base64"),
    headers: { [CURRENT]: signed(body) },
    now: NOW,
    options: { publicKeys: KEYS, ...options },
    ...rest,
  };
}
const signature = (value) => delivery(USER, { headers: { [CURRENT]: value } });
const legacy = (headers, options = { allowLegacySignature: true }) => delivery(USER, { headers, options });
/** A delivery that is judged so much later than HighLevel has first sent it, where ids are remembered. */
const later = (ms, { webhookId = "w1", ...rest } = {}) =>
  delivery({ ...USER, webhookId, timestamp: NOW - ms }, { known: [], ...rest });
const at = (timestamp, rest) => delivery({ ...USER, timestamp }, rest);

/** Everything with one bit the other way round, one after the other. */
function flipsOf(bytes) {
  return Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3] ^= 1 << (bit & 7);
    return flipped;
  });
}

/** The points of Ed25519 that have at most eight multiples: heights 0, 1, -1, and four of order 8, on either side. */
const SMALL = [
  "00".repeat(32),
  `${"00".repeat(31)}80`,
  `01${"00".repeat(31)}`,
  `01${"00".repeat(30)}80`,
  `ec${"ff".repeat(30)}7f`,
  `ec${"ff".repeat(31)}`,
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
];
/** Heights that could be written in a smaller way: 0, 1 and others with the prime added. */
const NOT_REDUCED = ["ed", "ee", "ef", "ff"].flatMap((first) => ["7f", "ff"].map((last) => first + "ff".repeat(30) + last));
const pem = (hex) =>
  `-----BEGIN PUBLIC KEY-----\n${Buffer.from(`302a300506032b6570032100${hex}`, "hex").toString("base64")}\n-----END PUBLIC KEY-----`;
/** An RSA key with another exponent than its owner's. */
function exponentOf(number) {
  const e = Buffer.from(number.toString(16).padStart(6, "0"), "hex");
  const jwk = { ...rsa.publicKey.export({ format: "jwk" }), e: e.subarray(e.findIndex(Boolean)).toString("base64url") };
  return { publicKey: createPublicKey({ key: jwk, format: "jwk" }) };
}

/** A signature that is well-formed, and of something else. */
const OTHER = signed(`${TEXT} `);

/** What may stand in place of the last character, for all that base64 makes of it. */
const SAME_BITS = { A: "B", Q: "R", g: "h", w: "x" };

const ACCEPTED = {
  "a request": delivery(USER),
  "a body as text": delivery(USER, { form: "text" }),
  "a body as bytes": delivery(USER, { form: "bytes" }),
  "a body as a buffer, with headers as an object of the platform": delivery(USER, { form: "buffer" }),
  "a body that no parser would write alike": delivery(`{ "type":"UserCreate",\n"id":"\\u00fc", "n":1e2 }`),
  "names of headers in any case": delivery(USER, { form: "bytes", headers: { "X-GHL-Signature": [GOOD] } }),
  "the second of two keys": delivery(USER, { options: { publicKeys: [pemOf(stranger), pemOf(ed25519)] } }),
  "the older signature where it may be": legacy({ [LEGACY]: signedByRsa(TEXT) }),
  "the newer signature where the older one may be": legacy({ [CURRENT]: GOOD, [LEGACY]: "N/A" }),
  "the newer signature beside a wrong older one": delivery(USER, { headers: { [CURRENT]: GOOD, [LEGACY]: "wrong" } }),
  "a moment in ISO 8601": at("2026-11-22T10:00:00Z"),
  "a moment in another zone": at("2026-11-22T11:30:00.000+01:30"),
  "a moment in milliseconds": at(NOW),
  "the oldest moment": at(NOW - 5 * MINUTES),
  "the latest moment": at(NOW + 5 * MINUTES),
  "an old moment with a wider tolerance": at(NOW - 9 * MINUTES, { options: { toleranceMs: 10 * MINUTES } }),
  "a delivery that is repeated ten minutes later": later(10 * MINUTES),
  "a delivery that is repeated two days later": later(2 * DAYS),
  "a delivery that is repeated three days later": later(3 * DAYS),
  "a delivery of a clock that is ahead, where ids are remembered": later(-5 * MINUTES),
  "a delivery that is older than three days, where that is wanted": later(4 * DAYS, {
    options: { toleranceMs: 5 * DAYS },
  }),
  "a signature twice": delivery(USER, { form: "bytes", headers: { [CURRENT]: [GOOD, GOOD] } }),
  "a signature twice in one": signature(`${GOOD}, ${GOOD}`),
  "a signature three times, without blanks": signature(`${GOOD},${GOOD},${GOOD}`),
  "a header twice, in other letters": delivery(USER, {
    form: "bytes",
    headers: { [CURRENT]: GOOD, "X-Ghl-Signature": GOOD },
  }),
  "an older signature twice": legacy({ [LEGACY]: `${signedByRsa(TEXT)}, ${signedByRsa(TEXT)}` }),
  "an id that is new": delivery({ ...USER, webhookId: "w2" }, { known: ["w1"] }),
  "fields of replay that say nothing": delivery({ ...USER, timestamp: null, webhookId: null }),
};

const REFUSED = {
  "no signature": [delivery(USER, { headers: {} }), /"x-ghl-signature" is missing/],
  "an empty signature": [signature(""), /is missing/],
  "N/A": [signature("N/A"), /is "N\/A"/],
  "what is not base64": [signature("*".repeat(88)), /is not base64/],
  "base64 for URLs": [signature(`${"-_".repeat(43)}==`), /is not base64/],
  "base64 without padding": [signature(GOOD.replace(/=+$/, "")), /is not base64/],
  "base64 with blanks": [delivery(USER, { form: "bytes", headers: { [CURRENT]: `${GOOD} ` } }), /is not base64/],
  "the same bytes in other base64": [
    signature(GOOD.replace(/.==$/, ([end]) => `${SAME_BITS[end]}==`)),
    /is not base64/,
  ],
  "a shorter signature": [signature(Buffer.from(GOOD, "base64").subarray(1).toString("base64")), /has 63 bytes/],
  "a longer signature": [signature(Buffer.alloc(65).toString("base64")), /has 65 bytes/],
  zeros: [signature(Buffer.alloc(64).toString("base64")), /not the body's signature/],
  "the key of somebody else": [signature(signed(TEXT, stranger)), /not the body's signature/],
  "HighLevel's keys, which did not sign": [
    delivery(USER, { options: { publicKeys: undefined } }),
    /not the body's signature/,
  ],
  "the signature of another body": [signature(signed(`${TEXT} `)), /not the body's signature/],
  "two signatures": [delivery(USER, { form: "bytes", headers: { [CURRENT]: [GOOD, OTHER] } }), /several values/],
  "two signatures in one": [signature(`${GOOD}, ${OTHER}`), /several values/],
  "a header twice": [
    delivery(USER, { form: "bytes", headers: { [CURRENT]: OTHER, "X-Ghl-Signature": GOOD } }),
    /several values/,
  ],
  "a wrong signature twice": [signature(`${OTHER}, ${OTHER}`), /not the body's signature/],
  "nothing but a comma": [signature(","), /is missing/],
  "the older signature, unasked": [legacy({ [LEGACY]: signedByRsa(TEXT) }, {}), /"x-ghl-signature" is missing/],
  "the older signature beside a wrong newer one": [
    legacy({ [CURRENT]: signed("{}"), [LEGACY]: signedByRsa(TEXT) }),
    /"x-ghl-signature" is not/,
  ],
  "the older signature beside N/A": [
    legacy({ [CURRENT]: "N/A", [LEGACY]: signedByRsa(TEXT) }),
    /"x-ghl-signature" is "N\/A"/,
  ],
  "an older signature with the newer key": [legacy({ [LEGACY]: GOOD }), /"x-wh-signature" is not the body's/],
  "a newer signature with the older key": [signature(signedByRsa(TEXT)), /has 256 bytes/],
  "an older N/A": [legacy({ [LEGACY]: "N/A" }), /"x-wh-signature" is "N\/A"/],
  "no signature at all where both may be": [legacy({}), /"x-wh-signature" is missing/],
  "an older signature without a key for it": [
    legacy({ [LEGACY]: signedByRsa(TEXT) }, { allowLegacySignature: true, publicKeys: [pemOf(ed25519)] }),
    /any of the/,
  ],
  "a moment too old": [at(NOW - 5 * MINUTES - 1), /"timestamp" is not within 300000 ms/],
  "a moment older than HighLevel repeats": [later(3 * DAYS + 1), /"timestamp" is not within 259200000 ms/],
  "a moment too far ahead, where ids are remembered": [later(-5 * MINUTES - 1), /"timestamp" is not within 300000 ms/],
  "an old moment without an id to remember": [
    later(10 * MINUTES, { webhookId: null }),
    /"timestamp" is not within 300000 ms/,
  ],
  "an old moment that was seen": [later(2 * DAYS, { known: ["w1"] }), /"webhookId" is known already/],
  "an old moment where a narrower tolerance is wanted": [
    later(10 * MINUTES, { options: { toleranceMs: 5 * MINUTES } }),
    /"timestamp" is not within 300000 ms/,
  ],
  "a moment too far ahead": [at(NOW + 5 * MINUTES + 1), /"timestamp" is not within/],
  seconds: [at(NOW / 1000), /"timestamp" is not within/],
  "a moment without a zone": [at("2026-11-22T10:00:00"), /"timestamp" is a string: expected ISO 8601/],
  "a moment in words": [at("now"), /expected ISO 8601/],
  "a moment that never was": [at("2026-13-45T10:00:00Z"), /expected ISO 8601/],
  "a moment of another kind": [at([NOW]), /"timestamp" is an array/],
  "an id that is known": [delivery({ ...USER, webhookId: "w1" }, { known: ["w1"] }), /"webhookId" is known already/],
  "an empty id": [delivery({ ...USER, webhookId: "" }), /"webhookId" is empty/],
  "an id of another kind": [delivery({ ...USER, webhookId: 5 }), /"webhookId" is a number/],
};

for (const [runtime, run] of Object.entries(RUNTIMES)) {
  test(`${runtime}: accepts what is signed`, async () => {
    const outcomes = await run(Object.values(ACCEPTED));
    for (const [index, name] of Object.keys(ACCEPTED).entries()) {
      assert.equal(outcomes[index].value?.type, "UserCreate", `${name}: ${inspect(outcomes[index])}`);
    }
  });

  test(`${runtime}: refuses everything else, with the reason`, async () => {
    const outcomes = await run(Object.values(REFUSED).map(([input]) => input));
    for (const [index, [name, [, reason]]] of Object.entries(REFUSED).entries()) {
      assert.equal(outcomes[index].error?.code, "invalid_signature", `${name}: ${inspect(outcomes[index])}`);
      assert.match(outcomes[index].error.message, reason, name);
    }
  });

  test(`${runtime}: refuses any bit changed in the body or the signature`, async () => {
    const trials = [
      ...flipsOf(Buffer.from(TEXT)).map((body) => delivery(body, { headers: { [CURRENT]: GOOD } })),
      ...flipsOf(Buffer.from(GOOD, "base64")).map((bytes) => signature(bytes.toString("base64"))),
      // Also those that change only what base64 does not use.
      ...flipsOf(Buffer.from(GOOD)).map((text) =>
        delivery(USER, { form: "bytes", headers: { [CURRENT]: text.toString("latin1") } }),
      ),
    ];
    assert.ok(trials.length > 2_000);
    assert.deepEqual(
      (await run(trials)).filter(({ error }) => error?.code !== "invalid_signature"),
      [],
    );
  });

  test(`${runtime}: refuses any bit changed in the older signature`, async () => {
    const trials = flipsOf(Buffer.from(signedByRsa(TEXT), "base64")).map((bytes) =>
      legacy({ [LEGACY]: bytes.toString("base64") }),
    );
    assert.deepEqual(
      (await run(trials)).filter(({ error }) => error?.code !== "invalid_signature"),
      [],
    );
  });

  test(`${runtime}: refuses a body that is signed and no event`, async () => {
    const bodies = ["", "null", "5", '"text"', "[]", "{", "{}", '{"type":5}', Buffer.from([0x7b, 0xff, 0x7d])];
    for (const [index, { error }] of (await run(bodies.map((body) => delivery(body)))).entries()) {
      assert.equal(error?.code, "invalid_payload", inspect(bodies[index]));
    }
  });

  test(`${runtime}: takes a key in any form`, async () => {
    const spki = spkiOf(ed25519);
    const raw = spki.subarray(-32);
    const forms = [
      spki.toString("base64"),
      raw.toString("base64"),
      raw.toString("hex"),
      raw.toString("hex").toUpperCase(),
      `\n${KEYS[0]}\n`,
      // As settings files and environment variables have it.
      KEYS[0].replaceAll("\n", "\\n"),
      KEYS[0].replaceAll("\n", "\\r\\n"),
      KEYS[0].replaceAll("\n", "\r\n"),
      KEYS[0].replaceAll("\n", " "),
      KEYS[0].replaceAll("\n", ""),
      `  "${KEYS[0].replaceAll("\n", "\\n")}"  `,
      `'${KEYS[0]}'`,
      `"${raw.toString("hex")}"\n`,
      `${spki.toString("base64")}\\n`,
    ];
    const older = {
      headers: { [LEGACY]: signedByRsa(TEXT) },
      options: { allowLegacySignature: true, publicKeys: [spkiOf(rsa).toString("base64")] },
    };
    const escaped = { ...older, options: { ...older.options, publicKeys: [`"${KEYS[1].replaceAll("\n", "\\n")}"`] } };
    const trials = [
      ...forms.map((key) => delivery(USER, { options: { publicKeys: [key] } })),
      delivery(USER, older),
      delivery(USER, escaped),
    ];
    assert.deepEqual(
      (await run(trials)).map(({ value }) => value?.id),
      trials.map(() => "u1"),
    );
  });

  test(`${runtime}: refuses a key that anybody could sign for, whatever is delivered`, async () => {
    const weak = [...SMALL, ...NOT_REDUCED].flatMap((hex) => [hex, Buffer.from(hex, "hex").toString("base64"), pem(hex)]);
    const short = generateKeyPairSync("rsa", { modulusLength: 1_024 });
    const trials = [...weak, pemOf(short), pemOf(exponentOf(1)), pemOf(exponentOf(65_536))].map((key) =>
      delivery(USER, { headers: {}, options: { publicKeys: [KEYS[0], key] } }),
    );
    for (const [index, outcome] of (await run(trials)).entries()) {
      const { error } = outcome;
      assert.equal(error?.code, "invalid_config", `${trials[index].options.publicKeys[1]}: ${inspect(outcome)}`);
      // Some runtimes do not even read some of them.
      assert.match(error.message, /"publicKeys\[1\]" is (so weak that anybody could sign|one that this runtime cannot read)/);
    }
  });
}
