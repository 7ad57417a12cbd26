/** The world in which the blocks run: HighLevel, and a gateway in front of it, are the sandbox. Nothing else is there. */

import { workersOf } from "../consumers/gateway.mjs";
import { SANDBOX_URL, seed } from "../consumers/sandbox.mjs";

const { fetch: send } = globalThis;

/** What a visitor of the gateways may do. */
const OPERATIONS = ["users.search", "users.get", "users.filterByEmail"];

/**
 * Puts `fetch`, `location`, the environment and a console in place, whose lines are kept.
 *
 * @param {{ folder: string }} consumer - Where the package is installed.
 * @returns {Promise<{ literals: Record<string, string>, printed: string[] }>}
 */
export async function begin(consumer) {
  const facts = await seed();
  const { companyId, tokens } = facts;
  const { createGateway } = await workersOf(consumer);
  const options = { token: tokens.agency, baseUrl: SANDBOX_URL, authenticate: () => ({ operations: OPERATIONS }) };
  const gateway = createGateway(options);
  const below = createGateway({ ...options, prefix: "/highlevel" });
  const places = {
    "https://services.leadconnectorhq.com": (url, init) => send(SANDBOX_URL + url, init),
    "https://rest.gohighlevel.com": (url, init) => send(SANDBOX_URL + url, init),
    "https://gateway.example.com": (url, init) => gateway.fetch(new Request(`https://gateway.example.com${url}`, init)),
    "https://app.example.com": (url, init) => below.fetch(new Request(`https://app.example.com${url}`, init)),
    [new URL(SANDBOX_URL).origin]: (url, init) => send(SANDBOX_URL + url, init),
  };
  globalThis.fetch = async (input, init) => {
    const { origin, pathname, search } = new URL(input instanceof Request ? input.url : input);
    const place = places[origin];
    if (!place) throw new Error(`there is no ${origin} in the world of the docs`);
    return place(pathname + search, init);
  };
  const printed = [];
  for (const method of ["debug", "info", "log", "warn"]) console[method] = (...words) => printed.push(words.join(" "));
  globalThis.location = { origin: "https://app.example.com" };
  Object.assign(process.env, {
    HIGHLEVEL_TOKEN: tokens.agency,
    HIGHLEVEL_COMPANY_ID: companyId,
    GHL_SEED: JSON.stringify(facts),
  });
  return { literals: literalsOf(facts), printed };
}

/** What pages write in the place of what a reader has. */
function literalsOf({ companyId, locations }) {
  return { "your agency's id": companyId, "a location's id": locations[0].id, "http://127.0.0.1:4010": SANDBOX_URL };
}
