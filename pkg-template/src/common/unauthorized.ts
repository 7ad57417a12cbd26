import type { ErrorCode } from "../generated/errors/code.js";
import { SILENT, WORDS } from "../generated/errors/unauthorized.js";

/**
 * The code of a 401 with these words; nothing if they are about something that the table does not know. Only
 * `invalid_token` is worth a new token. Of what is unknown, one: see {@link Unhelped}.
 */
export function codeOfUnauthorized(reasons: readonly string[]): ErrorCode | undefined {
  const said = reasons.join("; ").toLowerCase();
  const [, code] = WORDS.find(([words]) => words.test(said)) ?? [];
  return code ?? (said === "" || said === SILENT ? "invalid_token" : undefined);
}

/** How many wordings are remembered: a server that makes up words is not worth more. */
const MOST = 32;

/** The wordings, unknown to the table, that a new token did not help against: they are not about the token. */
export class Unhelped {
  readonly #wordings = new Set<string>();

  has(reasons: readonly string[]): boolean {
    return this.#wordings.has(wordingOf(reasons));
  }

  add(reasons: readonly string[]): void {
    if (this.#wordings.size < MOST) this.#wordings.add(wordingOf(reasons));
  }
}

/** The words without those that have a digit, which may be ids. */
export function wordingOf(reasons: readonly string[]): string {
  const words = reasons.join(" ").toLowerCase().split(/\s+/);
  return words.filter((word) => !/\d/.test(word)).join(" ");
}
