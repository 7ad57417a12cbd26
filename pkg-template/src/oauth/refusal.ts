import type { HighLevelErrorFields } from "../common/error.js";
import type { JsonObject } from "../common/json.js";
import { codeOfUnauthorized } from "../common/unauthorized.js";

type Code = HighLevelErrorFields["code"];

/** What a refusal means: the first rule that fits does. */
export interface RefusalRule {
  /** The statuses, from the first to the last. */
  readonly statuses: readonly [number, number];
  /** What the server says, if that matters. */
  readonly says?: RegExp;
  /** The code, which may be up to the server's sentences. */
  readonly code: Code | ((reasons: readonly string[]) => Code);
  /** What the reader of the message should know besides. */
  readonly note?: string;
  /** What is said instead of the server's words. */
  readonly instead?: string;
}

const CHECK_URL = 'check "baseUrl"';

const REDIRECT = {
  code: "unexpected_redirect",
  instead: "the server answered with a redirect, which is not followed",
} as const;

const EVERYWHERE: readonly RefusalRule[] = [
  { statuses: [0, 0], ...REDIRECT },
  { statuses: [300, 399], ...REDIRECT },
  { statuses: [408, 408], code: "server" },
  { statuses: [429, 429], code: "rate_limited" },
  { statuses: [500, 599], code: "server" },
  // A server that has no such path: "Cannot POST /v1/oauth/token".
  { statuses: [404, 404], says: /cannot \w+ \//i, code: "unexpected_response", note: CHECK_URL },
];

const ELSEWHERE: readonly RefusalRule[] = [
  { statuses: [403, 403], code: "forbidden" },
  { statuses: [400, 499], code: "rejected" },
];

const WRONG_CLIENT = {
  code: "invalid_config",
  note: `check "clientId" and "clientSecret"`,
} as const;

/** What the refusals of `/oauth/token` mean, whose answers say it in words more than by the status. */
export const GRANT_REFUSALS: readonly RefusalRule[] = [
  ...EVERYWHERE,
  { statuses: [400, 499], says: /invalid[ _]client|invalid parameter: client/i, ...WRONG_CLIENT },
  {
    statuses: [400, 499],
    says: /invalid[ _]grant|invalid parameter: (code|refresh_?token)/i,
    code: "invalid_grant",
    note: "a code and a refresh token work once, and not for ever: connect the app again",
  },
  // Its whole sentence: "version header was not found".
  { statuses: [401, 401], says: /version header/i, code: "rejected" },
  { statuses: [401, 401], ...WRONG_CLIENT },
  ...ELSEWHERE,
];

/** What the refusals of calls with an access token mean: the engine tells those of its calls apart alike. */
export const TOKEN_REFUSALS: readonly RefusalRule[] = [
  ...EVERYWHERE,
  { statuses: [401, 401], code: (reasons) => codeOfUnauthorized(reasons) ?? "invalid_token" },
  { statuses: [403, 403], says: /access to this location/i, code: "wrong_location" },
  ...ELSEWHERE,
];

/** The rule for a refusal. */
export function ruleFor(
  status: number,
  words: string,
  rules: readonly RefusalRule[],
): Omit<RefusalRule, "statuses"> {
  const fits = ({ statuses: [first, last], says }: RefusalRule): boolean =>
    status >= first && status <= last && (says?.test(words) ?? true);
  return rules.find(fits) ?? { code: "unexpected_response" };
}

/** The server's words in the body of a refusal, sentence by sentence, in any of the forms that HighLevel uses. */
export function reasonsIn({ message, msg, error, error_description }: JsonObject): string[] {
  const said = textsOf(message, msg);
  if (said.length > 0) return said;
  const { message: inner } = Object(error) as { message?: unknown };
  return textsOf(inner ?? error, error_description);
}

/** All that says what kind of refusal it is, also beside the sentences. */
export function wordsIn(body: JsonObject): string {
  return [...reasonsIn(body), ...textsOf(body.error)].join("\n");
}

function textsOf(...values: readonly unknown[]): string[] {
  return values.flat().filter((value): value is string => typeof value === "string" && value !== "");
}
