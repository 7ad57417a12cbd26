/** Of what is asked for while something else is under way, the last wins: what came before is cancelled. */

export function createLatest() {
  let current = new AbortController();
  return {
    /** Begins another. @returns {AbortSignal} aborted once something else was asked for */
    next() {
      current.abort();
      current = new AbortController();
      return current.signal;
    },
    cancel() {
      current.abort();
    },
  };
}
