import { check, FLAG, oneOf, type Rule, type Rules, whole } from "../common/fields.js";
import { tagOf } from "../common/tag.js";
import { momentOf } from "./clock.js";
import type { SandboxFault } from "./faults.js";

/** What the company does that HighLevel leaves open, or does not always do. */
export interface SandboxConfig {
  /** How long a deleted user is still found, in milliseconds; v1 deletes at once. Default: 1,500. */
  readonly deleteAfterMs?: number | undefined;
  /** Whether a call beyond the rate limit is refused with 429. Default: false. */
  readonly enforceRateLimit?: boolean | undefined;
  /**
   * How many calls each token of v2 and v3 has in how much time. `fixed` windows follow each other, a `sliding` one ends
   * with the call. Default: 100 in 10,000 ms, `fixed`.
   */
  readonly rateLimit?:
    | { readonly requests?: number; readonly perMs?: number; readonly window?: "fixed" | "sliding" }
    | undefined;
  /** How many of them in a day, from midnight to midnight UTC. Default: 200,000. */
  readonly dailyLimit?: number | undefined;
  /** How a refused call learns when to come back: the header `Retry-After`, or `retry-after-ms`. Default: `none`. */
  readonly retryAfter?: "none" | "seconds" | "date" | "ms" | undefined;
  /** How many calls `requests` has at most: the last ones. 0 to 100,000. Default: 1,000. */
  readonly logSize?: number | undefined;
  /** How long an access token works, in seconds. Default: 86,399. */
  readonly accessTokenSeconds?: number | undefined;
  /**
   * How lists that have a `skip` and a `limit` are cut: the most items of a page, whatever `limit` asks for (`null`: no
   * such limit), and whether `count` says how many there are in all, on the page, or is missing. Default: `null`, `all`.
   */
  readonly paging?: { readonly most?: number | null; readonly count?: "all" | "page" | "none" } | undefined;
  /** Whether an unknown user is answered with 401, as HighLevel has been seen to do, rather than 404. Default: false. */
  readonly wild?: boolean | undefined;
  /** Whether a call that the sandbox does not have is answered with 200 and `{}`, rather than 501. Default: false. */
  readonly lenient?: boolean | undefined;
}

/** All that a sandbox had, as `export()` gives it. It is JSON; what is in it may change with a version of this package. */
export interface SandboxState {
  /** The number of the form that it is written in. */
  readonly form: number;
}

/** How a sandbox begins. */
export interface SandboxOptions extends SandboxConfig {
  /**
   * What there is at the start: an `agency` as it should be; a `large` one; a `messy` one, as they often are; or a company
   * that is `empty` but for its owner and its locations. Default: `agency`.
   */
  readonly start?: "agency" | "large" | "messy" | "empty" | undefined;
  /** What there is at the start: what `export()` has given, with the configuration that it had. In the place of `start`. */
  readonly state?: SandboxState | undefined;
  /** Where the clock stands still, in milliseconds if it is a number. Default: it runs with that of the runtime. */
  readonly now?: Date | number | undefined;
  /** What all is drawn by that is left to chance: 0 to 4,294,967,295. Default: 1. */
  readonly seed?: number | undefined;
  /** How long each answer takes, in milliseconds, on the runtime's timers: 0 to 60,000. Default: 0. */
  readonly latencyMs?: number | undefined;
  /** What goes wrong from the start, as `fault()` takes it. */
  readonly faults?: readonly SandboxFault[] | undefined;
}

const OBJECT: Rule = { expected: "an object", accepts: (value) => tagOf(value) === "Object" };

const CONFIG: Rules<SandboxConfig> = {
  deleteAfterMs: whole(0, Number.MAX_SAFE_INTEGER, "milliseconds"),
  enforceRateLimit: FLAG,
  rateLimit: OBJECT,
  dailyLimit: whole(0, Number.MAX_SAFE_INTEGER),
  retryAfter: oneOf("none", "seconds", "date", "ms"),
  logSize: whole(0, 100_000),
  accessTokenSeconds: whole(1, 31_536_000, "seconds"),
  paging: OBJECT,
  wild: FLAG,
  lenient: FLAG,
};

const OPTIONS: Rules<SandboxOptions> = {
  ...CONFIG,
  start: oneOf("agency", "large", "messy", "empty"),
  state: OBJECT,
  now: { expected: "a Date or milliseconds since 1970", accepts: (value) => momentOf(value) !== undefined },
  seed: whole(0, 4_294_967_295),
  latencyMs: whole(0, 60_000, "milliseconds"),
  faults: { expected: "an array of faults", accepts: Array.isArray },
};

/** Checks options. @throws {HighLevelError} `invalid_config`, naming the one that is wrong. */
export function checked(caller: string, options: SandboxOptions): SandboxOptions {
  return check("invalid_config", caller, options, OPTIONS);
}

/** What the sandbox begins with, in the words of its WebAssembly. The rest is the affair of this half. */
export function openingOf(options: SandboxOptions): object {
  const { start, state } = options;
  return { start, state, config: configOf(options) };
}

/** What is to be otherwise than it was made, likewise. */
export function resettingOf(options: SandboxOptions): object {
  const { start, state } = options;
  return { start, state, ...configOf(options) };
}

function configOf(options: SandboxOptions): SandboxConfig {
  return Object.fromEntries(Object.entries(options).filter(([name]) => Object.hasOwn(CONFIG, name)));
}
