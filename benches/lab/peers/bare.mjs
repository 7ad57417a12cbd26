/** What there is without a package. */

/** @type {import("../peers.mjs").Connect} */
export function connect({ baseUrl, token }) {
  const headers = { authorization: `Bearer ${token}`, version: "2021-07-28", accept: "application/json" };
  return async (userId) => JSON.parse(await (await fetch(`${baseUrl}/users/${userId}`, { headers })).text());
}
