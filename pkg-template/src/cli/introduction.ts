import type { Facts } from "./facts.js";
import { table } from "./help.js";

/** What a person is told: where it is, what opens it, and three things to do next. */
export function introduction({ url, v1Url, start, tokens, ids, locations }: Facts): string {
  const { companyId, locationId, people, profiles, oauth } = ids;
  const facts = table([
    ["v2, v3", url],
    ["v1", v1Url],
    ["company", companyId],
    ...locations.map(({ id, name }) => ["location", `${id}  ${name}`] as const),
    ["agency token", tokens.agency],
    ["location token", `${tokens.location}  (${locationId})`],
    ["v1 agency key", tokens.v1Agency],
    ["v1 location key", tokens.v1Location],
    ["client id", oauth.clientId],
    ["client secret", oauth.clientSecret],
    ["agency code", oauth.agencyCode],
    ["location code", oauth.locationCode],
    ...Object.entries(people).map(([name, id]) => ["person", `${id}  ${name}`] as const),
    ...profiles
      .filter((profile) => profile.locationId === locationId)
      .map(({ id, platform }) => ["profile", `${id}  ${platform}`] as const),
  ]);
  const headers = `-H "Authorization: Bearer ${tokens.agency}" -H "Version: 2021-07-28"`;
  return [
    `HighLevel sandbox, ${start}`,
    facts,
    "",
    "Next, in a program, in a shell, and to start over:",
    `  new HighLevel({ baseUrl: "${url}", token: "${tokens.agency}", companyId: "${companyId}" })`,
    `  curl ${headers} "${url}/users/search?companyId=${companyId}&limit=1"`,
    `  curl -X POST ${url}/__sandbox/reset`,
    "",
    "Ctrl+C ends it. Nothing is kept, and nothing here opens anything at HighLevel.",
    "",
  ].join("\n");
}
