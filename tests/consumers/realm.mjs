/** The package's CommonJS in realms of their own, which have the language, and of all else what a test gives them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

/** What a client needs. */
export const NEEDED = ["AbortController", "TextDecoder", "TextEncoder", "fetch"];
/** What a realm of the language alone has to be given. */
export const GIVEN = Object.fromEntries(
  [...NEEDED, "setTimeout", "clearTimeout", "queueMicrotask"].map((name) => [name, globalThis[name]]),
);

/** An entry of an installed package in a realm that has the language and these globals. */
export function loadedFrom(consumer, entry, globals, without = []) {
  const context = createContext({ ...globals });
  for (const name of without) runInContext(`delete globalThis.${name}`, context);
  const before = runInContext("Object.getOwnPropertyNames(globalThis)", context);
  const code = readFileSync(consumer.require.resolve(entry), "utf8");
  const module = { exports: {} };
  runInContext(`(function (module, exports) {${code}\n})`, context)(module, module.exports);
  assert.deepEqual(runInContext("Object.getOwnPropertyNames(globalThis)", context), before);
  return module.exports;
}
