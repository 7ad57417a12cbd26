import type { OAuthScope } from "./scopes.js";

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
