/** Shorter secrets would take ordinary words with them. */
const SHORTEST = 4;

/** What a credential of HighLevel looks like: a private integration token; an API key or a token, which are JWTs. */
const CREDENTIAL = /pit-[0-9a-f-]{16,}|eyJ[\w.-]{17,}/g;

/** What is called a secret, with its value, in the words of an error from beneath. */
const NAMED = /(?:(?:authorization|bearer|password|secret|token|key)[ :="'\\]+)+\S+/gi;

const INSTEAD = "[redacted]";

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** Takes these secrets out of a text, also as JSON or a URL writes them, and all that looks like one of HighLevel's. */
export function redactorOf(secrets: readonly (string | undefined)[]): Redact {
  const known = secrets.filter((secret) => secret !== undefined && secret.length >= SHORTEST);
  return (text) => without(text, (known as string[]).flatMap(written)).replace(CREDENTIAL, INSTEAD);
}

/**
 * A copy of what was thrown beneath, in words: a `fetch` of one's own may throw an error that holds the whole request.
 */
export function cleanCopyOf(thrown: unknown, redact: Redact, depth = 3): Error {
  const { name, message, code, cause } = Object(thrown) as Partial<Record<keyof Error | "code", unknown>>;
  const words = typeof message === "string" ? message : typeof thrown === "string" ? thrown : "";
  const clean = (text: string): string => redact(text).replace(NAMED, INSTEAD);
  const beneath = cause && depth > 0 ? { cause: cleanCopyOf(cause, redact, depth - 1) } : undefined;
  const copy = new Error(clean(words), beneath);
  if (typeof name === "string") Object.defineProperty(copy, "name", { value: clean(name) });
  return typeof code === "string" ? Object.assign(copy, { code: clean(code) }) : copy;
}

/** A text, as a pattern for each of its characters: as a single one it would be too much for a regular expression. */
type Written = readonly RegExp[];

function without(text: string, secrets: readonly Written[]): string {
  let clean = "";
  for (let at = 0; at < text.length; ) {
    const end = Math.max(...secrets.map((secret) => endOf(secret, text, at)), at);
    clean += end > at ? INSTEAD : text[at];
    at = Math.max(end, at + 1);
  }
  return clean;
}

/** Where `secret` ends, if it is written here; otherwise -1. */
function endOf(secret: Written, text: string, at: number): number {
  let end = at;
  for (const character of secret) {
    character.lastIndex = end;
    if (!character.test(text)) return -1;
    end = character.lastIndex;
  }
  return end;
}

/** A text as it is, in a URL, and in a URL within a URL. Not all at once: a secret may have a "%25" of its own. */
function written(secret: string): Written[] {
  return ["", "%", "%25"].map((percent) => {
    const patterns = new Map<string, RegExp>();
    return [...secret].filter((character) => character !== "\\").map((character) => {
      const pattern = patterns.get(character) ?? patternOf(character, percent);
      patterns.set(character, pattern);
      return pattern;
    });
  });
}

/** A pattern for a character as a URL writes it, as it is, and as JSON escapes it. */
function patternOf(character: string, percent: string): RegExp {
  const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");
  const bytes = [...new TextEncoder().encode(character)].map((byte) => percent + hex(byte, 2));
  const units = Array.from({ length: character.length }, (_, index) => `u${hex(character.charCodeAt(index), 4)}`);
  // There are the more of them the more often JSON stands within JSON. A secret's own are among them.
  const backslashes = `(?:\\\\u005c|\\\\${percent && `|${percent}5c`})*`;
  const literal = character.replace(/[$()*+./?[\]^{|}-]/, "\\$&");
  const ways = [literal, units.join(backslashes)];
  if (percent !== "") ways.unshift(bytes.join(""), ...(character === " " ? ["\\+"] : []));
  return new RegExp(`${backslashes}(?:${ways.join("|")})`, "iy");
}
