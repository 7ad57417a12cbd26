import { redacted, redactedWarily } from "./redaction.js";
import { attempt, tagOf } from "./tag.js";
import { memberOf } from "./value.js";

/** What a console shows in full: errors, plain objects, arrays and functions. Of others, such as `Headers`, nobody knows. */
const OPEN = /^(Object|Array|\w*(Function|Error|DOMException))$/;

/** How many values of one are looked at. */
const MOST_VALUES = 500;

/** How many causes beneath each other are copied. */
const DEEPEST = 6;

/**
 * Returns what was thrown beneath a failure as it is if it shows nothing secret; otherwise an error with its name, its words and
 * its code, redacted, and its own cause likewise. `isWary` says whether it may quote secrets that nobody knows: then what is
 * called one goes, too.
 */
export function causeOf(cause, secrets, isWary, depth = DEEPEST) {
  const clean = (text, isQuoted = isWary) => (isQuoted ? redactedWarily : redacted)(text, secrets);
  const texts = visible(cause);
  if (texts !== undefined && clean(texts) === texts) return cause;
  const [name, code, message, beneath] = ["name", "code", "message", "cause"].map((member) => memberOf(cause, member));
  // An error of this package quotes nothing that it was not made to show. Of others nobody knows what they quote.
  const isQuoted = isWary && name !== "HighLevelError";
  const words = [cause, message].find(isText) ?? "";
  const copy = new Error(clean(words, isQuoted));
  for (const [member, text] of Object.entries({ code, name })) {
    if (isText(text)) copy[member] = clean(text, isQuoted);
  }
  if (beneath !== undefined && depth > 0) copy.cause = causeOf(beneath, secrets, isWary, depth - 1);
  return copy;
}

/** Returns all the texts that can be seen of a value, line by line; `undefined` if there may be others. */
export function visible(value) {
  const seen = new Set();
  const texts = [];
  const isOpen = (value) => {
    if (isText(value) || typeof value === "symbol") texts.push(String(value));
    if (Object(value) !== value || seen.has(value)) return true;
    // What a text of its own would say, only calling it tells.
    if (!OPEN.test(tagOf(value)) || value.toJSON !== undefined || Object.hasOwn(value, "toString")) return false;
    // A DOMException has its words from its prototype.
    const keys = [...Reflect.ownKeys(value), "name", "message", "stack"];
    return seen.add(value).size <= MOST_VALUES && keys.every((key) => isOpen(key) && isOpen(value[key]));
  };
  return attempt(() => isOpen(value)) ? texts.join("\n") : undefined;
}

function isText(value) {
  return typeof value === "string";
}
