/**
 * Secrets that give themselves away. Each is made of marks, and between them of letters that JSON, URLs and HTML write
 * differently: whatever was done to a secret, and wherever it was cut, a mark of it remains.
 */

import { inspect } from "node:util";

const MARK = /Zq7[A-Za-z]{5}\d\d/g;

const secret = (name, between) => Array.from({ length: 4 }, (_, n) => `Zq7${name}0${n}`).join(between);

export const SECRETS = {
  token: secret("tOken", "\"\\/+=%&<>'"),
  plainToken: `pit-${secret("pLain", "-")}`,
  password: secret("pAssw", " \"\\/+=%&<>'ü✓\u{1f511}\t\u2028"),
  clientSecret: secret("cLien", "-"),
};

/** The marks in a text. @param {string} text @returns {string[]} */
export const marksIn = (text) => text.match(MARK) ?? [];

const everything = { depth: Infinity, showHidden: true, getters: true, maxArrayLength: null, maxStringLength: null };

/** All that a program could print of a thing. @returns {Record<string, () => string>} */
const WAYS = {
  inspect: (thing) => inspect(thing, everything),
  log: (thing) => inspect(thing),
  String: (thing) => String(thing),
  JSON: (thing) => JSON.stringify(thing) ?? "",
};

const ERROR_WAYS = {
  ...WAYS,
  message: ({ message }) => message,
  messages: ({ messages }) => inspect(messages, everything),
  stack: ({ stack }) => stack,
  body: ({ body }) => `${inspect(body, everything)}${JSON.stringify(body)}`,
  cause: ({ cause }) => inspect(cause, everything),
  chain: ({ cause }) =>
    chainOf(cause)
      .map((link) => attempt(() => String(link)))
      .join("\n"),
  // A cause that is a function cannot be cloned.
  clone: (error) =>
    inspect(
      attempt(() => structuredClone(error)),
      everything,
    ),
  "JSON's clone": (error) => inspect(structuredClone(error.toJSON?.()), everything),
};

/** A cause and the causes beneath it, as far as they let themselves be asked. */
function chainOf(cause, depth = 0) {
  if (cause === undefined || depth > 300) return [];
  return [
    cause,
    ...chainOf(
      attempt(() => cause.cause),
      depth + 1,
    ),
  ];
}

/** What a foreign object answers, or what it throws instead. */
function attempt(question) {
  try {
    return question();
  } catch (thrown) {
    return thrown;
  }
}

/** Where a thing shows a mark: the ways, with the marks and what stands around the first. */
export function leaksOf(thing, ways = thing instanceof Error ? ERROR_WAYS : WAYS) {
  return Object.entries(ways).flatMap(([way, show]) => {
    const text = show(thing);
    const marks = marksIn(text);
    if (marks.length === 0) return [];
    const place = text.indexOf(marks[0]);
    return [`${way}: …${text.slice(Math.max(0, place - 60), place + 40)}…`];
  });
}
