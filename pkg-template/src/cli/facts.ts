import type { Sandbox } from "../sandbox/api.js";

/** What is told of a sandbox that is served. Scripts get all of it, as JSON. */
export interface Facts extends Pick<Sandbox, "tokens" | "ids" | "publicKeys"> {
  /** The base URL of v2 and v3. */
  readonly url: string;
  /** The base URL of v1. */
  readonly v1Url: string;
  /** What there was at the start, by name. */
  readonly start: string;
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly userCount: number;
}

/** All that is told of a sandbox that is served there. */
export async function factsOf({ fetch, tokens, ids, publicKeys }: Sandbox, url: string, start: string): Promise<Facts> {
  const seed = await fetch(`${url}/__sandbox/seed`);
  const { locations, userCount } = (await seed.json()) as Pick<Facts, "locations" | "userCount">;
  return { url, v1Url: `${url}/v1`, start, tokens, ids, locations, userCount, publicKeys };
}
