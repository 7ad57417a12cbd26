import { codesOf, isWritten, read, type Signs } from "./written.js";

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
  const known = secrets.filter((secret = "") => secret.length >= SHORTEST) as string[];
  return (text) => {
    const places = known.flatMap((secret) => placesOf(small(secret), small(text)).map((start): Place => [start, start + secret.length]));
    // Not as a URL alone: a "%" before a secret, or at its end, may be no part of what follows it.
    for (const isUrl of isWritten(text) ? [false, true] : []) {
      const signs = read(text, isUrl);
      for (const secret of known) places.push(...placesIn(signs, codesOf(secret, isUrl)));
    }
    return without(text, places);
  };
}

/** Takes out these secrets, and all that looks like one of HighLevel's. */
export function wideRedactorOf(secrets: readonly (string | undefined)[]): Redact {
  const redact = redactorOf(secrets);
  return (text) => redact(text).replace(CREDENTIAL, INSTEAD);
}

function placesIn({ codes, starts }: Signs, secret: string): Place[] {
  return placesOf(secret, codes).map((at) => [starts[at] as number, starts[at + secret.length] as number]);
}

/** A text with small letters for capitals, those of ASCII: of others some would come to two. */
function small(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Where a text begins in another. */
function placesOf(part: string, text: string): number[] {
  const places = [];
  for (let at = part ? text.indexOf(part) : -1; at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
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
