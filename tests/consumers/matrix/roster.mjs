/** What every consumer does with the package: it lists the company's users, page by page, and reads one of them. */

const PER_PAGE = 50;

/**
 * @param {typeof import("ghl-users").HighLevel} HighLevel - As the consumer imported it.
 * @param {{ GHL_SANDBOX_URL: string, GHL_TOKEN: string, GHL_COMPANY_ID: string }} environment
 */
export async function roster(HighLevel, { GHL_SANDBOX_URL, GHL_TOKEN, GHL_COMPANY_ID }) {
  const ghl = new HighLevel({
    token: GHL_TOKEN,
    companyId: GHL_COMPANY_ID,
    baseUrl: GHL_SANDBOX_URL,
    // The token of a sandbox is no secret.
    dangerouslyAllowBrowser: true,
  });
  const ids = [];
  for await (const { id } of ghl.users.search({ limit: PER_PAGE })) ids.push(id);
  const { id, email } = await ghl.users.get(ids[0]);
  return { ids, first: { id, email } };
}
