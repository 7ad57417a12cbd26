/** The tokens that open the sandbox. They are made up, and open nothing else. */
export interface SandboxTokens {
  /** v2 and v3, the whole company: a private integration token. */
  readonly agency: string;
  /** v2 and v3, one location. */
  readonly location: string;
  /** v1, the whole company: an API key. */
  readonly v1Agency: string;
  /** v1, one location. */
  readonly v1Location: string;
}

/** The ids of what is there at the start. */
export interface SandboxIds {
  readonly companyId: string;
  /** The location of the tokens `location` and `v1Location`. */
  readonly locationId: string;
  /** The company's locations. */
  readonly locationIds: readonly string[];
  /** People by what they are there for, where the start has such: `messy`. */
  readonly people: Readonly<Record<string, string>>;
  /** The profiles of social posting. */
  readonly profiles: readonly { readonly id: string; readonly locationId: string; readonly platform: string }[];
  /** The marketplace app. */
  readonly oauth: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly appId: string;
    readonly versionId: string;
    /** A code for tokens of the company. */
    readonly agencyCode: string;
    /** A code for tokens of the location `locationCodeLocationId`. */
    readonly locationCode: string;
    readonly locationCodeLocationId: string;
    /** The locations that have the app. */
    readonly installedLocationIds: readonly string[];
  };
}

/** What the command `seed` gives. */
export interface Tour extends Pick<SandboxIds, "companyId" | "profiles" | "oauth"> {
  readonly tokens: SandboxTokens;
  readonly locations: readonly { readonly id: string }[];
  readonly locationTokenLocationId: string;
  readonly people?: SandboxIds["people"];
}

/** The ids of a tour. */
export function idsOf({ companyId, locations, locationTokenLocationId, people = {}, profiles, oauth }: Tour): SandboxIds {
  const locationIds = locations.map(({ id }) => id);
  return { companyId, locationId: locationTokenLocationId, locationIds, people, profiles, oauth };
}
