/** `decryptSso`, judged by CryptoJS, which HighLevel's own examples use, and by Node's crypto. */

import assert from "node:assert/strict";
import { createCipheriv, createHash } from "node:crypto";
import { test } from "node:test";
import CryptoJS from "crypto-js";
import { install } from "./install.mjs";
import { runtimesOf } from "./trials.mjs";

const consumer = install("programs");
const RUNTIMES = await runtimesOf(consumer);

const SECRET = "3c2f9d0e-1111-2222-3333-444455556666";
/** Made with CryptoJS 4.2.0, with the salt 0011223344556677. */
const PAYLOAD =
  "U2FsdGVkX18AESIzRFVmd7f3+NTnTfR8h4ueD2i81SVgXdSPTUKNi/L0QxT+nUBe/ur6zskK+9GtU6sOMk/mNLTq+7tFCuhcl6MwIxKv00VN" +
  "H3rb0+lUtm2v8MOwwA24vcJ/8VfWyyzgCjCAbyZkLPrl1ZJJ+FTTZASQIdVKeI5h2Aq9mSjzvkkWbTH73vyWeTrvfgoLc3WXnSzhFo8R4g==";
const USER = {
  userId: "MKQJ",
  companyId: "GNb7",
  role: "admin",
  type: "agency",
  activeLocation: "yLKV",
  userName: "Jöhn Dœ",
  email: "j@x.y",
};

const decrypt = (payload, secret = SECRET) => ({ call: "decryptSso", payload, secret });
const byCryptoJs = (text, secret = SECRET) => CryptoJS.AES.encrypt(text, secret).toString();

/** The same format, made of Node's parts: for bytes that are no text, and for broken padding. */
function byNode(plain, { salt = Buffer.from("8899aabbccddeeff", "hex"), padded = true, magic = "Salted__" } = {}) {
  let material = Buffer.alloc(0);
  for (let hash = material; material.length < 48; material = Buffer.concat([material, hash])) {
    hash = createHash("md5")
      .update(Buffer.concat([hash, Buffer.from(SECRET), salt]))
      .digest();
  }
  const cipher = createCipheriv("aes-256-cbc", material.subarray(0, 32), material.subarray(32)).setAutoPadding(padded);
  return Buffer.concat([Buffer.from(magic), salt, cipher.update(plain), cipher.final()]).toString("base64");
}

/** The payload with one bit of its bytes the other way round, for each bit. */
function flipsOf(payload) {
  const bytes = Buffer.from(payload, "base64");
  return Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3] ^= 1 << (bit & 7);
    return flipped.toString("base64");
  });
}

const user = (changes) => JSON.stringify({ ...USER, ...changes });
const REFUSED = {
  "a wrong secret": decrypt(PAYLOAD, `${SECRET} `),
  "an empty secret": decrypt(PAYLOAD, ""),
  "a secret that is missing": decrypt(PAYLOAD, null),
  nothing: decrypt(""),
  null: decrypt(null),
  "an object": decrypt({ iv: "", cipherText: "", tag: "" }),
  "what is not base64": decrypt(`${PAYLOAD.slice(0, -3)}!==`),
  "base64 in lines": decrypt(PAYLOAD.replace(/.{64}/g, "$&\n")),
  "base64 without its padding": decrypt(PAYLOAD.replace(/=+$/, "")),
  "a header without salt": decrypt(btoa("Salted__")),
  "a salt without blocks": decrypt(btoa("Salted__01234567")),
  "another header": decrypt(byNode(user(), { magic: "salted__" })),
  "half a block": decrypt(Buffer.from(PAYLOAD, "base64").subarray(0, -8).toString("base64")),
  "a block less": decrypt(Buffer.from(PAYLOAD, "base64").subarray(0, -16).toString("base64")),
  "a padding of zero": decrypt(
    byNode(Buffer.concat([Buffer.from('{"a":"b"}234567'), Buffer.of(0)]), { padded: false }),
  ),
  "a padding of seventeen": decrypt(byNode(Buffer.alloc(32, 17), { padded: false })),
  "what is not UTF-8": decrypt(byNode(Buffer.from(user(), "latin1"))),
  "what is not JSON": decrypt(byCryptoJs("userId=MKQJ")),
  "a list": decrypt(byCryptoJs(`[${user()}]`)),
  "JSON's null": decrypt(byCryptoJs("null")),
  "a user without an id": decrypt(byCryptoJs(user({ userId: undefined }))),
  "a role that is no text": decrypt(byCryptoJs(user({ role: ["admin"] }))),
  "an active location that is no text": decrypt(byCryptoJs(user({ activeLocation: 5 }))),
  "a user of more than 64 KB": decrypt(byNode(user({ note: "x".repeat(49_200) }))),
};

