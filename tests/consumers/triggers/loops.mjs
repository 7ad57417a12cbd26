/** A loop over `events()` in a world's time: it waits for no timer. */

/** @typedef {import("./world.mjs").World} World */

/**
 * Puts a world's clock and timers in the place of the runtime's, until the test is over: each wait is over at once, and the world
 * as much older.
 *
 * @param {import("node:test").TestContext} t @param {World} world
 * @returns {{ waits: number[], onWait: (ms: number) => void }} How long was waited, and who is told first.
 */
export function timed(t, world) {
  const time = { waits: [], onWait: () => {} };
  t.mock.method(Date, "now", () => world.now);
  t.mock.method(globalThis, "setTimeout", (run, ms) => {
    const handle = setImmediate(() => {
      time.waits.push(ms);
      world.pass(ms);
      time.onWait(ms);
      run();
    });
    return handle;
  });
  t.mock.method(globalThis, "clearTimeout", (handle) => clearImmediate(handle));
  return time;
}
