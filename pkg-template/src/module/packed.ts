/** Which bytes of a packed text are one character, the first one first, in hex. */
type Frequent = string;

/** The codes of printable ASCII without `"`, `\` and `<`. The last two, 125 and 126, begin a pair. */
const CODES = [...Array(127).keys()].filter((code) => code >= 32 && ![34, 60, 92].includes(code));

/** The bytes that `pack` of `pack.mjs` has written. */
export function unpacked(frequent: Frequent, text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  return bytes.slice(0, unpack(bytes, valuesOf(frequent)));
}

/** Writes the values of codes in their place, and returns how many there are. */
// It runs for every byte before the runtime has compiled it, so it has nothing but its own variables, and few steps.
function unpack(bytes: Uint8Array, values: Uint8Array): number {
  const { length } = bytes;
  let read = 0;
  let written = 0;
  while (read < length) {
    const code = bytes[read++] as number;
    bytes[written++] = values[code < 125 ? code : code * 128 + (bytes[read++] as number)] as number;
  }
  return written;
}

/** What each code stands for, and each pair at 128 times its first code and its second. */
function valuesOf(frequent: Frequent): Uint8Array {
  const values = new Uint8Array(128 * 128);
  const rare = new Set(Array(256).keys());
  CODES.slice(0, -2).forEach((code, place) => {
    const value = Number.parseInt(frequent.slice(place * 2, place * 2 + 2), 16);
    rare.delete(value);
    values[code] = value;
  });
  [...rare].forEach((value, place) => {
    const first = 125 + Math.floor(place / CODES.length);
    values[first * 128 + (CODES[place % CODES.length] as number)] = value;
  });
  return values;
}
