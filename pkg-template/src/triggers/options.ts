import { FUNCTION, type Rule, type Rules, whole } from "../common/fields.js";
import type { HighLevelError } from "../common/error.js";

/** Options of one poll. */
export interface OnceOptions {
  /** Ends the poll. */
  readonly signal?: AbortSignal | undefined;
  /** The most events to give; the others come with the next poll. Default: all of them. */
  readonly max?: number | undefined;
}

/** Options of a loop. */
export interface EventsOptions {
  /**
   * From the start of one poll to that of the next, in milliseconds, from 60,000 to 86,400,000. Default: 300,000. Up to a tenth is
   * added, so that many pollers do not coincide.
   */
  readonly everyMs?: number | undefined;
  /** Ends the loop, also while it waits. */
  readonly signal?: AbortSignal | undefined;
  /** Is told of a poll that failed and is tried again. Default: a line on the console. */
  readonly onFailure?: ((error: HighLevelError) => void) | undefined;
}

const SIGNAL: Rule = { expected: "an AbortSignal", accepts: (value) => typeof (value as AbortSignal).aborted === "boolean" };

export const ONCE: Rules<OnceOptions> = { signal: SIGNAL, max: whole(1) };
export const EVENTS: Rules<EventsOptions> = { everyMs: whole(60_000, 86_400_000, "milliseconds"), signal: SIGNAL, onFailure: FUNCTION };
