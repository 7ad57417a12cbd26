import { failure } from "../common/error.js";

/**
 * What a store has as JSON.
 *
 * @throws {HighLevelError} `store_failed` if it is none. Without the parser's words, which quote from it.
 */
export function parsed<T>(caller: string, text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw failure("store_failed", caller, "what is stored is no JSON: expected what this store has written");
  }
}
