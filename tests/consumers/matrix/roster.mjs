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

/**
 * The same, with what it failed with as an answer.
 *
 * @param {typeof import("ghl-users").HighLevel} HighLevel @param {Parameters<typeof roster>[1]} environment
 * @param {() => Promise<void>} [start] - What comes first.
 */
export async function answer(HighLevel, environment, start) {
  try {
    await start?.();
    return await roster(HighLevel, environment);
  } catch (error) {
    return failed(error);
  }
}

/**
 * What comes of a token for HighLevel's own host, where every visitor can read it. Sends nothing.
 *
 * @param {typeof import("ghl-users").HighLevel} HighLevel @param {{ GHL_TOKEN: string }} environment
 */
export function exposed(HighLevel, { GHL_TOKEN: token }) {
  try {
    new HighLevel({ token }).close();
    return { error: "the token was taken" };
  } catch (error) {
    return failed(error);
  }
}

const failed = ({ code, message }) => ({ error: `${code}: ${message}` });
