/** What a trigger tells where the package runs, of a sandbox. Nothing is sent. */

/**
 * What it tells of a look around, of a user who was added since, and after that.
 *
 * @param {typeof import("ghl-users").HighLevel} HighLevel
 * @param {typeof import("ghl-users/sandbox").createSandbox} createSandbox
 * @param {typeof import("ghl-users/triggers").poll} poll
 */
export async function toldOf(HighLevel, createSandbox, poll) {
  const box = createSandbox();
  const { tokens, ids, fetch } = box;
  const ghl = new HighLevel({ token: tokens.agency, companyId: ids.companyId, fetch, dangerouslyAllowBrowser: true });
  const trigger = poll(ghl, "users.search", {});
  const once = async () => {
    const { events, commit } = await trigger.once();
    await commit();
    return events.map(({ type, item }) => `${type} ${item.email}`);
  };
  const told = [await once()];
  await ghl.users.create({
    firstName: "Nova",
    lastName: "Quist",
    email: "nova.quist@example.com",
    password: "Correct-Horse-9-Battery",
    type: "account",
    role: "user",
    locationIds: [ids.locationId],
  });
  told.push(await once(), await once());
  ghl.close();
  box.close();
  return told;
}

/** What has to come of it in every runtime. */
export const TOLD = [[], ["added nova.quist@example.com"], []];
