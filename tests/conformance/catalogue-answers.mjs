/** What the sandbox answers to every operation of the catalogue, as it came and as the package takes it. */

import { reset, SANDBOX_URL, seed } from "../consumers/sandbox.mjs";
import { calendars } from "./answers/calendars.mjs";
import { contacts } from "./answers/contacts.mjs";
import { conversations } from "./answers/conversations.mjs";
import { locations } from "./answers/locations.mjs";
import { opportunities } from "./answers/opportunities.mjs";
import { associations, blogs, businesses, socialPosting } from "./answers/others.mjs";

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
 * @property {string} companyId
 * @property {string} locationId
 * @property {string[]} userIds
 * @property {string[]} profileIds
 * @property {() => Promise<string>} contactId - Of some contact.
 * @property {() => Promise<any>} bookings - Events of the first calendar, whenever they are.
 */

/**
 * Calls every operation, resource by resource. A call that fails ends it.
 *
 * @param {any} modules - The package. @param {string} api @returns {Promise<Answer[]>}
 */
export async function answersOf({ HighLevel, catalogue }, api) {
  await reset();
  const { tokens, companyId, locationTokenLocationId: locationId, profiles } = await seed();
  const answers = [];
  let came;
  const fetch = async (url, init) => {
    const response = await globalThis.fetch(url, init);
    came = await read(response.clone());
    return response;
  };
  const own = { api, companyId, locationId, baseUrl: SANDBOX_URL, fetch };
  const options = { ...own, validate: "strict", maxRetries: 0, rateLimit: false };
  const clientOf = (token) => catalogue(new HighLevel({ ...options, token }));
  const clients = { agency: clientOf(tokens.agency), location: clientOf(tokens.location) };
  const tokenOf = Object.fromEntries(clients.location.operations.map(({ id, tokens }) => [id, tokens[api]]));
  const call = async (id, input) => {
    came = undefined;
    const client = clients[tokenOf[id]] ?? clients.location;
    const refused = await client.request(id, input).then(() => undefined, inWords);
    if (!came) throw new Error(`${id} was not sent: ${refused}`);
    const { status, body } = came;
    if (status >= 300) throw new Error(`${id} answered ${status}: ${JSON.stringify(body)}`);
    answers.push({ id, ...came, refused });
    return body;
  };
  const scene = { api, call, companyId, locationId, ...(await people(HighLevel, tokens.location, locationId)) };
  scene.profileIds = profiles.filter((profile) => profile.locationId === locationId).map(({ id }) => id);
  scene.contactId = async () => (await call("contacts.search", { pageLimit: 1 })).contacts[0].id;
  scene.bookings = async () => {
    const { calendars } = await call("calendars.list", {});
    const always = { startTime: new Date(0), endTime: new Date(Date.UTC(2030, 0)) };
    return call("calendars.events.list", { calendarId: calendars[0].id, ...always });
  };
  for (const callAll of SCENES) await callAll(scene);
  return answers;
}

/** The location's users, whom only v2 lists. */
async function people(HighLevel, token, locationId) {
  const ghl = new HighLevel({ api: "v2", token, baseUrl: SANDBOX_URL });
  const { users } = await ghl.users.list({ locationId });
  return { userIds: users.map(({ id }) => id) };
}

async function read(response) {
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, isJson, body: await (isJson ? response.json() : response.arrayBuffer()) };
}

const inWords = ({ code, message, details }) => [code, message, details && JSON.stringify(details)].filter(Boolean).join(" ");
