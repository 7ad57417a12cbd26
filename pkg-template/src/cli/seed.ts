/** What the sandbox tells of itself at `/__sandbox/seed`, as far as the command shows it. */
export interface Seed {
  readonly companyId: string;
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly locationTokenLocationId: string;
  readonly tokens: Readonly<Record<"agency" | "location" | "v1Agency" | "v1Location", string>>;
  readonly profiles: readonly { readonly id: string; readonly locationId: string; readonly platform: string }[];
  readonly oauth: Readonly<Record<"clientId" | "clientSecret" | "agencyCode" | "locationCode", string>>;
}

/** What a script is told: where it is, what opens it, and what is there. */
export function announced(url: string, start: string, { companyId, locations, locationTokenLocationId, tokens, ...others }: Seed): object {
  const locationIds = locations.map(({ id }) => id);
  const ids = { companyId, locationId: locationTokenLocationId, locationIds };
  return { url, v1Url: v1Of(url), start, tokens, ids, locations, ...others };
}

/** The base URL of v1. */
export const v1Of = (url: string): string => `${url}/v1`;
