import type { Redact } from "../common/redaction.js";
import { read } from "../common/tag.js";

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
 * What is called a secret, with its value, in the words of somebody else's error. Behind a name and a blank there has
 * to be a digit, since "the token expired" gives nothing away.
 */
const NAMED = new RegExp(
  [
    `(?:${NAME}[sS]?${BETWEEN}*[${SIGNS}]|${inAnyCase("bearer")}${BETWEEN})(?:${JOINT})?${MORE}${VALUE}`,
    `${NAME}[sS]?${BETWEEN}+(?=[\\w.~+/-]*\\d)\\S+`,
  ].join("|"),
  "g",
);

/** A copy of what was thrown beneath, in words: a `fetch` of one's own may throw an error that holds the whole request. */
export function cleanCopyOf(thrown: unknown, redact: Redact, depth = 3): Error {
  const [name, message, code, cause] = ["name", "message", "code", "cause"].map((member): unknown => read(() => Object(thrown)[member]));
  const words = typeof message === "string" ? message : typeof thrown === "string" ? thrown : "";
  const clean = (text: string): string => redact(text).replace(NAMED, "[redacted]");
  const beneath = cause && depth > 0 ? { cause: cleanCopyOf(cause, redact, depth - 1) } : undefined;
  const copy = new Error(clean(words), beneath);
  if (typeof name === "string") Object.defineProperty(copy, "name", { value: clean(name) });
  return typeof code === "string" ? Object.assign(copy, { code: clean(code) }) : copy;
}

function inAnyCase(word: string): string {
  return word.replace(/./g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