for (const [runtime, run] of Object.entries(RUNTIMES)) {
  test(`${runtime}: reads the payload of the vector`, async () => {
    assert.deepEqual(await run([decrypt(PAYLOAD)]), [{ value: USER }]);
  });

  test(`${runtime}: reads what CryptoJS and Node encrypt, whatever the length and the secret`, async () => {
    const users = Array.from({ length: 40 }, (_, length) => ({
      ...USER,
      userName: "ö".repeat(length),
      later: [length],
    }));
    const secrets = [SECRET, "s", "Schlüssel 🔑", "x".repeat(200)];
    const trials = users.map((each, index) => {
      const secret = secrets[index % secrets.length];
      return decrypt(byCryptoJs(JSON.stringify(each), secret), secret);
    });
    assert.deepEqual(
      await run(trials),
      users.map((value) => ({ value })),
    );
    assert.deepEqual(
      await run(users.map((each) => decrypt(byNode(JSON.stringify(each))))),
      users.map((value) => ({ value })),
    );
  });

  test(`${runtime}: reads a user of nearly 64 KB`, async () => {
    const large = { ...USER, note: "x".repeat(48_700) };
    const payload = byNode(JSON.stringify(large));
    assert.ok(payload.length > 65_000 && payload.length <= 65_536, String(payload.length));
    assert.deepEqual(await run([decrypt(payload)]), [{ value: large }]);
  });

  test(`${runtime}: reads a user without an active location`, async () => {
    const [without, empty] = await run(
      [undefined, null].map((activeLocation) => decrypt(byCryptoJs(user({ activeLocation })))),
    );
    assert.equal(without.value.activeLocation, undefined);
    assert.equal(empty.value.activeLocation, null);
  });

  test(`${runtime}: fails in the same words whatever is wrong`, async () => {
    const outcomes = await run(Object.values(REFUSED));
    const [{ error }] = outcomes;
    assert.deepEqual(Object.keys(error).sort(), ["attempts", "code", "message", "name"]);
    assert.equal(error.code, "invalid_payload");
    for (const [index, name] of Object.keys(REFUSED).entries()) {
      assert.deepEqual(outcomes[index], { error, hasCause: false }, name);
    }
  });

  test(`${runtime}: refuses the vector with any bit changed`, async () => {
    const flips = flipsOf(PAYLOAD);
    assert.equal(flips.length, 160 * 8);
    const accepted = (await run(flips.map((payload) => decrypt(payload)))).filter(
      ({ error }) => error?.code !== "invalid_payload",
    );
    assert.deepEqual(accepted, []);
  });
}

test("decodes nothing of a payload that is too long", async (t) => {
  const { decryptSso } = await consumer.import("ghl-users/server");
  const decoded = t.mock.method(globalThis, "atob");
  await assert.rejects(decryptSso("A".repeat(100_000_000), SECRET), { code: "invalid_payload" });
  await assert.rejects(decryptSso(PAYLOAD.slice(0, 40), SECRET), { code: "invalid_payload" });
  assert.equal(decoded.mock.callCount(), 1);
});
