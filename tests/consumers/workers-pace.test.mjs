/** The arithmetic of a shared rate limit: pure, with the clock as an argument. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { nextPlace } = await source("workers/pace.ts");

const NOW = Date.UTC(2026, 10, 22);
const PACE = { requests: 3, perMs: 1_000 };
/** What a place is away from the one it has to wait for: 4 % for the way to the server, and one for the clocks. */
const SPAN = 1_041;

/** Takes a place for each moment, and gives when each one starts; nothing for one that is too far away. */
function startsOf(pace, moments, maxWaitMs = Infinity) {
  let starts = [];
  return moments.map((now) => {
    const place = nextPlace(starts, pace, now, maxWaitMs);
    if (place.waitMs > maxWaitMs) return undefined;
    ({ starts } = place);
    return now + place.waitMs;
  });
}

/** Numbers from 0 up to 1, the same ones for the same seed. */
function* random(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

test("as many as the limit allows start at once, the others a window later each", () => {
  const moments = Array(8).fill(NOW);
  const expected = [0, 0, 0, SPAN, SPAN, SPAN, 2 * SPAN, 2 * SPAN].map((wait) => NOW + wait);
  assert.deepEqual(startsOf(PACE, moments), expected);
});

test("a start frees its place when its window is over, and not a millisecond before", () => {
  const filled = [NOW, NOW, NOW];
  assert.equal(nextPlace(filled, PACE, NOW + SPAN - 1, Infinity).waitMs, 1);
  assert.equal(nextPlace(filled, PACE, NOW + SPAN, Infinity).waitMs, 0);
});

test("a place that is too far away is not taken, and its distance told", () => {
  const filled = [NOW, NOW, NOW];
  const late = nextPlace(filled, PACE, NOW, SPAN - 1);
  assert.deepEqual(late, { waitMs: SPAN, starts: filled });
  assert.equal(late.starts, filled);
  assert.deepEqual(nextPlace(filled, PACE, NOW, SPAN).starts, [NOW, NOW, NOW + SPAN]);
});

test("never more than the limit in any window, however the requests come and however long they travel", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const dice = random(seed);
    const roll = (most) => Math.floor(dice.next().value * most);
    const pace = { requests: 1 + roll(20), perMs: 1 + roll(3_000) };
    let now = NOW;
    const moments = Array.from({ length: 300 }, () => (now += roll(3) === 0 ? roll(pace.perMs) : 0));
    const arrivals = startsOf(pace, moments)
      .map((start) => start + Math.floor(dice.next().value * pace.perMs * 0.04))
      .sort((one, other) => one - other);
    for (let last = pace.requests; last < arrivals.length; last += 1) {
      const width = arrivals[last] - arrivals[last - pace.requests];
      assert.ok(width > pace.perMs, `seed ${seed}: ${pace.requests + 1} arrive within ${width} of ${pace.perMs} ms`);
    }
  }
});

test("wastes nothing: a full window starts in every window", () => {
  const starts = startsOf(PACE, Array(300).fill(NOW));
  assert.equal(starts.at(-1) - NOW, (300 / 3 - 1) * SPAN);
});

test("remembers no more starts than it needs", () => {
  let starts = [];
  for (let turn = 0; turn < 50; turn += 1) ({ starts } = nextPlace(starts, PACE, NOW + turn, Infinity));
  assert.equal(starts.length, PACE.requests);
});

test("a clock that goes back lets nobody start before the last one", () => {
  const [, , , fourth, fifth] = startsOf(PACE, [NOW, NOW, NOW, NOW - 5_000, NOW - 5_000]);
  assert.deepEqual([fourth, fifth], [NOW + SPAN, NOW + SPAN]);
});
