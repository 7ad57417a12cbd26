/** A number of requests in any span of this time. */
export interface Pace {
  /** The most requests. */
  readonly requests: number;
  /** The time, in milliseconds. */
  readonly perMs: number;
}

/** The place of a request. */
export interface Place {
  /** How long until it starts, in milliseconds. */
  readonly waitMs: number;
  /** The starts with this one among them; as they were, if it would have had to wait for too long. */
  readonly starts: readonly number[];
}

/**
 * How long after its start a request is taken to arrive at the latest, as a part of the limit's time: a server counts
 * what arrives. Here it has to cover the way of a place to the one that asked for it, too.
 */
const LATEST = 0.04;

/**
 * The next place, if it is no further away than `maxWaitMs`.
 *
 * @param starts - When the last requests started or will start, in their order; as many as the pace allows are enough.
 * @param now - In milliseconds since 1970, as are the starts.
 */
export function nextPlace(starts: readonly number[], pace: Pace, now: number, maxWaitMs: number): Place {
  const { requests, perMs } = pace;
  // Clocks tell no more than milliseconds: hence one more.
  const span = Math.ceil(perMs * (1 + LATEST)) + 1;
  const over = starts.at(-requests);
  // Not before the last one, should the clock have gone back: those before it are counted by their order.
  const start = Math.max(now, starts.at(-1) ?? now, over === undefined ? now : over + span);
  const waitMs = start - now;
  return waitMs > maxWaitMs ? { waitMs, starts } : { waitMs, starts: [...starts, start].slice(-requests) };
}
