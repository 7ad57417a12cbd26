/** Where a request of ours and HighLevel's file differ, operation by operation, and why: this is all the leniency there is. */

/** What an input needs besides its required fields: one of several has to be there. */
export const FIRST = {};

/**
 * By what was sent: everything, what is required, and what a request with everything lacks. Each is met, or the test says so.
 *
 * @type {Record<"full" | "minimal" | "lacking", Record<string, { error: RegExp, because: string, apis?: string[] }[]>>}
 */
export const EXCEPTIONS = { full: {}, minimal: {}, lacking: {} };
