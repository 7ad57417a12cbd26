/**
 * Calls at random, of every operation, right ones and wrong ones. They look like each other's consequences: ids are mostly such
 * as an answer has told. The package writes those that are right; what is wrong with the others, it would not send.
 */

import { Known } from "./box-known.mjs";
import { spoiled } from "./box-spoiling.mjs";

/** @typedef {import("./box-spoiling.mjs").Call} Call */

/** The moments that things are planned for. */
const DAY = Date.UTC(2026, 11, 1, 9);
const HOUR = 3_600_000;

/** What fields of these names have to look like. */
const SAMPLES = {
  email: (dice) => `${dice.word()}@example.com`,
  emails: (dice) => `${dice.word()}@example.com`,
  phone: (dice) => `+1555${dice.below(9_000_000) + 1_000_000}`,
  url: () => "https://example.com/a",
  website: () => "https://example.com",
  timezone: () => "Europe/London",
  country: () => "GB",
  skip: (dice) => dice.below(4),
};

/**
 * What draws calls of a company.
 *
 * @param {any} modules - The package. @param {any} world - What the sandbox tells of itself. @param {import("./dice.mjs").Dice} dice
 */
export function drawing({ HighLevel, catalogue }, world, dice) {
  const known = new Known(world, dice);
  let written;
  const fetch = async (url, init) => {
    written = new Request(url, init);
    return Response.json({});
  };
  const clients = ["v1", "v2", "v3"].flatMap((api) => {
    const { companyId, locationTokenLocationId: locationId, tokens } = world;
    const kinds = api === "v1" ? { agency: tokens.v1Agency, location: tokens.v1Location } : tokens;
    const options = { api, companyId, locationId, fetch, maxRetries: 0, rateLimit: false, validate: "off" };
    const clientOf = (token) => catalogue(new HighLevel({ ...options, token }));
    return [{ api, agency: clientOf(kinds.agency), location: clientOf(kinds.location) }];
  });
  const rows = clients.flatMap((own) => own.agency.operations.map((row) => ({ ...own, row })));

  async function right() {
    // These are no part of the catalogue.
    if (dice.oneIn(15)) return known.oauthCall();
    const { api, row, ...kinds } = dice.pick(rows);
    const client = kinds[row.tokens[api]] ?? dice.pick([kinds.agency, kinds.location]);
    written = undefined;
    // What is written counts: the answer is none of the sandbox's.
    await client.request(row.id, inputOf(row.fields, api, row.id)).catch(() => {});
    // The package does not send what it knows to be wrong, such as one of two fields that belong together.
    if (written === undefined) return right();
    const { method, url, headers } = written;
    const { pathname, search } = new URL(url);
    const body = (await written.text()) || undefined;
    return { method, path: pathname + search, headers: Object.fromEntries(headers), body };
  }

  function inputOf(fields, api, id) {
    const isFull = dice.oneIn(3);
    const isIn = ({ versions, required }) =>
      versions.includes(api) && (required.includes(api) || (isFull ? !dice.oneIn(3) : dice.oneIn(12)));
    return Object.fromEntries(fields.filter(isIn).map((field) => [field.name, valueOf(field, api, id)]));
  }

  function valueOf({ many, ...field }, api, id) {
    if (many) return Array.from({ length: 1 + dice.below(2) }, () => valueOf(field, api, id));
    const { name, kind, words, fields } = field;
    if (kind === "id") return known.idFor(name, id);
    if (words) return dice.pick(words);
    const sample = SAMPLES[name];
    if (sample && kind !== "object") return sample(dice);
    if (kind === "object" && fields) return inputOf(fields, api, id);
    const date = new Date(DAY + dice.below(48) * HOUR);
    const values = { boolean: dice.oneIn(2), count: 1 + dice.below(20), number: dice.below(5), date, object: {} };
    return values[kind] ?? dice.word();
  }

  return {
    /** @returns {Promise<Call>} */
    async draw() {
      const call = await right();
      return dice.oneIn(3) ? spoiled(call, world, dice) : call;
    },
    /** @param {Call} call @param {string} text - What was answered. */
    learn: (call, text) => known.learn(call, text),
  };
}
