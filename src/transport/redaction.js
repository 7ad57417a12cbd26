/**
 * Secrets, taken out of texts. A text may write another as it is, as JSON, as a URL, as HTML, or as one of them within
 * another: so it is read as signs, escapes within escapes, and a secret likewise. That takes time in proportion to the text.
 */

/** Shorter secrets would take ordinary words with them. */
const SHORTEST = 4;

/** What a credential of HighLevel looks like: a private integration token; an API key or a token, which are JWTs. */
const CREDENTIAL = /pit-[0-9a-f-]{16,}|eyJ[\w.-]{17,}/g;

const INSTEAD = "[redacted]";

/** What a secret goes by. A key is one behind a small letter only with a capital: "monkey" is none. */
const NAMES = ["authorization", "bearer", "password", "secret", "token", "apikey"].map(inAnyCase);
const NAME = `(?:${NAMES.join("|")}|(?:(?<![a-z])k|K)[eE][yY])`;

/** What may stand between a name and its value, and the signs of it that leave no doubt. */
const SIGNS = ":=>";
const BETWEEN = "[ \\t\"'\\\\[\\]{}]";
const JOINT = `[${SIGNS} \\t"'\\\\[\\]{}]+`;

/** Names may follow each other: `Authorization: Bearer …`. */
const MORE = `(?:(?:${NAME}|${inAnyCase("basic")})${JOINT})*`;

/** Only white space surely ends a value, and within quotes only the closing one. */
const VALUE = `(?:(?<=")[^"]*"\\S*|(?<=')[^']*'\\S*|\\S+)`;

/**
 * What is called a secret, with its value. Behind a name and a blank there has to be a digit, since "the token expired" gives
 * nothing away.
 */
const NAMED = new RegExp(
  [
    `(?:${NAME}[sS]?${BETWEEN}*[${SIGNS}]|${inAnyCase("bearer")}${BETWEEN})(?:${JOINT})?${MORE}${VALUE}`,
    `${NAME}[sS]?${BETWEEN}+(?=[\\w.~+/-]*\\d)\\S+`,
  ].join("|"),
  "g",
);

/** How often escapes are looked for in what escapes have become. */
const DEEPEST = 8;

/** What counts as nothing. */
const NOTHING = "\xff";

/** How HTML names what it cannot have as it is. */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const ESCAPE = `(?<!\\\\)\\\\+u([\\da-f]{4})|&(?:#(?:x([\\da-f]+)|(\\d+))|(${Object.keys(ENTITIES).join("|")}));?`;
const HTML_OR_JSON = new RegExp(ESCAPE, "gi");
/** Of the bytes of a character, the last one. */
const OR_URL = new RegExp(`${ESCAPE}|%(?:(?:[cd].|e.%..|f.%..%..)%)?([\\da-f]{2})`, "gis");

/**
 * Takes these secrets out of a text, and all that looks like one of HighLevel's.
 * @param {string} text
 * @param {readonly (string | undefined)[]} secrets
 */
export function redacted(text, secrets) {
  return without(text, secrets).replace(CREDENTIAL, INSTEAD);
}

/**
 * Does the same with the words of somebody else's error, which may have secrets that nobody knows: what is called one goes, too.
 * @param {string} text
 * @param {readonly (string | undefined)[]} secrets
 */
export function redactedWarily(text, secrets) {
  return redacted(text, secrets).replace(NAMED, INSTEAD);
}

/**
 * Takes these secrets alone out of a text.
 * @param {string} text
 * @param {readonly (string | undefined)[]} secrets
 */
export function without(text, secrets) {
  const known = secrets.filter((secret = "") => secret.length >= SHORTEST);
  const plain = small(text);
  let places = known.flatMap((secret) => placesOf(small(secret), plain).map((start) => [start, start + secret.length]));
  // Not as a URL alone: a "%" before a secret, or at its end, may be no part of what follows it.
  for (const isUrl of known[0] && /[\\%&+]/.test(text) ? [false, true] : []) {
    const signs = read(text, isUrl);
    // What escapes at the end of a secret would go with what follows it, and does not count.
    // Not by `push`, which takes no more than a stack has room for.
    for (const secret of known) places = places.concat(placesIn(signs, read(secret, isUrl).codes));
  }
  return masked(text, places);
}

function placesIn({ codes, starts }, secret) {
  return placesOf(secret, codes).map((at) => [starts[at], starts[at + secret.length]]);
}

/** A text with small letters for capitals, those of ASCII: of others some would come to two. */
function small(text) {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Where a text begins in another. */
function placesOf(part, text) {
  const places = [];
  for (let at = part ? text.indexOf(part) : -1; at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** The text, with one mark in place of all that overlaps. */
function masked(text, places) {
  let clean = "";
  let rest = 0;
  for (const [start, end] of places.sort(([a], [b]) => a - b)) {
    if (start >= rest) clean += text.slice(rest, start) + INSTEAD;
    rest = Math.max(rest, end);
  }
  return clean + text.slice(rest);
}

/**
 * Reads a text. `isUrl` says whether `%41` is an escape, and not what it looks like.
 *
 * Gives the `codes` of its signs: ASCII as it is, in small letters, since a token of hexadecimal digits is as good in capitals;
 * of other characters the last six bits, which UTF-8 has in its last byte, and UTF-16 in its last unit. And where each `starts`:
 * the first unit of what is written for it, and the first one behind the last.
 */
function read(text, isUrl) {
  const characters = [...text];
  let end = 0;
  let signs = {
    codes: characters.map((character) => signOf(character.codePointAt(0))).join(""),
    starts: [0, ...characters.map((character) => (end += character.length))],
  };
  for (let deep = 0, before = ""; deep < DEEPEST && signs.codes !== before; deep += 1) {
    before = signs.codes;
    signs = replaced(signs, isUrl ? OR_URL : HTML_OR_JSON, meantBy);
  }
  // There may be any number of backslashes, those of JSON within JSON: they go with what they escape.
  const letterOf = (sign) => "btnfr "["\b\t\n\f\r+".indexOf(sign)] ?? sign;
  return replaced(signs, /[\\\xff]+([^\\\xff]?)|[\b\t\n\f\r+]/g, ([all, sign = all]) => sign && letterOf(sign));
}

function meantBy([, unit, hexadecimal, decimal, entity, byte]) {
  if (entity !== undefined) return ENTITIES[entity];
  const code = decimal === undefined ? parseInt(unit ?? hexadecimal ?? byte, 16) : Number(decimal);
  // The first half of a character.
  return unit !== undefined && code >> 10 === 0xd800 >> 10 ? NOTHING : signOf(code);
}

function signOf(code) {
  return String.fromCharCode(code < 128 ? code : 128 | (code & 63)).toLowerCase();
}

/** The signs with one in the place of each match. */
function replaced({ codes, starts }, pattern, meant) {
  const next = { codes: "", starts: [] };
  let rest = 0;
  for (const match of codes.matchAll(pattern)) {
    next.codes += codes.slice(rest, match.index) + meant(match);
    for (; rest <= match.index; rest += 1) next.starts.push(starts[rest]);
    rest = match.index + match[0].length;
  }
  return { codes: next.codes + codes.slice(rest), starts: next.starts.concat(starts.slice(rest)) };
}

function inAnyCase(word) {
  return word.replace(/./g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
