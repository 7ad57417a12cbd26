/** Numbers that look thrown and are the same for the same seed (mulberry32). */

/** @param {number} seed */
export function dice(seed) {
  let state = seed >>> 0;
  const below = (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * limit;
  };
  return {
    /** A whole number from 0 to below `limit`. */
    below: (limit) => Math.floor(below(limit)),
    /** One of the values. */
    pick: (values) => values[Math.floor(below(values.length))],
  };
}
