/** Is told each sign that counts, and where it is written: the first unit, and the first one behind it. */
export type Tell = (sign: number, start: number, end: number) => void;

/** A sign that waits, and where it is written. A number of HTML is below 0, since it may go on. */
type Piece = readonly [sign: number, start: number, end: number];

const codesOf = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));

const [PERCENT, AND, SEMICOLON, BACKSLASH] = codesOf("%&;\\") as [number, number, number, number];
/** What stands before the digits of an escape. */
const [UNIT, DECIMAL, HEXADECIMAL] = ["\\u", "&#", "&#x"].map(codesOf) as [number[], number[], number[]];
/** How HTML names what it cannot have as it is, which is behind the name. */
const NAMES = ["&amp&", "&lt<", "&gt>", '&quot"', "&apos'"].map(codesOf);

/** A byte of UTF-8 that goes on with a character. The second half of one in UTF-16 counts so, too. */
const REST = 0x80;
/** What begins a character: so many more go on with it. */
const LEAD = 0xc0;
/** Whole characters that are not ASCII. */
const WHOLE = 0x100;

/** How many signs may stand behind the one that begins an escape, and before the last one. */
const LONGEST = 4;
/** The most signs that wait. More of them are an escape of nobody's. */
const MOST_WAITING = 64;

/** What counts as another: a control character as the letter that JSON has for it, "+" as a blank, as in a form. */
const ALIKE = ["\b\t\n\f\r+", "btnfr "].map(codesOf) as [number[], number[]];

/**
 * Reads a text that may be written as JSON, as a URL, as HTML, or as any of them within another, in time in proportion
 * to its length. The signs of an escape may be escaped themselves, as often as they like: so a text and all that is
 * written for it are read alike. Capitals are read as small letters. Backslashes and semicolons do not count, since
 * there may be more or less of them.
 *
 * @param isUrl - Whether `%41` is an escape, and not what it looks like.
 */
export function read(text: string, isUrl: boolean, tell: Tell): void {
  /** What may turn out to be an escape, or a part of one. */
  const waiting: Piece[] = [];
  /** How many of the last ones, at least, begin nothing. */
  let quiet = 0;
  /** Where backslashes began: they go with what they escape, however many there are, since JSON may stand within JSON. */
  let escaped: number | undefined;

  const last = (place: number): number => waiting.at(-place)?.[0] ?? 0;
  const endsWith = (signs: readonly number[], others = 0): boolean =>
    signs.every((sign, index) => sign === last(others + signs.length - index));
  const width = (place: number): number => {
    const [, start, end] = waiting.at(-place) as Piece;
    return end - start;
  };
  const isSpecial = (sign: number): boolean =>
    sign < 0 || sign === BACKSLASH || sign === AND || (isUrl && sign === PERCENT);

  const count = ([sign, start, end]: Piece): void => {
    const meant = sign < 0 ? signOf(~sign >> 2) : sign;
    const from = escaped ?? start;
    escaped = meant === BACKSLASH ? from : undefined;
    if (meant === BACKSLASH || meant === SEMICOLON || (meant >= LEAD && meant < WHOLE)) return;
    tell(meant < REST ? (ALIKE[1][ALIKE[0].indexOf(meant)] ?? meant) : REST | (meant & 63), from, end);
  };

  const release = (most: number): void => waiting.splice(0, most).forEach(count);

  /** Takes a sign in the place of the last ones. */
  const instead = (length: number, sign: number, end: number): void => {
    quiet = 0;
    const [[, start]] = waiting.splice(-length) as [Piece];
    take([sign, start, end]);
  };

  const take = (piece: Piece): void => {
    const [sign, start, end] = piece;
    const before = last(1);
    const digit = digitOf(sign);
    if (before < 0) {
      const value = ~before >> 2;
      const base = before & 2 ? 10 : 16;
      if (digit < base) return instead(1, numberOf(value * base + digit, ~before & 3), end);
      if (sign === SEMICOLON) return instead(1, signOf(value), end);
      // What is special may turn out to be its next digit, or its end: but for an "&", unless its digits were escapes.
      if (!isSpecial(sign) || (sign === AND && before & 1)) {
        instead(1, signOf(value), waiting.at(-1)?.[2] as number);
        return take(piece);
      }
    }
    if (sign === SEMICOLON) return;
    const byte = digitOf(before) * 16 + digit;
    if (isUrl && last(2) === PERCENT && byte < 256) return instead(2, signOfByte(byte), end);
    const unit = (digitOf(last(3)) * 16 + digitOf(last(2))) * 256 + byte;
    if (unit < 65_536 && endsWith(UNIT, 3)) {
      // JSON within JSON doubles the backslash: those that are written alike go with it.
      let length = 5;
      while (last(length + 1) === BACKSLASH && width(length + 1) === width(length)) length += 1;
      return instead(length, signOfUnit(unit), end);
    }
    const isEscaped = Number(end - start > 1);
    if (digit < 10 && endsWith(DECIMAL)) return instead(2, numberOf(digit, isEscaped), end);
    if (digit < 16 && endsWith(HEXADECIMAL)) return instead(3, numberOf(digit, 2 | isEscaped), end);
    if (before > LEAD && before < WHOLE && sign >= REST && sign < LEAD) {
      return instead(1, before > LEAD + 1 ? before - 1 : WHOLE | (sign & 63), end);
    }
    const name = NAMES.find((signs) => sign === signs.at(-2) && endsWith(signs.slice(0, -2)));
    if (name) return instead(name.length - 2, name.at(-1) as number, end);
    waiting.push(piece);
    quiet = isSpecial(sign) ? 0 : quiet + 1;
    if (quiet > LONGEST) release(Infinity);
    else if (waiting.length > MOST_WAITING) release(MOST_WAITING / 2);
  };

  for (let start = 0; start < text.length; ) {
    const code = text.codePointAt(start) as number;
    const end = start + (code > 0xffff ? 2 : 1);
    const piece = [signOf(code), start, end] as const;
    if (waiting.length > 0 || isSpecial(piece[0])) take(piece);
    else count(piece);
    start = end;
  }
  release(Infinity);
}

/** Beyond ASCII the last six bits do: UTF-8 has them in its last byte, and UTF-16 in its last unit. */
function signOf(code: number): number {
  if (code >= REST) return WHOLE | (code & 63);
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function signOfByte(byte: number): number {
  if (byte < LEAD) return byte < REST ? signOf(byte) : byte;
  return LEAD + (byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3);
}

function signOfUnit(unit: number): number {
  if (unit >> 10 === 0xd800 >> 10) return LEAD + 1;
  return unit >> 10 === 0xdc00 >> 10 ? REST | (unit & 63) : signOf(unit);
}

/** The value of a hexadecimal digit; of anything else, more than any number has. */
function digitOf(sign: number): number {
  if (sign >= 48 && sign <= 57) return sign - 48;
  return sign >= 97 && sign <= 102 ? sign - 87 : Infinity;
}

/**
 * A number of HTML, as far as it has been read. No character has a higher one than 0x10ffff.
 *
 * @param flags - 1: its digits are escapes themselves, 2: they are hexadecimal.
 */
function numberOf(value: number, flags: number): number {
  return ~((Math.min(value, 0x10_ffff) << 2) | flags);
}
