/** The sandbox in both its forms, each started over, with what it tells of itself. */

import { reset, SANDBOX_URL, seed } from "../consumers/sandbox.mjs";

/**
 * @typedef {object} Side
 * @property {typeof globalThis.fetch} fetch
 * @property {string} baseUrl
 * @property {any} world - The company, its locations, its profiles, and a token of each kind.
 */

/** @param {typeof import("ghl-users/sandbox").createSandbox} createSandbox @returns {Record<string, () => Promise<Side>>} */
export const sidesOf = (createSandbox) => ({
  async server() {
    await reset();
    return { fetch: globalThis.fetch, baseUrl: SANDBOX_URL, world: await seed() };
  },
  async "box.fetch"() {
    const { fetch, tokens, ids } = createSandbox({ deleteAfterMs: 0 });
    const { companyId, locationId, locationIds, profiles } = ids;
    const world = { tokens, companyId, locationTokenLocationId: locationId, locations: locationIds.map((id) => ({ id })), profiles };
    return { fetch, baseUrl: "https://services.leadconnectorhq.com", world };
  },
});
