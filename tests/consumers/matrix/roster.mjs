/**
 * What every consumer does with the package: it lists the company's users, page by page, reads one of them in each way,
 * lists a location's tags with a resource of the catalogue, signs a request, asks a sandbox of its own, and watches
 * another.
 */

import { boxedOf } from "./scenario/boxed.mjs";
import { signatureOf } from "./scenario/signature.mjs";
import { toldOf } from "./scenario/told.mjs";

const PER_PAGE = 50;
const TAGS = 5;

/**
 * The entries as the consumer imported them.
 *
 * @typedef {object} Entries
 * @property {typeof import("ghl-users").HighLevel} HighLevel
 * @property {typeof import("ghl-users/catalogue").socialPosting} socialPosting
 * @property {typeof import("ghl-users/sandbox").createSandbox} createSandbox
 * @property {typeof import("ghl-users/signing").signed} signed
 * @property {typeof import("ghl-users/triggers").poll} poll
 *
 * @typedef {Record<`GHL_${"SANDBOX_URL" | "TOKEN" | "COMPANY_ID" | "LOCATION_TOKEN" | "LOCATION_ID"}`, string>} Environment
 */

/** @param {Entries} entries @param {Environment} environment */
export async function roster({ HighLevel, socialPosting, createSandbox, signed, poll }, environment) {
  const ghl = new HighLevel({
    token: environment.GHL_TOKEN,
    companyId: environment.GHL_COMPANY_ID,
    locationId: environment.GHL_LOCATION_ID,
    baseUrl: environment.GHL_SANDBOX_URL,
    // The token of a sandbox is no secret.
    dangerouslyAllowBrowser: true,
  });
  const ids = [];
  for await (const { id } of ghl.users.search({ limit: PER_PAGE })) ids.push(id);
  const path = `/users/${ids[0]}`;
  const ways = {
    method: await ghl.users.get(ids[0]),
    json: await ghl.rawRequest("GET", path),
    text: JSON.parse(await ghl.rawRequest("GET", path, { as: "text" })),
  };
  const first = Object.entries(ways).map(([way, { id, email }]) => [way, { id, email }]);
  // Tags are for a location's token.
  ghl.setToken(environment.GHL_LOCATION_TOKEN);
  const { tags } = await socialPosting(ghl).tags.list({ limit: TAGS });
  return {
    ids,
    first: Object.fromEntries(first),
    tags: tags.map(({ tag }) => tag),
    signature: await signatureOf(signed),
    boxed: await boxedOf(HighLevel, createSandbox),
    told: await toldOf(HighLevel, createSandbox, poll),
  };
}

/**
 * The same, with what it failed with as an answer.
 *
 * @param {Entries} entries @param {Environment} environment
 * @param {() => Promise<void>} [start] - What comes first.
 */
export async function answer(entries, environment, start) {
  try {
    await start?.();
    return await roster(entries, environment);
  } catch (error) {
    return failed(error);
  }
}

/**
 * What comes of a token for HighLevel's own host, where every visitor can read it. Sends nothing.
 *
 * @param {typeof import("ghl-users").HighLevel} HighLevel @param {{ GHL_TOKEN: string }} environment
 */
export function exposed(HighLevel, { GHL_TOKEN: token }) {
  try {
    new HighLevel({ token }).close();
    return { error: "the token was taken" };
  } catch (error) {
    return failed(error);
  }
}

const failed = ({ code, message }) => ({ error: `${code}: ${message}` });
