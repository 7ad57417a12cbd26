/** What a sandbox answers where the package runs. Nothing is sent. */

/**
 * How many users it tells, and what it was asked.
 *
 * @param {typeof import("ghl-users").HighLevel} HighLevel
 * @param {typeof import("ghl-users/sandbox").createSandbox} createSandbox
 */
export async function boxedOf(HighLevel, createSandbox) {
  const box = createSandbox();
  const { tokens, ids, fetch } = box;
  const client = { token: tokens.agency, companyId: ids.companyId, fetch, dangerouslyAllowBrowser: true };
  const ghl = new HighLevel(client);
  const users = await ghl.users.search({ limit: 100 }).all();
  const asked = box.requests.map(({ operation, status }) => `${operation} ${status}`);
  ghl.close();
  box.close();
  return { users: users.length, asked };
}

/** What has to come of it in every runtime. */
export const BOXED = { users: 120, asked: ["users.search 200", "users.search 200"] };
