import type { JsonObject } from "../common/json.js";
import { isToken } from "../common/fields.js";
import type { OAuthScope } from "./scopes.js";
import { snake } from "./wire.js";

/** Whose tokens these are: an agency's or a location's. */
export type OAuthUserType = "Company" | "Location";

/** What HighLevel gives an app, in one form for v2 and v3. Secrets: keep them out of logs and pages. */
export interface OAuthTokens {
  /** The token of API calls. */
  readonly accessToken: string;
  /** What gets the next tokens: it works once, for a year at most. Location tokens may lack one. */
  readonly refreshToken?: string | undefined;
  /** When the access token ends, in milliseconds since 1970, by this machine's clock. */
  readonly expiresAt: number;
  /** `Company` for an agency's tokens, `Location` for a location's (sub-account's). */
  readonly userType: OAuthUserType | (string & {});
  /** The company (agency). */
  readonly companyId?: string | undefined;
  /** The location (sub-account), of a location's tokens. */
  readonly locationId?: string | undefined;
  /** Who installed the app. */
  readonly userId?: string | undefined;
  /** What the tokens allow. */
  readonly scopes: readonly OAuthScope[];
  /** The plan of a paid app. */
  readonly planId?: string | undefined;
  /** The app. In answers to `locationToken` only. */
  readonly appId?: string | undefined;
  /** The installed version of the app. In answers to `locationToken` only. */
  readonly versionId?: string | undefined;
  /** Whether the app was installed in several locations at once. */
  readonly isBulkInstallation?: boolean | undefined;
  /** The locations that an agency's tokens can get tokens for. */
  readonly approvedLocations?: readonly string[] | undefined;
  /** Whether the agency approved all of its locations. */
  readonly approveAllLocations?: boolean | undefined;
  /** Whether the app is installed in the agency's future locations as well. */
  readonly installToFutureLocations?: boolean | undefined;
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isFlag = (value: unknown): boolean => typeof value === "boolean";

/** What an answer may have, and what it has to be in order to be taken. */
const OPTIONAL: Partial<Record<keyof OAuthTokens, (value: unknown) => boolean>> = {
  refreshToken: isToken,
  userType: isText,
  companyId: isText,
  locationId: isText,
  userId: isText,
  planId: isText,
  appId: isText,
  versionId: isText,
  isBulkInstallation: isFlag,
  approvedLocations: (value) => Array.isArray(value) && value.every(isText),
  approveAllLocations: isFlag,
  installToFutureLocations: isFlag,
};

/**
 * Reads the tokens of an answer in either version's spelling; or says what is wrong with it, without showing it.
 *
 * @param sentAt - When the request was sent, in milliseconds since 1970.
 */
export function tokensIn(answer: JsonObject, sentAt: number): OAuthTokens | string {
  const member = (name: string): unknown => answer[name] ?? answer[snake(name)];
  const accessToken = member("accessToken");
  if (!isToken(accessToken)) return "has no access token";
  const seconds = member("expiresIn");
  const expiresAt = typeof seconds === "number" && seconds > 0 ? sentAt + seconds * 1000 : Infinity;
  if (expiresAt === Infinity) return "does not say for how many seconds its access token works";
  const scope = member("scope");
  const scopes = isText(scope) ? scope.split(/\s+/).filter(isText) : [];
  const fields = Object.entries(OPTIONAL).map(([name, accepts]) => [name, member(name), accepts] as const);
  const known = Object.fromEntries(fields.filter(([, value, accepts]) => accepts(value)));
  // Only a location's tokens name one.
  const userType = known.locationId === undefined ? "Company" : "Location";
  return { userType, ...known, accessToken, expiresAt, scopes };
}
