/** The parts of signatures, judged by the vectors of RFC 9421 and by a library of RFC 8941 (structured fields). */

import assert from "node:assert/strict";
import { constants, createHmac, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { parseDictionary, serializeInnerList, serializeItem } from "structured-headers";
import { ROOT } from "./install.mjs";
import { source } from "./source.mjs";

const RFC = JSON.parse(readFileSync(join(ROOT, "tests/fixtures/rfc9421.json"), "utf8"));
const { baseOf } = await source("signing/base.ts");
const { digestOf, isDigestOf } = await source("signing/digest.ts");
const { dictionaryOf } = await source("signing/dictionary.ts");

const MESSAGE = { ...RFC.request, headers: new Headers(RFC.request.headers) };
const BODY = Buffer.from(RFC.request.body);

/** Whether a signature is of these bytes, by Node's crypto. */
function isOf({ secret, publicKey }, bytes, signature) {
  if (secret) return createHmac("sha256", Buffer.from(secret, "base64")).update(bytes).digest().equals(signature);
  const key = createPublicKey(publicKey);
  if (key.asymmetricKeyType === "ed25519") return verify(null, bytes, key, signature);
  const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 };
  return verify("sha512", bytes, options, signature);
}

for (const { name, input, signature, base, ...keys } of RFC.signatures) {
  test(`makes the text that is signed in ${name}`, () => {
    const [[label, { items, text }]] = dictionaryOf(input);
    const bytes = Buffer.from(baseOf(MESSAGE, items, text));
    assert.equal(bytes.toString(), base.join("\n"));
    const given = Buffer.from(dictionaryOf(signature).get(label).value.slice(1, -1), "base64");
    assert.equal(isOf(keys, bytes, given), true);
    assert.equal(isOf(keys, bytes.subarray(1), given), false);
  });
}

test("makes the digest of RFC 9530, and knows its longer one", async () => {
  assert.equal(await digestOf(BODY), RFC.sha256);
  for (const [field, isRight] of [
    [RFC.sha256, true],
    [RFC.request.headers["content-digest"], true],
    [`${RFC.sha256}, ${RFC.request.headers["content-digest"]}`, true],
    [`md5=:AAAA:, ${RFC.sha256};of=body`, true],
    ["md5=:AAAA:", false],
    ["", false],
    [RFC.sha256.slice(0, -1), false],
    [RFC.sha256.replace("X", "Y"), false],
    [`${RFC.sha256}, sha-512=:AAAA:`, false],
    ["sha-256", false],
    [`sha-256=(${RFC.sha256.slice(8)})`, false],
  ]) {
    assert.equal(await isDigestOf(field, BODY), isRight, field);
  }
  assert.equal(await isDigestOf(RFC.sha256, BODY.subarray(1)), false);
});

test("derives what a signature may be of, and nothing else", () => {
  const line = (component, message = MESSAGE) => {
    const bytes = baseOf(message, [component], "()");
    return bytes && Buffer.from(bytes).toString().split("\n")[0];
  };
  const { url } = RFC.request;
  assert.equal(line('"@target-uri"'), `"@target-uri": ${url}`);
  assert.equal(line('"@scheme"'), '"@scheme": https');
  assert.equal(line('"@request-target"'), '"@request-target": /foo?param=Value&Pet=dog');
  for (const [at, authority, path, query] of [
    ["https://EXAMPLE.com:443", "example.com", "/", "?"],
    ["http://example.com:8080/?", "example.com:8080", "/", "?"],
    ["https://example.com/a%2Fb?c=%20+", "example.com", "/a%2Fb", "?c=%20+"],
  ]) {
    const message = { ...MESSAGE, url: at };
    assert.equal(line('"@authority"', message), `"@authority": ${authority}`);
    assert.equal(line('"@path"', message), `"@path": ${path}`);
    assert.equal(line('"@query"', message), `"@query": ${query}`);
  }
  const none = ["date", '"x-absent"', '"@status"', '"@query-param"', '"@query-param";name="Pet"', '"date";sf', '"date";bs'];
  const strange = ['"Date"', '""', '"@"', '"a b"', '"é"', "7", ":AAAA:", '"@signature-params"', '"@constructor"', '"__proto__"'];
  for (const component of [...none, ...strange]) assert.equal(line(component), undefined, component);
});

/** What the library makes of a field: per name the text, or nothing where it is malformed. */
function judged(field) {
  let dictionary;
  try {
    dictionary = parseDictionary(field);
  } catch {
    return undefined;
  }
  return [...dictionary].map(([name, member]) => [
    name,
    Array.isArray(member[0]) ? serializeInnerList(member) : serializeItem(member),
  ]);
}

