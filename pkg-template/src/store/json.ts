import { failure, type HighLevelError } from "../common/error.js";

/** The error for what is stored and cannot be read. Nothing is quoted from it. */
export const strange = (caller: string): HighLevelError =>
  failure("store_failed", caller, "what is stored is not what this store has written");

/**
 * What a store has as JSON.
 *
 * @throws {HighLevelError} `store_failed` if it is none. Without the parser's words, which quote from it.
 */
export function parsed<T>(caller: string, text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw strange(caller);
  }
}

/**
 * A value as JSON.
 *
 * @throws {HighLevelError} `invalid_input` if JSON has no such value: nobody could read it again. What `JSON.stringify`
 *   throws.
 */
export function textOf(caller: string, value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw failure("invalid_input", caller, "JSON has no such value");
  return text;
}
