import { failure } from "../common/error.js";
import { tagOf, wordsFor } from "../common/tag.js";

/**
 * The time as the company has it: it says when a token expires, a window of the rate limit passes, a deleted user goes.
 * Nothing happens by itself: each call is answered by what the clock says then. So there is one way to let time pass,
 * `tick`: a jump over what happens meanwhile would be the same. Answers that are late (`delayMs`, `pace`, `latencyMs`)
 * wait on the runtime's own timers, which test runners can replace; this clock does not hurry them.
 */
export interface SandboxClock {
  /** The time, in milliseconds since 1970. */
  now(): number;
  /**
   * Lets so much time pass at once, whether the clock stands still or runs.
   *
   * @throws {HighLevelError} `invalid_input` for what is no number of milliseconds from 0.
   */
  tick(ms: number): void;
  /**
   * Sets it, also back. It stands still or runs as before.
   *
   * @throws {HighLevelError} `invalid_input` for what is no moment since 1970.
   */
  set(date: Date | number): void;
  /** Stands still from now on. */
  stop(): void;
  /** Runs from now on, with the clock of the runtime. */
  run(): void;
}

/** The latest moment that a `Date` can have. */
const LATEST = 8_640_000_000_000_000;

/** Whether a number can be a time. */
const isTime = (ms: number): boolean => ms >= 0 && ms <= LATEST;

/** A moment in milliseconds since 1970; nothing if it is none. */
export function momentOf(date: unknown): number | undefined {
  const ms = typeof date === "number" ? date : tagOf(date) === "Date" ? Number(date) : Number.NaN;
  return isTime(ms) ? Math.floor(ms) : undefined;
}

/** The clock of a sandbox. */
export class Clock implements SandboxClock {
  /** Where it stands, or how far it is from the runtime's. */
  #ms = 0;
  #runs = true;

  /** Stands still at `start`, or without it runs with the runtime's. */
  begin(start: Date | number | undefined): void {
    this.#runs = start === undefined;
    this.set(start ?? Date.now());
  }

  now(): number {
    return this.#runs ? Math.min(Math.max(Date.now() + this.#ms, 0), LATEST) : this.#ms;
  }

  tick(ms: number): void {
    const then = typeof ms === "number" && ms >= 0 ? momentOf(this.now() + ms) : undefined;
    if (then === undefined) throw wrong("tick", ms, "a number of milliseconds from 0");
    this.set(then);
  }

  set(date: Date | number): void {
    const ms = momentOf(date);
    if (ms === undefined) throw wrong("set", date, "a Date or milliseconds since 1970");
    this.#ms = this.#runs ? ms - Date.now() : ms;
  }

  stop(): void {
    this.#ms = this.now();
    this.#runs = false;
  }

  run(): void {
    const now = this.now();
    this.#runs = true;
    this.set(now);
  }
}

function wrong(act: string, given: unknown, expected: string): Error {
  const words = typeof given === "number" ? String(given) : wordsFor(given);
  return failure("invalid_input", `sandbox.clock.${act}`, `it is ${words}: expected ${expected}`);
}
