/** Creating and editing: what the form sends, and what it says when it is refused. */

import assert from "node:assert/strict";
import { eventually, fillNewUser, openForm, pageTest, screenshot, statusText, usersShown } from "./browser.mjs";
import { requests, search, seed, someUser, userByEmail, userById, write } from "./sandbox.mjs";

const PASSWORD = "Correct-Horse-9-Battery";

pageTest("creates a user with everything that the form asks", {}, async (page) => {
  await usersShown(page);
  const { locations } = await seed();
  const dialog = await fillNewUser(page, "nova.quist@example.com");
  await dialog.getByRole("textbox", { name: "Phone" }).fill("+15550100200");
  await dialog.getByLabel("Password").fill(PASSWORD);
  await dialog.getByLabel("Platform language").selectOption("German");
  await dialog.getByRole("radio", { name: "Admin" }).check();
  await dialog.getByRole("checkbox", { name: locations[1].name }).check();
  await dialog.getByRole("switch", { name: "Bots" }).check();
  await dialog.getByRole("button", { name: "Create user" }).click();
  await eventually(() => statusText(page), "Created Nova Quist · 121 users");

  const created = await userById((await userByEmail("nova.quist@example.com")).id);
  assert.deepEqual(
    [created.firstName, created.lastName, created.phone, created.platformLanguage, created.roles.type, created.roles.role, created.roles.locationIds],
    ["Nova", "Quist", "+15550100200", "de", "account", "admin", [locations[1].id]],
  );
  assert.deepEqual([created.permissions.botService, created.permissions.campaignsReadOnly, created.permissions.tagsEnabled], [true, false, true]);
  assert.ok(!(await page.locator("body").textContent()).includes(PASSWORD), "a password is never shown");
});

pageTest("creates a user without a password, on v1 too", {}, async (page) => {
  await usersShown(page);
  await page.getByRole("radio", { name: "v1" }).check();
  await eventually(async () => (await requests("GET", /^\/v1\/users\/$/)).length, 1);
  const { locations: [location] } = await seed();
  const dialog = await fillNewUser(page, "nova.v1@example.com");
  assert.equal(await dialog.getByRole("textbox", { name: "Phone" }).isVisible(), false);
  assert.equal(await dialog.getByRole("switch").count(), 24);
  await dialog.getByRole("checkbox", { name: location.name }).check();
  await dialog.getByRole("button", { name: "Create user" }).click();
  await eventually(() => statusText(page), "Created Nova Quist · 121 users");
  const [{ body }] = await requests("POST", /^\/v1\/users\/$/);
  assert.equal(Object.hasOwn(JSON.parse(body), "password"), false);
});

pageTest("tells which field is missing, before anything is sent", {}, async (page) => {
  await usersShown(page);
  await page.getByRole("button", { name: "New user" }).click();
  const dialog = page.getByRole("dialog", { name: "New user" });
  await dialog.getByLabel("Email").fill("nova@example.com");
  await dialog.getByRole("button", { name: "Create user" }).click();
  await dialog.getByRole("alert").getByText("invalid_input").waitFor();
  const field = dialog.getByLabel("First name");
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.equal(await page.evaluate(() => document.activeElement.name), "firstName");
  assert.match(await dialog.locator("#problem-firstName").textContent(), /missing/);
  assert.deepEqual(await requests("POST"), []);
  await screenshot(page, "error-field");
});

pageTest("tells at the email that it is taken", { statuses: [400] }, async (page) => {
  await usersShown(page);
  const { users: [taken] } = await search({ limit: "1" });
  const { locations: [location] } = await seed();
  const dialog = await fillNewUser(page, taken.email);
  await dialog.getByRole("checkbox", { name: location.name }).check();
  await dialog.getByRole("button", { name: "Create user" }).click();
  await dialog.getByRole("alert").getByText("duplicate_email").waitFor();
  await dialog.getByRole("alert").getByText("HTTP 400").waitFor();
  assert.match(await dialog.locator("#problem-email").textContent(), /already exists/);
  assert.equal(await dialog.getByLabel("Last name").inputValue(), "Quist", "nothing that was typed is lost");

  await dialog.getByLabel("Email").fill("nova.free@example.com");
  await dialog.getByRole("button", { name: "Create user" }).click();
  await eventually(() => statusText(page), "Created Nova Quist · 121 users");
});

pageTest("tells at the password what HighLevel wants of it", { statuses: [400, 422] }, async (page) => {
  await usersShown(page);
  const { locations: [location] } = await seed();
  const dialog = await fillNewUser(page, "nova@example.com");
  await dialog.getByRole("checkbox", { name: location.name }).check();
  await dialog.getByLabel("Password").fill("short");
  await dialog.getByRole("button", { name: "Create user" }).click();
  await dialog.locator("#problem-password").waitFor();
  assert.equal(await dialog.getByLabel("Password").getAttribute("aria-invalid"), "true");
});

