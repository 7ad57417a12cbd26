/**
 * The ways in which a text may write another: as it is, as JSON, as a URL, as HTML, or one of them within another. A text is
 * read as signs, escapes within escapes, so that a secret and all that is written for it are read alike. The engine does
 * the same: `tests/fixtures/redaction.json` holds both to it.
 */
export interface Signs {
  /**
   * ASCII as it is, in small letters: a token of hexadecimal digits is as good in capitals. Of other characters the last six bits: UTF-8 has them in its last byte, UTF-16 in its last unit.
   */
  readonly codes: string;
  /** The first unit of what is written for each, and the first one behind the last. */
  readonly starts: readonly number[];
}

/** How often escapes are looked for in what escapes have become. */
const DEEPEST = 8;
/** What counts as nothing. */
const NOTHING = "\xff";
/** How HTML names what it cannot have as it is. */
const NAMES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const ESCAPE = `(?<!\\\\)\\\\+u([\\da-f]{4})|&(?:#(?:x([\\da-f]+)|(\\d+))|(${Object.keys(NAMES).join("|")}));?`;
const HTML_OR_JSON = new RegExp(ESCAPE, "gi");
/** Of the bytes of a character, the last one. */
const OR_URL = new RegExp(`${ESCAPE}|%(?:(?:[cd].|e.%..|f.%..%..)%)?([\\da-f]{2})`, "gis");

/** Whether a text may be written otherwise than as it is. */
export function isWritten(text: string): boolean {
  return /[\\%&+]/.test(text);
}

/** Reads a text, in time in proportion to its length. @param isUrl - Whether `%41` is an escape, and not what it looks like. */
export function read(text: string, isUrl: boolean): Signs {
  const characters = [...text];
  let end = 0;
  let signs: Signs = {
    codes: characters.map((character) => signOf(character.codePointAt(0) as number)).join(""),
    starts: [0, ...characters.map((character) => (end += character.length))],
  };
  for (let deep = 0, before = ""; deep < DEEPEST && signs.codes !== before; deep += 1) {
    before = signs.codes;
    signs = replaced(signs, isUrl ? OR_URL : HTML_OR_JSON, meantBy);
  }
  // There may be any number of backslashes, those of JSON within JSON: they go with what they escape. Those at the end are
  // matched, too: otherwise each of them would be tried.
  const letterOf = (sign: string): string => "btnfr "["\b\t\n\f\r+".indexOf(sign)] ?? sign;
  return replaced(signs, /[\\\xff]*([^\\\xff]|$)/g, ([, sign = ""]) => sign && letterOf(sign));
}

/** What a secret is read as. What escapes at its end would go with what follows it, and does not count. */
export function codesOf(secret: string, isUrl: boolean): string {
  return read(secret, isUrl).codes;
}

function meantBy([, unit, hexadecimal, decimal, name, byte]: RegExpExecArray): string {
  if (name !== undefined) return NAMES[name] as string;
  const code = decimal === undefined ? parseInt((unit ?? hexadecimal ?? byte) as string, 16) : Number(decimal);
  // The first half of a character.
  return unit !== undefined && code >> 10 === 0xd800 >> 10 ? NOTHING : signOf(code);
}

function signOf(code: number): string {
  return String.fromCharCode(code < 128 ? code : 128 | (code & 63)).toLowerCase();
}

/** The signs with one in the place of each match. */
function replaced({ codes, starts }: Signs, pattern: RegExp, meant: (match: RegExpExecArray) => string): Signs {
  const next = { codes: "", starts: [] as number[] };
  let rest = 0;
  for (const match of codes.matchAll(pattern)) {
    next.codes += codes.slice(rest, match.index) + meant(match);
    for (; rest <= match.index; rest += 1) next.starts.push(starts[rest] as number);
    rest = match.index + match[0].length;
  }
  return { codes: next.codes + codes.slice(rest), starts: next.starts.concat(starts.slice(rest)) };
}
