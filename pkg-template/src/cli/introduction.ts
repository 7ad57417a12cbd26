import { table } from "./help.js";
import { v1Of, type Seed } from "./seed.js";

/** What a person is told: where it is, what opens it, and three things to do next. */
export function introduction(url: string, start: string, seed: Seed): string {
  const { companyId, locations, locationTokenLocationId, tokens, profiles, oauth } = seed;
  const ofToken = profiles.filter(({ locationId }) => locationId === locationTokenLocationId);
  const facts = table([
    ["v2, v3", url],
    ["v1", v1Of(url)],
    ["company", companyId],
    ...locations.map(({ id, name }) => ["location", `${id}  ${name}`] as const),
    ["agency token", tokens.agency],
    ["location token", `${tokens.location}  (${locationTokenLocationId})`],
    ["v1 agency key", tokens.v1Agency],
    ["v1 location key", tokens.v1Location],
    ["client id", oauth.clientId],
    ["client secret", oauth.clientSecret],
    ["agency code", oauth.agencyCode],
    ["location code", oauth.locationCode],
    ...ofToken.map(({ id, platform }) => ["profile", `${id}  ${platform}`] as const),
  ]);
  const authorization = `-H "Authorization: Bearer ${tokens.agency}" -H "Version: 2021-07-28"`;
  const next = [
    `  new HighLevel({ baseUrl: "${url}", token: "${tokens.agency}", companyId: "${companyId}" })`,
    `  curl ${authorization} "${url}/users/search?companyId=${companyId}&limit=1"`,
    `  curl -X POST ${url}/__sandbox/reset`,
  ];
  return [
    `HighLevel sandbox, ${start}`,
    facts,
    "",
    "Next, in a program, in a shell, and to start over:",
    ...next,
    "",
    "Ctrl+C ends it. Nothing is kept, and nothing here opens anything at HighLevel.",
    "",
  ].join("\n");
}
