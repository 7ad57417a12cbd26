import { redacted } from "./redaction.js";
import { parse, stringify } from "./value.js";

/** The longest body that a failure keeps, in bytes. */
const LONGEST_BODY = 4096;

/** How much of a body is looked at, in UTF-16 units. */
const LOOKED_AT = 65_536;

/** The most that a unit of a secret is written with, as `\u00e9` or `&quot;`, once within another notation. */
const LONGEST_NOTATION = 12;

/** Makes what a failure shows of the text of a body; `undefined` if it is none. */
export function bodyOf(text, secrets) {
  if (typeof text !== "string") return undefined;
  // JSON is looked at as JSON is written here, in which a secret has one form only.
  const json = text.length > LOOKED_AT ? undefined : stringify(parse(text));
  const clean = cleaned(json ?? text, secrets);
  const shown = startOf(clean);
  const parsed = json !== undefined && shown === clean ? parse(clean) : undefined;
  return parsed === undefined ? shown : parsed;
}

/** Returns the beginning of a body that is no JSON, without secrets. */
export function beginningOf(text, secrets) {
  return startOf(cleaned(text, secrets));
}

/** Returns the beginning of a text, without secrets. */
function cleaned(text, secrets) {
  const clean = redacted(text.slice(0, LOOKED_AT), secrets);
  if (text.length <= LOOKED_AT) return clean;
  // A secret may begin where the text was cut.
  const longest = Math.max(0, ...secrets.map(({ length }) => length));
  return clean.slice(0, Math.max(0, clean.length - LONGEST_NOTATION * longest));
}

/** Returns as much of a text as a failure keeps, to the end of a character. */
function startOf(text) {
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(LONGEST_BODY)).read);
}
