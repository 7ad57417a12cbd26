/** Subjects that take turns, so that whatever else the machine does falls on all of them. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
/** Clears away what is no longer used. */
export const collectGarbage = runInNewContext("gc");

/**
 * Runs each subject once a round, in an order that moves on with every round.
 *
 * @param {Record<string, () => number | Promise<number>>} subjects - Each gives what it measured of itself.
 * @param {{ rounds: number, warmUp?: number }} times
 * @returns {Promise<Record<string, number[]>>} The measurements by subject.
 */
export async function takeTurns(subjects, { rounds, warmUp = 0 }) {
  const names = Object.keys(subjects);
  const measured = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    const first = (round + warmUp) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      collectGarbage();
      const value = await subjects[name]();
      if (round >= 0) measured[name].push(value);
    }
  }
  return measured;
}

/** The value that a share of the list is below, between neighbours where need be. @param {number[]} list */
export function quantile(list, share) {
  const sorted = list.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

/** @param {number[]} list */
export const median = (list) => quantile(list, 0.5);

/** @param {Record<string, any>} record @param {(value: any, name: string) => any} map */
export const mapValues = (record, map) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
