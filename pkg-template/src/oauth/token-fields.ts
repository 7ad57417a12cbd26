import { failure, type HighLevelErrorFields } from "../common/error.js";
import type { JsonObject } from "../common/json.js";
import { copyOf, tagOf } from "../common/tag.js";
import { check, FLAG, isToken, required, type Rule, type Rules, SECRET, TEXT, TOKEN } from "../common/fields.js";
import { type OAuthResource, strangenessOf } from "./resource.js";
import type { OAuthTokens } from "./tokens.js";
import { snake } from "./wire.js";

const TEXTS: Rule = {
  expected: "a list of texts",
  accepts: (value) => Array.isArray(value) && value.every(TEXT.accepts),
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
 * Reads the tokens of an answer in either version's spelling; or says what is wrong with it, without showing it.
 *
 * @param sentAt - When the request was sent, in milliseconds since 1970.
 */
export function tokensIn(answer: JsonObject, sentAt: number): OAuthTokens | string {
  const member = (name: string): unknown => answer[name] ?? answer[snake(name)];
  const fields = Object.entries(TOKENS).map(([name, { accepts }]) => [name, member(name), accepts] as const);
  const known: { -readonly [Name in keyof OAuthTokens]?: OAuthTokens[Name] } = Object.fromEntries(
    fields.filter(([, value, accepts]) => accepts(value)),
  );
  const { accessToken, locationId } = known;
  // No server means words: they would be kept in the place of a token that works.
  if (!isToken(known.refreshToken)) delete known.refreshToken;
  if (accessToken === undefined) return "has no access token";
  const seconds = member("expiresIn");
  const expiresAt = typeof seconds === "number" && seconds > 0 ? sentAt + seconds * 1000 : Infinity;
  if (expiresAt === Infinity) return "does not say for how many seconds its access token works";
  const scope = member("scope");
  const scopes = typeof scope === "string" ? scope.split(/\s+/).filter(TEXT.accepts) : [];
  // Only a location's tokens name one.
  const userType = locationId === undefined ? "Company" : "Location";
  return { userType, ...known, accessToken, expiresAt, scopes };
}

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
