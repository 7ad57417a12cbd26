/** HighLevel deletes later and tells nobody when it is done: users whose deletion is queued are looked for again, ever less often. */

const WAITS_MS = [2_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000];

/** @param {() => void} look reads the page of users again */
export function createDeletionWatch(look) {
  const queued = new Set();
  let looks = 0;
  let timer;
  return {
    /** @param {string} userId */
    add(userId) {
      queued.add(userId);
      looks = 0;
    },
    isQueued: (userId) => queued.has(userId),
    /** Plans the next look, while one of the users that are shown is still to go. @param {object[]} shown */
    plan(shown) {
      clearTimeout(timer);
      if (looks >= WAITS_MS.length || !shown.some(({ id }) => queued.has(id))) return;
      timer = setTimeout(look, WAITS_MS[looks]);
      looks += 1;
    },
    forget() {
      clearTimeout(timer);
      queued.clear();
    },
  };
}
