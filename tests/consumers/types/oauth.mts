// What a TypeScript user of OAuth writes: the way to HighLevel's page, and back.

import {
  authorizeUrl,
  checkState,
  createState,
  exchangeCode,
  installedLocations,
  locationToken,
  refresh,
  type Authorization,
  type InstalledLocation,
  type OAuthClient,
  type OAuthScope,
  type OAuthTokens,
} from "ghl-users/server";

const fetcher: NonNullable<OAuthClient["fetch"]> = (...all) => fetch(...all);
const app: OAuthClient = { clientId: "a", clientSecret: "s", api: "v3", timeoutMs: undefined, fetch: fetcher };
const scopes: OAuthScope[] = ["users.readonly", "one.that.comes.later"];

export function connect(redirectUri: string, loginWindowOpenMode?: "self"): { url: string; state: string } {
  const state = createState();
  const authorization: Authorization = { clientId: app.clientId, redirectUri, scopes, state, loginWindowOpenMode };
  // @ts-expect-error a state is required
  authorizeUrl({ clientId: "a", redirectUri, scopes });
  return { url: authorizeUrl(authorization), state };
}

export async function callback(query: URLSearchParams, expected?: string): Promise<OAuthTokens> {
  if (!checkState(query.get("state"), expected)) throw new Error("forged");
  const tokens = await exchangeCode(app, { code: query.get("code") ?? "", userType: "Company" });
  // @ts-expect-error tokens are not to be changed
  tokens.accessToken = "";
  // @ts-expect-error location tokens may lack one
  const always: string = tokens.refreshToken;
  // @ts-expect-error two kinds of tokens
  await refresh(app, { refreshToken: always, userType: "Agency" });
  return refresh(app, { refreshToken: tokens.refreshToken ?? always });
}

export async function locations({ accessToken, companyId }: OAuthTokens): Promise<InstalledLocation[]> {
  const found: InstalledLocation[] = [];
  if (companyId === undefined) return found;
  const query = { accessToken, companyId, appId: "a" };
  for await (const location of installedLocations({ api: "v3" }, query)) found.push(location);
  // @ts-expect-error the location is missing
  await locationToken(app, { accessToken, companyId });
  const of = await locationToken(app, { accessToken, companyId, locationId: found[0]?.id ?? "" });
  const { expiresAt, scopes, approvedLocations = [] } = of;
  return expiresAt > Date.now() && scopes.includes("users.readonly") && approvedLocations.length === 0 ? found : [];
}
