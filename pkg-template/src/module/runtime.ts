import { failure } from "../common/error.js";

/**
 * Checks that the runtime has these globals.
 *
 * @throws {HighLevelError} `invalid_config`, naming those that it lacks, such as jsdom, which has no `TextDecoder`.
 */
export function need(...globals: readonly string[]): void {
  const lacking = globals.filter((name) => (globalThis as Readonly<Record<string, unknown>>)[name] === undefined);
  if (lacking.length === 0) return;
  throw failure("invalid_config", `this runtime lacks ${lacking.join(", ")}`, "expected as in browsers, on globalThis");
}
