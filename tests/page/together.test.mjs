/** Two people, or two tabs, who change the same user: what each of them changed is kept. */

import assert from "node:assert/strict";
import { eventually, openForm, pageTest, statusText, usersShown } from "./browser.mjs";
import { requests, search, seed, someUser, userById, write } from "./sandbox.mjs";

/** A second tab beside the page, with its users. */
async function secondTab(page) {
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await usersShown(tab);
  return tab;
}

async function save(dialog) {
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await dialog.waitFor({ state: "hidden" });
}

for (const api of ["v1", "v2", "v3"]) {
  pageTest(`keeps the permissions and the name that two tabs change, on ${api}`, {}, async (page) => {
    await usersShown(page);
    const tab = await secondTab(page);
    const user = await someUser();
    const forms = [];
    for (const each of [page, tab]) {
      await each.getByRole("radio", { name: api }).check();
      await each.getByRole("searchbox").fill(user.email);
      await eventually(() => statusText(each), "1 user found");
      forms.push(await openForm(each, user));
    }
    const { tagsEnabled, campaignsEnabled } = user.permissions;
    const [one, other] = forms;
    await one.getByRole("switch", { name: "Tags" }).setChecked(!tagsEnabled);
    await one.getByLabel("Last name").fill("Renamed");
    await save(one);
    await other.getByRole("switch", { name: "Campaigns", exact: true }).setChecked(!campaignsEnabled);
    await save(other);
    const after = await userById(user.id);
    assert.deepEqual(after.permissions, { ...user.permissions, tagsEnabled: !tagsEnabled, campaignsEnabled: !campaignsEnabled });
    assert.deepEqual([after.firstName, after.lastName], [user.firstName, "Renamed"]);
  });
}

pageTest("keeps the locations that two tabs add and take away", {}, async (page) => {
  await usersShown(page);
  const tab = await secondTab(page);
  const { locations } = await seed();
  const user = await someUser(({ roles }) => roles.type === "account" && roles.locationIds.length === 1);
  const [added, addedToo] = locations.filter(({ id }) => !user.roles.locationIds.includes(id));
  const home = locations.find(({ id }) => id === user.roles.locationIds[0]);
  const [one, other] = [await openForm(page, user), await openForm(tab, user)];
  await one.getByRole("checkbox", { name: added.name }).check();
  await save(one);
  await other.getByRole("checkbox", { name: addedToo.name }).check();
  await other.getByRole("checkbox", { name: home.name }).uncheck();
  await save(other);
  assert.deepEqual((await userById(user.id)).roles.locationIds.toSorted(), [added.id, addedToo.id].toSorted());
});

pageTest("sends only what was switched, on top of what others have changed, and nothing that is so already", {}, async (page) => {
  await usersShown(page);
  const user = await someUser();
  const dialog = await openForm(page, user);
  const { tagsEnabled, campaignsEnabled } = user.permissions;
  await write(user.id, { phone: "+15550100999", permissions: { campaignsEnabled: !campaignsEnabled, novelKey: true } });
  await dialog.getByRole("switch", { name: "Tags" }).setChecked(!tagsEnabled);
  await save(dialog);
  const [, { body }] = await requests("PUT");
  const { companyId } = await seed();
  const permissions = { ...user.permissions, campaignsEnabled: !campaignsEnabled, novelKey: true, tagsEnabled: !tagsEnabled };
  assert.deepEqual(JSON.parse(body), { companyId, permissions });

  const again = await openForm(page, user);
  await again.getByRole("switch", { name: "Tags" }).setChecked(tagsEnabled);
  await write(user.id, { permissions: { tagsEnabled } });
  await save(again);
  await eventually(async () => (await statusText(page)).startsWith("Saved"), true);
  assert.equal((await requests("PUT")).length, 3, "nothing was left to send");
});

pageTest("says in the form that the user was deleted meanwhile", { config: { deleteAfterMs: 0 }, statuses: [404] }, async (page) => {
  await usersShown(page);
  const tab = await secondTab(page);
  const { users: [user] } = await search({ limit: "1" });
  const dialog = await openForm(page, user);
  await dialog.getByLabel("First name").fill("Too late");
  await tab.getByRole("button", { name: `Delete ${user.name}`, exact: true }).click();
  await tab.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await eventually(() => statusText(tab), `Deletion of ${user.name} queued · 119 users`);
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await dialog.getByRole("alert").getByText("not_found").waitFor();
  assert.equal(await dialog.getByLabel("First name").inputValue(), "Too late");
  assert.deepEqual(await requests("PUT"), []);
});
