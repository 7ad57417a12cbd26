import type { Rule } from "../common/fields.js";
import { wordsFor } from "../common/tag.js";
import { Refusal, wordsOf } from "./refusal.js";
import type { Settings } from "./settings.js";

/** A request, what it is served by, and what is known of it so far. */
export interface Visit extends Settings {
  readonly request: Request;
  origin?: string | undefined;
  /** What the gateway's owner is told of it. */
  readonly known: { keyId?: string; operation?: string };
  /** HighLevel's tokens that it was sent on with. */
  readonly tokens: string[];
  /** What is said if the request's time is over now. */
  late?: Refusal;
  /** Aborted when it is. */
  readonly signal: AbortSignal;
}

/**
 * What a function of the options comes to.
 *
 * @param name - The option.
 * @param message - What the caller is told if it comes to nothing good.
 * @throws {Refusal} 503
 */
export async function asked<T>(
  visit: Visit,
  name: string,
  message: string,
  ask: () => unknown,
  { accepts, expected }: Rule,
): Promise<T> {
  visit.late = new Refusal(504, "the gateway has not answered in time", `"${name}" takes too long`);
  let problem: string;
  try {
    const given = await ask();
    if (accepts(given)) return given as T;
    problem = `gave ${wordsFor(given)}: expected ${expected}`;
  } catch (thrown) {
    problem = `failed: ${wordsOf(thrown)}`;
  }
  throw new Refusal(503, message, `"${name}" ${problem}`);
}
