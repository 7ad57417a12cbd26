// Writes bytes as a text for a string of JavaScript; `src/module/packed.ts` reads it.
//
// The 90 most frequent bytes are a printable character each, all others are two. So what repeats in the bytes repeats in
// the text, and compression finds it: after gzip a WebAssembly file weighs no more than by itself, in base64 a quarter more.

/** Printable ASCII without what a string would escape and what would end a script in HTML: `"`, `\` and `<`. */
const CHARACTERS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
  (character) => !'"\\<'.includes(character),
);
/** The last two characters begin a pair. */
const SINGLES = CHARACTERS.length - 2;

/** @param {Uint8Array} bytes @returns {{ frequent: string, text: string }} The frequent bytes in hex, and the text. */
export function pack(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  const values = counts.map((_, value) => value);
  const frequent = [...values].sort((a, b) => counts[b] - counts[a]).slice(0, SINGLES);
  const rare = values.filter((value) => !frequent.includes(value));
  const written = [];
  frequent.forEach((value, place) => (written[value] = CHARACTERS[place]));
  rare.forEach((value, place) => {
    const first = CHARACTERS[SINGLES + Math.floor(place / CHARACTERS.length)];
    written[value] = first + CHARACTERS[place % CHARACTERS.length];
  });
  return {
    frequent: Buffer.from(frequent).toString("hex"),
    text: Array.from(bytes, (byte) => written[byte]).join(""),
  };
}
