/** What the sandbox answers to every operation of the catalogue, as it came and as the package takes it. */

import { OpenAPIValidator } from "openapi-backend";
import { reset, SANDBOX_URL, seed } from "../consumers/sandbox.mjs";
import { calendars } from "./answers/calendars.mjs";
import { contacts } from "./answers/contacts.mjs";
import { conversations } from "./answers/conversations.mjs";
import { locations } from "./answers/locations.mjs";
import { opportunities } from "./answers/opportunities.mjs";
import { associations, blogs, businesses, socialPosting } from "./answers/others.mjs";
import { DATE_TIME, explained } from "./spec.mjs";

const SCENARIOS = { associations, blogs, businesses, calendars, contacts, conversations, locations, opportunities, socialPosting };

/**
 * An answer as it came, and what the package says of it in the strictest way.
 *
 * @typedef {{ id: string, status: number, body: unknown, isJson: boolean, refused?: string }} Answer
 */

/**
 * What the calls of a resource have at hand. `call` gives back the body as it came.
 *
 * @typedef {object} Scene
 * @property {string} api
 * @property {(id: string, input: object) => Promise<any>} call
 * @property {string} companyId
 * @property {string} locationId
 * @property {string[]} userIds
 * @property {string[]} profileIds
 * @property {() => Promise<string>} contactId
 * @property {() => Promise<any>} bookings - Events of the first calendar, whenever they are.
 */

/** Calls every operation, resource by resource. @param {any} modules - The package. @returns {Promise<Answer[]>} */
export async function answersOf({ HighLevel, catalogue }, api) {
  await reset();
  const { tokens, companyId, locationTokenLocationId: locationId, profiles } = await seed();
  const answers = [];
  const fetch = async (url, init) => {
    const response = await globalThis.fetch(url, init);
    const isJson = /json/.test(response.headers.get("content-type") ?? "");
    const copy = response.clone();
    answers.push({ status: response.status, isJson, body: await (isJson ? copy.json() : copy.arrayBuffer()) });
    return response;
  };
  const clientOf = (token) =>
    catalogue(new HighLevel({ api, token, companyId, locationId, baseUrl: SANDBOX_URL, fetch, validate: "strict", maxRetries: 0 }));
  const clients = { agency: clientOf(tokens.agency), location: clientOf(tokens.location) };
  const tokenOf = Object.fromEntries(clients.location.operations.map(({ id, tokens }) => [id, tokens[api]]));
  const call = async (id, input) => {
    const before = answers.length;
    const refused = await (clients[tokenOf[id]] ?? clients.location).request(id, input).then(() => undefined, explainedRefusal);
    if (answers.length === before) throw new Error(`${id} was not sent: ${refused}`);
    const answer = Object.assign(answers.at(-1), { id, refused });
    if (answer.status >= 300) throw new Error(`${id} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const contactId = async () => (await call("contacts.search", { pageLimit: 1 })).contacts[0].id;
  const bookings = async () => {
    const { calendars } = await call("calendars.list", {});
    return call("calendars.events.list", { calendarId: calendars[0].id, startTime: new Date(0), endTime: new Date(Date.UTC(2030, 0)) });
  };
  // v3 has no list of a location's users.
  const { users } = await new HighLevel({ api: "v2", token: tokens.location, baseUrl: SANDBOX_URL }).users.list({ locationId });
  const profileIds = profiles.filter((profile) => profile.locationId === locationId).map(({ id }) => id);
  const userIds = users.map(({ id }) => id);
  const scene = { api, call, companyId, locationId, userIds, profileIds, contactId, bookings };
  for (const scenario of Object.values(SCENARIOS)) await scenario(scene).catch((error) => console.log("FAILED", api, error.message, error.stack.split("\n")[1]));
  return answers;
}

/** How an answer differs from what the spec of its operation says, or from what we declare, a line each. */
export function differencesOf({ said, validator }, { status, body, isJson, refused }) {
  const lines = refused ? [`is refused: ${refused}`] : [];
  const documented = said.responses[status];
  if (!documented) return [...lines, `status ${status} is not documented`];
  const schema = documented.content?.["application/json"]?.schema;
  if (!schema) return [...lines, "has no schema"];
  if (!isJson) return [...lines, "is no JSON"];
  const { errors } = validator.validateResponse(body, said, status);
  return [...lines, ...explained({ errors }).map((line) => line.replace(/\/\d+(?=[/ ])/g, "[]").replaceAll("/", "."))];
}

/** Says everything that is wrong at once, so that no known difference hides another. */
export const thorough = ({ definition, router, ...judge }) => ({
  ...judge,
  validator: new OpenAPIValidator({ definition, router, ajvOpts: { allErrors: true, formats: { "date-time": DATE_TIME } } }),
});

const explainedRefusal = (error) => `${error.code} ${error.message} ${JSON.stringify(error.details ?? error.cause ?? null)}`;
