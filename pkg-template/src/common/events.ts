import type { ErrorCode } from "../generated/errors/code.js";

/** How much of the rate limit is used, and how much is left. */
export interface RateLimit {
  /** How many requests may start within `perMs`. Absent with `rateLimit: false`. */
  readonly requests?: number;
  /** The length of the window that `requests` counts for, in milliseconds. */
  readonly perMs?: number;
  /** How many requests may start now. */
  readonly remaining?: number;
  /** How many calls wait for their turn. */
  readonly waiting: number;
  /** The quota of the day, once the server has told of it. */
  readonly daily?: {
    /** The whole quota. */
    readonly limit?: number;
    /** What is left of it until midnight UTC. */
    readonly remaining: number;
  };
}

/** What every event tells. A hook may keep what it is given. */
export interface CallEvent {
  /** The operation, such as `"users.get"`. */
  readonly operation: string;
  /** The rate limit at this moment. */
  readonly rateLimit: RateLimit;
}

/** A request is about to be sent. */
export interface RequestEvent extends CallEvent {
  readonly type: "request";
  /** Which request of the call this is, from 1. */
  readonly attempt: number;
}

/** A response came, of whatever status. */
export interface ResponseEvent extends CallEvent {
  readonly type: "response";
  /** Which request of the call it answers, from 1. */
  readonly attempt: number;
  /** The HTTP status. */
  readonly status: number;
  /** The time since the request was sent, in milliseconds. */
  readonly durationMs: number;
}

/** A request failed, and another one follows. */
export interface RetryEvent extends CallEvent {
  readonly type: "retry";
  /** The request that failed, from 1. */
  readonly attempt: number;
  /** Why it failed. */
  readonly code: ErrorCode;
  /** The HTTP status, where a response came. */
  readonly status?: number;
  /** The time until the next request, in milliseconds. */
  readonly waitMs: number;
}

/** A call begins to wait for its turn, so as to keep to the rate limit. */
export interface RateLimitEvent extends CallEvent {
  readonly type: "rateLimit";
  /** How long it will wait, in milliseconds. */
  readonly waitMs: number;
}

/** What takes log lines: `console`, a pino logger, or anything else with these methods. */
export interface Logger {
  /** Each request and response. */
  debug(line: string): void;
  /** Retries, waits for a turn, and calls that their signal ended. */
  info(line: string): void;
  /** Answers that are not as documented (`validate: "warn"`). */
  warn(line: string): void;
  /** Calls that failed for good, and hooks that did. */
  error(line: string): void;
}
