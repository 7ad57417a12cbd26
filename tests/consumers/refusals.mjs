/** How calls are refused: the code, the status, and how many requests were sent. */

/** The input is wrong. */
export const INVALID = ["invalid_input", null, 0];
/** The token's kind is known, and another one is needed. */
export const UNFIT = ["insufficient_scope", null, 0];
/** The same, if the server has to say it. */
export const NOT_FOR_IT = ["insufficient_scope", 401, 1];
export const BAD = ["rejected", 400, 1];
export const FORBIDDEN = ["forbidden", 403, 1];
export const FOREIGN = ["wrong_location", 403, 1];
export const NOT_FOUND = ["not_found", 404, 1];
