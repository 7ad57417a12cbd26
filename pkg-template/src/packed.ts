/** Which bytes of a packed text are one character, the first one first, in hex. */
type Frequent = string;

/** Printable ASCII without `"`, `\` and `<`. The last two begin a pair. */
const CHARACTERS = Array.from({ length: 95 }, (_, index) => 32 + index).filter((code) => ![34, 60, 92].includes(code));

/** The bytes that `pack` of `pack.mjs` has written. */
export function unpacked(frequent: Frequent, text: string): Uint8Array<ArrayBuffer> {
  const singles = CHARACTERS.length - 2;
  const first = Array.from({ length: singles }, (_, place) => Number.parseInt(frequent.slice(place * 2, place * 2 + 2), 16));
  const rare = Array.from({ length: 256 }, (_, value) => value).filter((value) => !first.includes(value));
  const values = [...first, ...rare];
  const places = new Uint8Array(128);
  CHARACTERS.forEach((code, place) => (places[code] = place));
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let base = 0;
  for (let index = 0; index < text.length; index += 1) {
    const place = places[text.charCodeAt(index)] as number;
    if (base === 0 && place >= singles) {
      base = singles + (place - singles) * CHARACTERS.length;
    } else {
      bytes[length] = values[base + place] as number;
      length += 1;
      base = 0;
    }
  }
  return bytes.slice(0, length);
}
