import { failure, type HighLevelError } from "../common/error.js";

/** An answer from which nobody can tell what is new. */
export function unexpected(operation: string, reason: string): HighLevelError {
  return failure("unexpected_response", operation, reason);
}

/** A list that was another at each page. */
export function shifted(operation: string): HighLevelError {
  return unexpected(operation, "the list repeats itself, or moves faster than it can be read");
}
