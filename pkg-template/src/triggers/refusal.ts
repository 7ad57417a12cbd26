import type { failure, HighLevelError, isHighLevelError } from "../common/error.js";

/**
 * What makes errors, and knows them: the entry's own, since a file that is loaded apart would have another class of them.
 */
export interface Refusing {
  readonly operation: string;
  readonly failure: typeof failure;
  readonly isHighLevelError: typeof isHighLevelError;
}

/** An answer from which nobody can tell what is new. */
export function unexpected({ operation, failure }: Refusing, reason: string): HighLevelError {
  return failure("unexpected_response", operation, reason);
}

/** A list that was another at each page. */
export function shifted(refusing: Refusing): HighLevelError {
  return unexpected(refusing, "the list repeats itself, or moves faster than it can be read");
}
