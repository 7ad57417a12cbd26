/** Chance that can be repeated. */

/** @typedef {ReturnType<typeof diceOf>} Dice */

/** Throws that are the same in each run: mulberry32. @param {number} seed */
export function diceOf(seed) {
  let state = seed;
  const below = (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) % limit;
  };
  const pick = (values) => values[below(values.length)];
  return { below, pick, oneIn: (times) => below(times) === 0, word: () => `word${below(200)}` };
}
