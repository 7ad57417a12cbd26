import { createHighLevelClient } from "@gnosticdev/highlevel-sdk";

/** @type {import("../peers.mjs").Connect} */
export function connect({ baseUrl, token }) {
  const access = { privateToken: token, accessType: "Agency", scopes: ["users.readonly"] };
  const { users } = createHighLevelClient({ baseUrl }, "integration", access);
  return async (userId) => {
    const params = { path: { userId }, header: { Version: "2021-07-28" } };
    const { data, error, response } = await users.GET("/users/{userId}", { params });
    if (error) throw new Error(`${response.status}: ${JSON.stringify(error)}`);
    return data;
  };
}
