import type { OAuthTokens, OAuthUserType } from "./tokens.js";

/** Whose tokens a session has: an agency's or a location's. */
export type OAuthResource =
  | {
      /** The company (agency). */
      readonly companyId: string;
      readonly locationId?: undefined;
    }
  | {
      /** The location (sub-account). */
      readonly locationId: string;
      readonly companyId?: undefined;
    };

/** The resource as errors name it. */
export function nameOf({ companyId, locationId }: OAuthResource): string {
  return companyId === undefined ? `location "${locationId}"` : `company "${companyId}"`;
}

/** Where its tokens are in a store, below `parent`. No id can be written so that it leads to another's place. */
export function keyOf(parent: string, { companyId, locationId }: OAuthResource): string {
  const [kind, id] = companyId === undefined ? ["location", locationId] : ["company", companyId];
  return `${parent}:${kind}:${encodeURIComponent(id)}`;
}

/** Which tokens it needs. */
export function userTypeOf({ companyId }: OAuthResource): OAuthUserType {
  return companyId === undefined ? "Location" : "Company";
}

/** Says which field shows that tokens are another resource's, and what was expected; nothing if none does. */
export function strangenessOf(tokens: OAuthTokens, resource: OAuthResource): string | undefined {
  const userType = userTypeOf(resource);
  const other = userType === "Company" ? "Location" : "Company";
  if (tokens.userType === other) return `"userType" is "${other}": expected "${userType}"`;
  const field = resource.companyId === undefined ? "locationId" : "companyId";
  if (tokens[field] === undefined || tokens[field] === resource[field]) return undefined;
  return `"${field}" is not that of ${nameOf(resource)}`;
}
