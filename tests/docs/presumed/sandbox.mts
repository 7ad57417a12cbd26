/** What a reader has, of the sandbox: ids, tokens, an app. */

interface Seed {
  companyId: string;
  locations: [Location, Location, Location];
  tokens: Record<"agency" | "location" | "v1Agency" | "v1Location", string>;
  oauth: Record<"clientId" | "clientSecret" | "appId" | "agencyCode", string>;
  profiles: { id: string; locationId: string }[];
}
interface Location {
  id: string;
}

const { companyId: company, locations, tokens, oauth, profiles }: Seed = JSON.parse(process.env.GHL_SEED ?? "");

export const companyId: string = company;
export const locationId: string = locations[0].id;
export const newLocationId: string = locations[2].id;
export const token: string = tokens.agency;
export const locationToken: string = tokens.location;
export const apiKey: string = tokens.v1Agency;
/** The social profiles of the first location. */
export const profileIds: string[] = profiles.filter(({ locationId: of }) => of === locationId).map(({ id }) => id);
export const { clientId, clientSecret, appId, agencyCode } = oauth;

export const sandbox: string = process.env.GHL_SANDBOX_URL ?? "";

/** Some of the sandbox's users. */
const headers = { authorization: `Bearer ${token}`, version: "2021-07-28" };
const answer = await fetch(`${sandbox}/users/search?companyId=${companyId}&locationId=${locationId}`, { headers });
const { users }: { users: [{ id: string; email: string }] } = await answer.json();
export const ids: string[] = users.slice(0, 3).map(({ id }) => id);
export const userId: string = users[0].id;
export const email: string = users[0].email;