pageTest("sends a switched permission with all others, and nothing else", {}, async (page) => {
  await usersShown(page);
  const unknownKey = "certificatesEnabled";
  const user = await someUser(({ permissions }) => permissions[unknownKey] !== undefined);
  const dialog = await openForm(page, user);
  await dialog.getByRole("switch", { name: "Campaigns", exact: true }).setChecked(!user.permissions.campaignsEnabled);
  await eventually(() => dialog.getByRole("status").textContent(), "Sends permissions");
  await screenshot(page, "dialog");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await eventually(() => statusText(page), `Saved ${user.name} · 120 users`);

  const [{ body }] = await requests("PUT");
  const { companyId } = await seed();
  const permissions = { ...user.permissions, campaignsEnabled: !user.permissions.campaignsEnabled };
  assert.deepEqual(JSON.parse(body), { companyId, permissions });
  assert.deepEqual((await userById(user.id)).permissions, permissions);
});

pageTest("shows and switches a permission that no spec has, and one that the client does not know", {}, async (page) => {
  await usersShown(page);
  const user = await someUser(({ permissions }) => permissions.certificatesEnabled !== undefined);
  await write(user.id, { permissions: { novelThingEnabled: false } });
  const dialog = await openForm(page, user);
  const memberships = dialog.getByRole("group", { name: "Memberships" });
  await memberships.getByRole("switch", { name: "Certificates" }).setChecked(!user.permissions.certificatesEnabled);
  await dialog.getByRole("group", { name: "Other" }).getByRole("switch", { name: "Novel thing" }).check();
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await eventually(async () => {
    const { certificatesEnabled, novelThingEnabled } = (await userById(user.id)).permissions;
    return [certificatesEnabled, novelThingEnabled];
  }, [!user.permissions.certificatesEnabled, true]);
});

pageTest("calls permissions by what they let a person do", {}, async (page) => {
  await usersShown(page);
  const dialog = await openForm(page, await someUser(({ permissions }) => permissions.reportingEnabled !== undefined));
  const keys = (title) => dialog.getByRole("group", { name: title }).getByRole("switch")
    .evaluateAll((inputs) => inputs.map(({ name, labels: [label] }) => [name, label.innerText.split("\n")[0]]));
  const reporting = new Map(await keys("Dashboard and reporting"));
  assert.equal(reporting.get("phoneCallEnabled"), "Call statistics");
  assert.equal(reporting.get("dashboardStatsEnabled"), "Dashboard");
  assert.equal(reporting.get("reportingEnabled"), "Reports");
  assert.equal(new Map(await keys("Contacts")).get("bulkRequestsEnabled"), "Bulk actions on contacts");
  assert.equal(new Map(await keys("Marketing")).get("marketingEnabled"), "Marketing and mass mailings");
  assert.equal(new Map(await keys("Account tools")).get("botService"), "Bots (Eliza)");
  assert.equal(await dialog.getByRole("group", { name: "Other" }).count(), 0, "each of the 48 has its place");
  await screenshot(page, "dialog-permissions");
});

pageTest("turns a whole group of permissions off", {}, async (page) => {
  await usersShown(page);
  const user = await someUser(({ permissions }) => permissions.settingsEnabled && permissions.tagsEnabled);
  const dialog = await openForm(page, user);
  await dialog.getByRole("button", { name: "Turn all off: Administration" }).click();
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await eventually(async () => (await userById(user.id)).permissions.settingsEnabled, false);
});

pageTest("sends locations only when they changed, and then all of them", {}, async (page) => {
  await usersShown(page);
  const { companyId, locations } = await seed();
  const user = await someUser(({ roles }) => roles.type === "account" && roles.locationIds.length === 1);
  const added = locations.find(({ id }) => !user.roles.locationIds.includes(id));

  let dialog = await openForm(page, user);
  assert.equal(await dialog.getByLabel("Email").getAttribute("readonly"), "");
  await dialog.getByRole("textbox", { name: "Phone" }).fill("+15550100300");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await eventually(() => statusText(page), `Saved ${user.name} · 120 users`);

  dialog = await openForm(page, user);
  await dialog.getByRole("checkbox", { name: added.name }).check();
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await eventually(async () => (await requests("PUT")).length, 2);

  const [first, second] = (await requests("PUT")).map(({ body }) => JSON.parse(body));
  assert.deepEqual(first, { companyId, phone: "+15550100300" });
  assert.deepEqual(Object.keys(second).sort(), ["companyId", "locationIds"]);
  assert.deepEqual(second.locationIds.toSorted(), [...user.roles.locationIds, added.id].toSorted());
});

pageTest("sends nothing when nothing was changed", {}, async (page) => {
  await usersShown(page);
  const dialog = await openForm(page, await someUser());
  await eventually(() => dialog.getByRole("status").textContent(), "Nothing changed yet");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await dialog.waitFor({ state: "hidden" });
  assert.deepEqual(await requests("PUT"), []);
});

pageTest("sends the whole user to v1, where an email can be changed", {}, async (page) => {
  await usersShown(page);
  await page.getByRole("radio", { name: "v1" }).check();
  await eventually(async () => (await requests("GET", /^\/v1\/users\/$/)).length, 1);
  await eventually(() => statusText(page), "120 users");
  const user = await someUser();
  await page.getByRole("searchbox").fill(user.email);
  await eventually(() => statusText(page), "1 user found");
  const dialog = await openForm(page, user);
  await dialog.getByLabel("Email").fill("another.email@example.com");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await eventually(async () => (await userById(user.id)).email, "another.email@example.com");
  const [{ body }] = await requests("PUT", /^\/v1\//);
  assert.deepEqual(Object.keys(JSON.parse(body)).sort(), ["email", "firstName", "lastName", "locationIds", "permissions", "role", "type"]);
});
