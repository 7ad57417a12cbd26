/** What the sandbox answers to every operation of the catalogue, as it came and as the package takes it. */

import { calendars } from "./answers/calendars.mjs";
import { contacts } from "./answers/contacts.mjs";
import { conversations } from "./answers/conversations.mjs";
import { locations } from "./answers/locations.mjs";
import { opportunities } from "./answers/opportunities.mjs";
import { associations, blogs, businesses, socialPosting } from "./answers/others.mjs";
import { inputOf } from "./catalogue.mjs";

/** Each makes the calls of its resource. */
const SCENES = [associations, blogs, businesses, calendars, contacts, conversations, locations, opportunities, socialPosting];

/**
 * An answer as it came, and why the package refuses it in the strictest way, if it does.
 *
 * @typedef {{ id: string, status: number, body: unknown, isJson: boolean, refused?: string }} Answer
 */

/**
 * What the calls of a resource have at hand.
 *
 * @typedef {object} Scene
 * @property {string} api
 * @property {(id: string, input: object) => Promise<any>} call - Gives back the body as it came.
 * @property {(id: string, own: object) => Promise<any>} callFull - With all that can be said, this included.
 * @property {string} companyId
 * @property {string} locationId
 * @property {string[]} userIds
 * @property {string[]} profileIds
 * @property {() => Promise<string>} contactId - Of some contact.
 */

/**
 * Calls every operation, resource by resource. A call that fails ends it.
 *
 * @param {any} modules - The package. @param {string} api @param {Map<string, any>} judges - By operation.
 * @param {import("./sides.mjs").Side} side
 * @returns {Promise<Answer[]>}
 */
export async function answersOf(modules, api, judges, side) {
  const { world, fetch, baseUrl } = side;
  const { companyId, locationTokenLocationId: locationId, profiles } = world;
  const { answers, call, callFull } = recorder(modules, api, judges, side);
  // Only v2 lists the users of a location.
  const ghl = new modules.HighLevel({ api: "v2", token: world.tokens.location, baseUrl, fetch });
  const { users } = await ghl.users.list({ locationId });
  const scene = {
    ...{ api, call, callFull, companyId, locationId },
    userIds: users.map(({ id }) => id),
    profileIds: profiles.filter((profile) => profile.locationId === locationId).map(({ id }) => id),
    contactId: async () => (await call("contacts.search", { pageLimit: 1 })).contacts[0].id,
  };
  for (const callAll of SCENES) await callAll(scene);
  return answers;
}

/** What makes calls with the token that each asks for, and keeps what is answered. */
function recorder({ HighLevel, catalogue }, api, judges, { world, baseUrl, ...side }) {
  const { tokens, companyId, locationTokenLocationId: locationId } = world;
  const answers = [];
  let came;
  const fetch = async (url, init) => {
    const response = await side.fetch(url, init);
    came = await read(response.clone());
    return response;
  };
  const own = { api, companyId, locationId, baseUrl, fetch };
  const options = { ...own, validate: "strict", maxRetries: 0, rateLimit: false };
  const clientOf = (token) => catalogue(new HighLevel({ ...options, token }));
  const clients = { agency: clientOf(tokens.agency), location: clientOf(tokens.location) };
  const rows = new Map(clients.agency.operations.map((row) => [row.id, row]));
  const call = async (id, input) => {
    came = undefined;
    // What takes either token takes the agency's.
    const client = clients[rows.get(id).tokens[api]] ?? clients.agency;
    const refused = await client.request(id, input).then(() => undefined, inWords);
    if (!came) throw new Error(`${id} was not sent: ${refused}`);
    const { status, body } = came;
    if (status >= 300) throw new Error(`${id} answered ${status}: ${JSON.stringify(body)}`);
    answers.push({ id, ...came, refused });
    return body;
  };
  const callFull = (id, given) => {
    // The client has ids of these two that the sandbox knows.
    const { locationId, companyId, ...all } = inputOf(rows.get(id), api, true, judges.get(id).said);
    return call(id, { ...all, ...given });
  };
  return { answers, call, callFull };
}

async function read(response) {
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, isJson, body: await (isJson ? response.json() : response.arrayBuffer()) };
}

const inWords = ({ code, message, details }) => [code, message, details && JSON.stringify(details)].filter(Boolean).join(" ");
