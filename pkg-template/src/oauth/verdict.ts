import type { OAuthTokens } from "./tokens.js";

/** What decides about tokens. */
export interface Circumstances {
  /** The time, in milliseconds since 1970. */
  readonly now: number;
  /** How long before they expire tokens are renewed, in milliseconds. */
  readonly refreshBeforeMs: number;
  /** Until when tokens that still work are not renewed again, in milliseconds since 1970. */
  readonly restsUntil: number;
  /** The access token that HighLevel has rejected. */
  readonly rejected: string | undefined;
  /** The refresh token that HighLevel has refused. */
  readonly refused: string | undefined;
}

/**
 * What tokens are good for:
 * - `fresh`: to be used;
 * - `due`: to be renewed, but they still work;
 * - `spent`: to be renewed, since they expired or were rejected, or there are none;
 * - `refused`: nothing.
 */
export type Verdict = "fresh" | "due" | "spent" | "refused";

/** Judges the tokens that there are, if any. */
export function verdictOf(tokens: OAuthTokens | undefined, circumstances: Circumstances): Verdict {
  const { now, refreshBeforeMs, restsUntil, rejected, refused } = circumstances;
  if (tokens === undefined) return "spent";
  const { accessToken, refreshToken, expiresAt } = tokens;
  if (refreshToken !== undefined && refreshToken === refused) return "refused";
  if (accessToken === rejected || now >= expiresAt) return "spent";
  return now < Math.max(expiresAt - refreshBeforeMs, restsUntil) ? "fresh" : "due";
}
