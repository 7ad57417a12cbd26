/** Shorter secrets would take ordinary words with them. */
const SHORTEST = 4;

/** What a credential of HighLevel looks like: a private integration token; an API key or a token, which are JWTs. */
const CREDENTIAL = /pit-[0-9a-f-]{16,}|eyJ[\w.-]{17,}/g;

/** What is called a secret, with its value, in the words of an error from beneath. */
const NAMED = /(?:(?:authorization|bearer|password|secret|token|key)[ :="'\\]+)+\S+/gi;

const INSTEAD = "[redacted]";

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** Takes these secrets out of a text, also as JSON, a URL or HTML writes them. */
export function redactorOf(secrets: readonly (string | undefined)[]): Redact {
  const known = secrets.filter((secret) => secret !== undefined && secret.length >= SHORTEST) as string[];
  const written = known
    .flatMap((secret) => LEVELS.map((percent) => writtenOf(secret, percent)))
    .filter(({ characters }) => characters.length > 0);
  return (text) => without(text, written.flatMap((secret) => placesOf(secret, text)));
}

/** Takes out these secrets, and all that looks like one of HighLevel's. */
export function wideRedactorOf(secrets: readonly (string | undefined)[]): Redact {
  const redact = redactorOf(secrets);
  return (text) => redact(text).replace(CREDENTIAL, INSTEAD);
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

/** A secret as it may be written. */
interface Written {
  /** Its beginning, to be looked for. */
  readonly head: RegExp;
  /** Each of its characters: as a single pattern, a long one would be too much for a regular expression. */
  readonly characters: readonly RegExp[];
}

/** Where something is: the first character, and the first one behind it. */
type Place = readonly [start: number, end: number];

/** How many characters of a secret are looked for before the others are looked at. */
const HEAD = 16;
/** As it is, in a URL, and in a URL within a URL. Not all at once: a secret may have a "%25" of its own. */
const LEVELS = ["", "%", "%25"];
/** How HTML writes what it cannot have as it is. */
const ENTITIES: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "apos" };

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

function placesOf({ head, characters }: Written, text: string): Place[] {
  const places: Place[] = [];
  head.lastIndex = 0;
  for (let found = head.exec(text); found !== null; found = head.exec(text)) {
    const end = endOf(characters, text, found.index);
    if (end !== undefined) places.push([found.index, end]);
    // What only began like it may have it within.
    head.lastIndex = end ?? found.index + 1;
  }
  return places;
}

/** Where a secret ends that begins here, if it does. */
function endOf(characters: readonly RegExp[], text: string, start: number): number | undefined {
  let end = start;
  for (const character of characters) {
    character.lastIndex = end;
    if (!character.test(text)) return undefined;
    end = character.lastIndex;
  }
  return end;
}

function writtenOf(secret: string, percent: string): Written {
  const patterns = new Map<string, RegExp>();
  const characters = [...secret].filter((character) => character !== "\\").map((character) => {
    const pattern = patterns.get(character) ?? new RegExp(formsOf(character, percent), "iy");
    patterns.set(character, pattern);
    return pattern;
  });
  const head = characters.slice(0, HEAD).map(({ source }) => source);
  return { head: new RegExp(head.join(""), "gi"), characters };
}

function entityOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const name = ENTITIES[character];
  return `&(?:#0*${code}|#x0*${code.toString(16)}${name ? `|${name}` : ""});`;
}

/** A character as a URL writes it, as it is, and as JSON and HTML escape it. */
function formsOf(character: string, percent: string): string {
  const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");
  const bytes = [...new TextEncoder().encode(character)].map((byte) => percent + hex(byte, 2));
  const units = Array.from({ length: character.length }, (_, index) => `u${hex(character.charCodeAt(index), 4)}`);
  // There are the more of them the more often JSON stands within JSON. A secret's own are among them.
  const backslashes = `(?:\\\\u005c|\\\\|${entityOf("\\")}${percent && `|${percent}5c`})*`;
  const literal = character.replace(/[$()*+./?[\]^{|}-]/, "\\$&");
  const ways = [entityOf(character), literal, units.join(backslashes)];
  if (percent !== "") ways.unshift(bytes.join(""), ...(character === " " ? ["\\+"] : []));
  return `${backslashes}(?:${ways.join("|")})`;
}
