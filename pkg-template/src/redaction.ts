import { read } from "./written.js";

/** Shorter secrets would take ordinary words with them. */
const SHORTEST = 4;

/** What a credential of HighLevel looks like: a private integration token; an API key or a token, which are JWTs. */
const CREDENTIAL = /pit-[0-9a-f-]{16,}|eyJ[\w.-]{17,}/g;

const INSTEAD = "[redacted]";

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** Where something is: the first unit, and the first one behind it. */
type Place = readonly [start: number, end: number];

/** Takes these secrets out of a text, also as JSON, a URL or HTML writes them, or one of these within another. */
export function redactorOf(secrets: readonly (string | undefined)[]): Redact {
  // Not as a URL alone: a "%" before a secret, or at its end, may be no part of what follows it.
  const finders = secrets.flatMap((secret = "") => [finderOf(secret, true), finderOf(secret, false)]);
  return (text) => without(text, finders.flatMap((find) => find(text)));
}

/** Takes out these secrets, and all that looks like one of HighLevel's. */
export function wideRedactorOf(secrets: readonly (string | undefined)[]): Redact {
  const redact = redactorOf(secrets);
  return (text) => redact(text).replace(CREDENTIAL, INSTEAD);
}

/** Looks for one secret, in the way of Knuth, Morris and Pratt: whatever the text, each of its signs is read once. */
function finderOf(secret: string, isUrl: boolean): (text: string) => readonly Place[] {
  const signs: number[] = [];
  /** Of the first sign, the first two, and so on: how many at their end are the beginning again. */
  const again: number[] = [];
  /** How many signs of the secret have come once this one has, if so many had before. */
  const next = (had: number, sign: number): number => {
    let has = had;
    while (has > 0 && signs[has] !== sign) has = again[has - 1] as number;
    return signs[has] === sign ? has + 1 : has;
  };
  read(secret, isUrl, (sign) => {
    again.push(signs.length > 0 ? next(again.at(-1) as number, sign) : 0);
    signs.push(sign);
  });
  if (signs.length < SHORTEST) return () => [];
  return (text) => {
    const places: Place[] = [];
    // Without a "%", both ways of reading are the same.
    if (!isUrl && !text.includes("%")) return places;
    /** Where the last signs start, round and round. */
    const starts: number[] = [];
    let count = 0;
    let has = 0;
    read(text, isUrl, (sign, start, end) => {
      starts[count % signs.length] = start;
      count += 1;
      has = next(has, sign);
      if (has === signs.length) places.push([starts[count % signs.length] as number, end]);
    });
    return places;
  };
}

/** The text, with one mark in place of all that overlaps. */
function without(text: string, places: readonly Place[]): string {
  let clean = "";
  let rest = 0;
  for (const [start, end] of [...places].sort(([a], [b]) => a - b)) {
    if (start >= rest) clean += text.slice(rest, start) + INSTEAD;
    rest = Math.max(rest, end);
  }
  return clean + text.slice(rest);
}
