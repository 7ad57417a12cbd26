/** How calls end. */

import assert from "node:assert/strict";

/** The codes that a call can fail with, as documented. */
export const CODES = new Set([
  "invalid_input",
  "invalid_config",
  "unsupported_operation",
  "network",
  "timeout",
  "aborted",
  "invalid_token",
  "insufficient_scope",
  "forbidden",
  "wrong_location",
  "not_found",
  "duplicate_email",
  "rejected",
  "rate_limited",
  "daily_limit",
  "server",
  "unexpected_response",
  "unexpected_redirect",
  "closed",
]);

/**
 * @typedef {object} Outcome
 * @property {unknown} [value]
 * @property {unknown} [error]
 * @property {number} ms - How long it took.
 */

/** Waits for a call, and for no longer than `limitMs`. @returns {Promise<Outcome>} */
export async function outcomeOf(call, limitMs) {
  const start = performance.now();
  let timer;
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs, { error: new Error(`it has not settled within ${limitMs} ms`) });
  });
  const settled = Promise.resolve(call).then(
    (value) => ({ value }),
    (error) => ({ error }),
  );
  const outcome = await Promise.race([settled, tooLate]);
  clearTimeout(timer);
  return { ...outcome, ms: performance.now() - start };
}

/** The error of a call that must fail. */
export async function failureOf(call, limitMs = 20_000) {
  const outcome = await outcomeOf(call, limitMs);
  assert.ok("error" in outcome, "it has not failed");
  return outcome.error;
}

/** Does `count` tasks, at most `width` of them at a time. @param {(index: number) => Promise<unknown>} task */
export async function inParallel(count, width, task) {
  let next = 0;
  const worker = async () => {
    while (next < count) await task(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** How often each word comes, the most frequent first. @param {string[]} words */
export function tally(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([word, count]) => `${word} ${count}`)
    .join(", ");
}
