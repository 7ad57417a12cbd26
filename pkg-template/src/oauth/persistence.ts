import type { HighLevelErrorFields } from "../common/error.js";

/** What a call is sent again for, and how long. */
export interface Persistence {
  /** The failures that it is sent again for. */
  readonly after: readonly HighLevelErrorFields["code"][];
  /** The most times that it is sent again. */
  readonly most: number;
  /** How long after its first time it may be sent again, in milliseconds. */
  readonly withinMs: number;
  /** How long to wait for an answer before the call is sent again, in milliseconds. */
  readonly patienceMs: number;
}

/** An authorization code is used up by a first request whose answer is lost. */
export const NEVER: Persistence = { after: [], most: 0, withinMs: 0, patienceMs: Infinity };

/** What changes nothing, or gives one more token beside those that there are. */
export const READING: Persistence = {
  after: ["network", "server", "rate_limited"],
  most: 2,
  withinMs: Infinity,
  patienceMs: Infinity,
};

/**
 * HighLevel answers a refresh token alike for 30 seconds (its changelog). Afterwards it is used up, and the tokens of
 * an answer that was lost are lost: so a lost answer is asked for again, soon, and not waited for too long.
 */
export const RENEWAL: Persistence = {
  after: ["network", "server", "rate_limited", "timeout", "unexpected_response"],
  most: 2,
  withinMs: 20_000,
  patienceMs: 8_000,
};

/** Where a call is. */
export interface Progress {
  /** How often it was sent. */
  readonly attempts: number;
  /** How long ago it was sent first, in milliseconds. */
  readonly elapsedMs: number;
  /** How long it may still take, in milliseconds. */
  readonly leftMs: number;
}

/** The longest first wait, in milliseconds; it doubles. */
const WAIT_MS = 250;
/** The longest wait that a server may ask for, in milliseconds, and be waited for: the engine holds nothing longer. */
const MOST_WAIT_MS = 60_000;

/**
 * How many milliseconds to wait before a call is sent again; nothing if it has failed for good.
 *
 * @param random - A number from 0 up to 1, so that many callers do not come back at once.
 */
export function waitAfter(
  { code, status = 0, retryAfterMs }: Pick<HighLevelErrorFields, "code" | "status" | "retryAfterMs">,
  { after, most, withinMs }: Persistence,
  { attempts, elapsedMs, leftMs }: Progress,
  random: number,
): number | undefined {
  // With a 4xx the server has decided, and would decide so again.
  const isDecided = status >= 400 && status < 500 && status !== 429;
  if (isDecided || !after.includes(code) || attempts > most) return undefined;
  const doubled = WAIT_MS * 2 ** (attempts - 1);
  const wait = (retryAfterMs ?? doubled) + random * doubled;
  return wait < Math.min(leftMs, MOST_WAIT_MS) && elapsedMs + wait <= withinMs ? wait : undefined;
}

/** How many milliseconds an attempt may take, so that there is time for those that may come after it. */
export function timeFor({ most, patienceMs }: Persistence, { attempts, leftMs }: Progress): number {
  const others = patienceMs === Infinity ? 0 : most + 1 - attempts;
  return others > 0 ? Math.min(patienceMs, leftMs / (others + 1)) : leftMs;
}
