/** How far the steps of each round turn; which word the first one takes, and how much further the next ones do. */
const ROUNDS = [
  [7, 12, 17, 22, 0, 1],
  [5, 9, 14, 20, 1, 5],
  [4, 11, 16, 23, 5, 3],
  [6, 10, 15, 21, 0, 7],
] as const;

/**
 * MD5 (RFC 1321), which WebCrypto lacks: for formats that have it, and never to protect anything.
 *
 * A library takes three times the bytes, most of them for hashing in parts.
 */
export function md5(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  // The message, a bit, zeros, and the number of its bits, in blocks of 64 bytes.
  const blocks = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
  new Uint8Array(blocks.buffer).set([...bytes, 0x80]);
  blocks.setUint32(blocks.byteLength - 8, bytes.length * 8, true);
  const sum = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < blocks.byteLength; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = sum;
    for (let step = 0; step < 64; step += 1) {
      const round = ROUNDS[step >> 4] as (typeof ROUNDS)[number];
      const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][step >> 4] as number;
      const word = blocks.getUint32(block + ((round[4] + step * round[5]) & 15) * 4, true);
      const value = (a + mixed + word + Math.floor(2 ** 32 * Math.abs(Math.sin(step + 1)))) | 0;
      const turn = round[step & 3] as number;
      [a, d, c, b] = [d, c, b, b + ((value << turn) | (value >>> (32 - turn)))];
    }
    sum.set([a, b, c, d].map((value, index) => value + (sum[index] as number)));
  }
  const digest = new DataView(new ArrayBuffer(16));
  sum.forEach((value, index) => digest.setInt32(index * 4, value, true));
  return new Uint8Array(digest.buffer);
}
