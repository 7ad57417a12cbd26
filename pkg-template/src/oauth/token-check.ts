import { failure, type HighLevelErrorFields } from "../common/error.js";
import { copyOf, tagOf } from "../common/tag.js";
import { check, FLAG, required, type Rule, type Rules, SECRET, TEXT, TOKEN } from "../common/fields.js";
import { type OAuthResource, strangenessOf } from "./resource.js";
import type { OAuthTokens } from "./tokens.js";

const TEXTS: Rule = {
  expected: "a list of texts",
  accepts: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
};
const MOMENT: Rule = { expected: "milliseconds since 1970", accepts: (value) => Number.isFinite(value) };

const TOKENS: Rules<OAuthTokens> = {
  accessToken: required(TOKEN),
  refreshToken: SECRET,
  expiresAt: required(MOMENT),
  userType: required(TEXT),
  companyId: TEXT,
  locationId: TEXT,
  userId: TEXT,
  scopes: required(TEXTS),
  planId: TEXT,
  appId: TEXT,
  versionId: TEXT,
  isBulkInstallation: FLAG,
  approvedLocations: TEXTS,
  approveAllLocations: FLAG,
  installToFutureLocations: FLAG,
};

/**
 * Checks that these are tokens, and the resource's.
 *
 * @param caller - What the message begins with.
 * @returns A copy of them.
 * @throws {HighLevelError} With this code, naming the field and what was expected, and showing no value.
 */
export function checkTokens(
  code: HighLevelErrorFields["code"],
  caller: string,
  tokens: OAuthTokens,
  resource: OAuthResource,
): OAuthTokens {
  const own = check(code, caller, tokens, TOKENS);
  const strangeness = strangenessOf(own, resource);
  if (strangeness !== undefined) throw failure(code, caller, strangeness);
  return own;
}

/** A copy without the fields that only a later version of this package knows, which may share the store. */
export function knownFieldsOf(tokens: OAuthTokens): OAuthTokens {
  const own = copyOf(tokens);
  if (tagOf(own) !== "Object") return own;
  const known = Object.entries(own).filter(([name]) => Object.hasOwn(TOKENS, name));
  return Object.fromEntries(known) as unknown as OAuthTokens;
}