const own = (field) => {
  const dictionary = dictionaryOf(field);
  return dictionary && [...dictionary].map(([name, { text }]) => [name, text]);
};

const blanks = fc.stringMatching(/^ {0,3}$/);
const key = fc.stringMatching(/^[a-z*][a-z0-9_.*-]{0,6}$/);
/** Values as they may be written, with zeros that mean nothing. */
const value = fc.oneof(
  fc.stringMatching(/^"(?:[ !#-[\]-~]|\\["\\]){0,8}"$/),
  fc.uint8Array({ maxLength: 9 }).map((bytes) => `:${Buffer.from(bytes).toString("base64")}:`),
  fc.stringMatching(/^-?\d{1,15}$/),
  fc.stringMatching(/^-?\d{1,12}\.\d{1,3}$/),
  fc.constantFrom("?0", "?1"),
  fc.stringMatching(/^[A-Za-z*][\w!#$%&'*+.^`|~:/-]{0,6}$/),
);
const params = fc
  .array(fc.tuple(blanks, key, fc.option(value)), { maxLength: 3 })
  .map((all) => all.map(([space, name, given]) => `;${space}${name}${given === null ? "" : `=${given}`}`).join(""));
const item = fc.tuple(value, params).map((parts) => parts.join(""));
const list = fc
  .tuple(blanks, fc.array(item, { maxLength: 3 }), blanks, blanks)
  .map(([before, items, between, behind]) => `(${before}${items.join(` ${between}`)}${behind})`);
const member = fc
  .tuple(key, fc.option(fc.oneof(list, value)), params)
  .map(([name, given, more]) => `${name}${given === null ? "" : `=${given}`}${more}`);
const comma = fc.stringMatching(/^[ \t]{0,2},[ \t]{0,2}$/);
const field = fc
  .tuple(fc.array(fc.tuple(member, comma), { maxLength: 3 }), member, blanks)
  .map(([all, last, space]) => `${space}${all.flat().join("")}${last}${space}`);

/** The library has no decimals that are whole. */
const isClear = (text) => !/\.0+(?!\d)/.test(text);

test("reads and writes what is right as the library does", () => {
  fc.assert(
    fc.property(field.filter(isClear), (text) => {
      const expected = judged(text);
      assert.ok(expected);
      assert.deepEqual(own(text), expected);
      for (const [name, written] of expected) assert.deepEqual(own(`${name}=${written}`.replace(/=\?1(?=;|$)/, "")), [[name, written]]);
    }),
    { numRuns: 500 },
  );
});

test("takes nothing for a dictionary that the library does not, nor otherwise", () => {
  const spoiled = fc
    .tuple(field, fc.nat(), fc.constantFrom("", '"', "\\", ";", ",", "=", "(", ")", ":", " ", "\t", "?", "7", "A", "é", "\0", "@", "%"), fc.nat(1))
    .map(([text, at, sign, cut]) => text.slice(0, at % (text.length + 1)) + sign + text.slice((at % (text.length + 1)) + cut));
  // What came later, in RFC 9651; and base64 without its end, which every sender must write.
  const isOld = (text) => isClear(text) && !/[@%]/.test(text) && !/:[A-Za-z0-9+/=]*:/.test(text);
  fc.assert(
    fc.property(spoiled.filter(isOld), (text) => assert.deepEqual(own(text), judged(text))),
    { numRuns: 2_000 },
  );
});

test("takes no time to speak of for what is long and wrong", () => {
  const long = 200_000;
  const hostile = ["a=(", 'a="', "a;", "a=1 ", "a=(1 ", 'a="\\"', "a=1234567890", "a;b=c"].flatMap((part) => [
    part.repeat(long / part.length),
    `a=(${part.repeat(long / part.length)}`,
    `${part}${" ".repeat(long)}!`,
    `a=(${'"b" '.repeat(long / 4)}${" ".repeat(long)}!`,
    `${"a=1,".repeat(long / 4)}!`,
  ]);
  // In proportion to the text it is some milliseconds for each; to its square, minutes.
  const begun = performance.now();
  for (const text of hostile) dictionaryOf(text);
  assert.ok(performance.now() - begun < 20_000, `${performance.now() - begun} ms`);
});

test("writes whole decimals as decimals, and whole numbers without zeros", () => {
  for (const [given, written] of [["1.0", "1.0"], ["-007.500", "-7.5"], ["007", "7"], ["-0", "0"], ["1.000", "1.0"]]) {
    assert.equal(dictionaryOf(`a=(${given});b=${given}`).get("a").text, `(${written});b=${written}`);
  }
});
