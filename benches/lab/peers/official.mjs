import { HighLevel } from "@gohighlevel/api-client";

/** @type {import("../peers.mjs").Connect} */
export function connect({ baseUrl, token, adapter }) {
  const client = new HighLevel({ privateIntegrationToken: token, apiVersion: "2021-07-28", logLevel: "none" });
  // It has no option for the address, but gives its axios instance away.
  Object.assign(client.getHttpClient().defaults, { baseURL: baseUrl, ...(adapter && { adapter }) });
  return (userId) => client.users.getUser({ userId });
}
