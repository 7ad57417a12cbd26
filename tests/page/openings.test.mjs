/** What opens, closes and waits at the same time: the last thing asked for wins, and each opening of a dialog has a life of its own. */

import assert from "node:assert/strict";
import {
  PHONE, askToDelete, eventually, fillNewUser, hold, openForm, pageTest, screenshot, statusText, usersShown,
} from "./browser.mjs";
import { fault, requests, search, seed, userByEmail, userById } from "./sandbox.mjs";

const editButton = (page, { name }) => page.getByRole("button", { name: `Edit ${name}`, exact: true });
const aUser = /^\/users\/[A-Za-z0-9]{20}$/;
const firstUsers = async () => (await search({ limit: "3" })).users;

for (const [where, context] of [["", {}], [" on a phone", PHONE]]) {
  pageTest(`keeps the form that was asked for last, however late another comes${where}`, { context }, async (page) => {
    await usersShown(page);
    const [user] = await firstUsers();
    const reading = await hold(page, "GET", aUser);
    // A browser may scroll to what is to be pressed.
    await editButton(page, user).click({ trial: true });
    const before = await editButton(page, user).boundingBox();
    await editButton(page, user).click();
    await eventually(() => statusText(page), `Opening ${user.name}… · 120 users`);
    assert.deepEqual(await editButton(page, user).boundingBox(), before, "what was pressed stays where it is");
    assert.equal(await editButton(page, user).getAttribute("aria-busy"), "true");
    await screenshot(page, `opening${where.replaceAll(" ", "-")}`);

    const dialog = await fillNewUser(page, "nova.quist@example.com");
    assert.equal(await statusText(page), "120 users", "nothing is waited for");
    reading.letGo();
    const { locations: [location] } = await seed();
    await dialog.getByRole("checkbox", { name: location.name }).check();
    assert.equal(await dialog.getByLabel("Last name").inputValue(), "Quist");
    await dialog.getByRole("button", { name: "Create user" }).click();
    await eventually(() => statusText(page), "Created Nova Quist · 121 users");
    assert.equal(await page.getByRole("dialog").count(), 0);
    assert.equal(await page.locator("[data-action=edit][aria-busy=true]").count(), 0);
  });

  pageTest(`tells of a save that failed after its form was closed, and opens it again as it was${where}`, {
    context, statuses: [400],
  }, async (page) => {
    await usersShown(page);
    const [one, other] = await firstUsers();
    const saving = await hold(page, "PUT", new RegExp(one.id));
    let dialog = await openForm(page, one);
    await dialog.getByLabel("First name").fill("Renamed");
    await dialog.getByRole("button", { name: "Save changes" }).click();
    await eventually(() => saving.count(), 1);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    assert.match(await statusText(page), new RegExp(`^Saving ${one.name}…`));

    const second = await openForm(page, other);
    await second.getByLabel("Last name").fill("Another");
    await fault({ status: 400, body: { statusCode: 400, message: "It was not to be" }, only: { method: "PUT", pathPrefix: `/users/${one.id}` } });
    saving.letGo();
    const banner = page.locator("#banners").getByText(`${one.name} was not saved`);
    await banner.waitFor();
    assert.equal(await second.getByRole("alert").count(), 0, "it is not this form's problem");
    await second.getByRole("button", { name: "Save changes" }).click();
    await eventually(async () => (await userById(other.id)).lastName, "Another");
    await second.waitFor({ state: "hidden" });

    await eventually(async () => /^Saved /.test(await statusText(page)), true);
    assert.equal(await banner.isVisible(), true, "a reading does not take it away");
    await screenshot(page, `missed${where.replaceAll(" ", "-")}`);
    await page.getByRole("button", { name: "Open the form again" }).click();
    dialog = page.getByRole("dialog", { name: `Edit ${one.name}` });
    await dialog.getByRole("alert").getByText("It was not to be").waitFor();
    assert.equal(await dialog.getByLabel("First name").inputValue(), "Renamed");
    assert.equal(await banner.count(), 0);
    await dialog.getByRole("button", { name: "Save changes" }).click();
    await eventually(async () => (await userById(one.id)).firstName, "Renamed");
  });
}

pageTest("reads a user once for a double click", {}, async (page) => {
  await usersShown(page);
  const [user] = await firstUsers();
  const reading = await hold(page, "GET", aUser);
  await editButton(page, user).dblclick();
  await editButton(page, user).click();
  reading.letGo();
  await page.getByRole("dialog", { name: `Edit ${user.name}` }).waitFor();
  assert.equal(reading.count(), 1);
  await page.keyboard.press("Escape");
  await openForm(page, user);
  assert.equal(reading.count(), 2, "but again when it is asked for again");
});

pageTest("opens the last of the users that were asked for in a row", {}, async (page) => {
  await usersShown(page);
  const users = await firstUsers();
  const reading = await hold(page, "GET", aUser);
  for (const user of users) await editButton(page, user).click();
  await eventually(() => statusText(page), `Opening ${users[2].name}… · 120 users`);
  assert.equal(await page.locator("[data-action=edit][aria-busy=true]").count(), 1);
  reading.letGo();
  await page.getByRole("dialog", { name: `Edit ${users[2].name}` }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.deepEqual((await requests("GET", aUser)).map(({ path }) => path).filter((path) => path.endsWith(users[2].id)).length, 1);
  await eventually(() => statusText(page), "120 users");
});

pageTest("gives a form up when something else is asked for instead", {}, async (page) => {
  await usersShown(page);
  const reading = await hold(page, "GET", aUser);
  const asks = [
    () => page.getByRole("combobox", { name: "Role" }).selectOption("user"),
    () => page.getByRole("button", { name: "Next" }).click(),
    () => page.getByRole("searchbox").fill("an"),
    async () => {
      await page.locator("[data-action=delete]").last().click();
      await page.getByRole("button", { name: "Keep" }).click();
    },
    async () => {
      await page.getByRole("button", { name: "Change connection" }).click();
      await page.getByRole("button", { name: "Cancel" }).click();
    },
    () => page.getByRole("radio", { name: "v3" }).check(),
  ];
  for (const [place, ask] of asks.entries()) {
    await page.locator("#user-table[aria-busy=false] [data-action=edit]").first().click();
    await eventually(() => reading.count(), place + 1);
    await ask();
    await eventually(async () => (await statusText(page)).includes("Opening"), false);
    await eventually(() => page.locator("[data-action=edit][aria-busy=true]").count(), 0);
  }
  reading.letGo();
  await page.getByRole("button", { name: "New user" }).click();
  await page.getByRole("dialog", { name: "New user" }).waitFor();
});

pageTest("tells of a form that cannot be opened, until another is asked for", { statuses: [500] }, async (page) => {
  await usersShown(page);
  const [one, other] = await firstUsers();
  await fault({ times: 20, status: 500, only: { pathPrefix: `/users/${one.id}` } });
  await editButton(page, one).click();
  await page.getByRole("alert").getByText("HighLevel failed to answer").waitFor();
  assert.equal(await editButton(page, one).getAttribute("aria-busy"), "false");
  await openForm(page, other);
  assert.equal(await page.locator("#banners > *").count(), 0);
});

pageTest("leaves the form of another user open and useful while a save goes on", {}, async (page) => {
  await usersShown(page);
  const [one, other] = await firstUsers();
  const saving = await hold(page, "PUT", new RegExp(one.id));
  const first = await openForm(page, one);
  await first.getByLabel("First name").fill("Renamed");
  await first.getByRole("button", { name: "Save changes" }).dblclick();
  await eventually(() => saving.count(), 1);
  await page.keyboard.press("Escape");

  const second = await openForm(page, other);
  assert.equal(await second.getByRole("button", { name: "Save changes" }).getAttribute("aria-busy"), "false");
  await second.getByLabel("First name").fill("Another");
  saving.letGo();
  await eventually(async () => (await userById(one.id)).firstName, "Renamed");
  await eventually(async () => /^Saved Renamed/.test(await statusText(page)), true);
  assert.equal(await second.getByLabel("First name").inputValue(), "Another");
  await second.getByRole("button", { name: "Save changes" }).click();
  await second.waitFor({ state: "hidden" });
  assert.equal((await userById(other.id)).firstName, "Another");
  assert.equal((await requests("PUT")).length, 2, "each was sent once");
});

pageTest("saves a second user before the first is saved", {}, async (page) => {
  await usersShown(page);
  const [one, other] = await firstUsers();
  const saving = await hold(page, "PUT", new RegExp(one.id));
  for (const user of [one, other]) {
    const dialog = await openForm(page, user);
    await dialog.getByLabel("First name").fill(`${user.lastName}s`);
    await dialog.getByRole("button", { name: "Save changes" }).click();
    if (user === one) await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }
  assert.equal((await userById(other.id)).firstName, `${other.lastName}s`);
  assert.equal((await userById(one.id)).firstName, one.firstName);
  saving.letGo();
  await eventually(async () => (await userById(one.id)).firstName, `${one.lastName}s`);
});

pageTest("creates a second user before the first is created, each once", {}, async (page) => {
  await usersShown(page);
  const { locations: [location] } = await seed();
  const creating = await hold(page, "POST", /^\/users\/$/);
  const emails = ["nova.one@example.com", "nova.two@example.com"];
  for (const [place, email] of emails.entries()) {
    const dialog = await fillNewUser(page, email);
    assert.equal(await dialog.getByRole("checkbox", { name: location.name }).isChecked(), false, "the form begins anew");
    await dialog.getByRole("checkbox", { name: location.name }).check();
    await dialog.getByRole("button", { name: "Create user" }).dblclick();
    await eventually(() => creating.count(), place + 1);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }
  creating.letGo();
  await eventually(async () => (await search()).count, 122);
  for (const email of emails) assert.ok(await userByEmail(email));
  assert.equal((await requests("POST")).length, 2);
});

pageTest("keeps what was typed of a user who could not be created", { statuses: [400] }, async (page) => {
  await usersShown(page);
  const [taken] = await firstUsers();
  const { locations: [location] } = await seed();
  const creating = await hold(page, "POST", /^\/users\/$/);
  let dialog = await fillNewUser(page, taken.email);
  await dialog.getByRole("checkbox", { name: location.name }).check();
  await dialog.getByRole("switch", { name: "Bots (Eliza)" }).check();
  await dialog.getByRole("button", { name: "Create user" }).click();
  await eventually(() => creating.count(), 1);
  await page.keyboard.press("Escape");
  creating.letGo();
  await page.getByText("Nova Quist was not created").waitFor();
  await page.getByRole("button", { name: "Open the form again" }).click();
  dialog = page.getByRole("dialog", { name: "New user" });
  assert.match(await dialog.locator("#problem-email").textContent(), /already exists/);
  assert.equal(await dialog.getByRole("checkbox", { name: location.name }).isChecked(), true);
  assert.equal(await dialog.getByRole("switch", { name: "Bots (Eliza)" }).isChecked(), true);
  await dialog.getByLabel("Email").fill("nova.free@example.com");
  await dialog.getByRole("button", { name: "Create user" }).click();
  await eventually(() => statusText(page), "Created Nova Quist · 121 users");
});

pageTest("deletes a second user before the first is deleted, and tells of each apart", {
  config: { deleteAfterMs: 3_600_000 }, statuses: [403],
}, async (page) => {
  await usersShown(page);
  const [one, other] = await firstUsers();
  const deleting = await hold(page, "DELETE", new RegExp(one.id));
  const first = await askToDelete(page, one);
  await first.getByRole("button", { name: "Delete" }).click();
  await eventually(() => deleting.count(), 1);
  await first.getByRole("button", { name: "Keep" }).click();

  const second = await askToDelete(page, other);
  await fault({
    status: 403, body: { statusCode: 403, message: "The token does not have access to this location." },
    only: { method: "DELETE", pathPrefix: `/users/${one.id}` },
  });
  deleting.letGo();
  const banner = page.locator("#banners").getByText(`${one.name} was not deleted`);
  await banner.waitFor();
  assert.equal(await second.getByRole("alert").count(), 0);
  await second.getByRole("button", { name: "Delete" }).click();
  await eventually(() => statusText(page), `Deletion of ${other.name} queued · 120 users`);
  assert.deepEqual((await requests("DELETE")).map(({ path, status }) => [path, status]), [
    [`/users/${one.id}`, 403], [`/users/${other.id}`, 200],
  ]);

  await page.getByRole("button", { name: "Ask again" }).click();
  const again = page.getByRole("dialog", { name: `Delete ${one.name}?` });
  await again.getByRole("alert").getByText("wrong_location").waitFor();
  await again.getByRole("button", { name: "Delete" }).click();
  await eventually(() => statusText(page), `Deletion of ${one.name} queued · 120 users`);
});

pageTest("stays with the connection that was asked for last", {}, async (page) => {
  await usersShown(page);
  const first = await hold(page, "GET", /^\/v1\/users\/$/);
  await page.getByRole("radio", { name: "v1" }).check();
  await eventually(() => first.count(), 1);
  await page.getByRole("radio", { name: "v3" }).check();
  await eventually(async () => (await requests("GET", /search/)).at(-1).headers.version, "v3");
  first.letGo();
  await page.getByRole("button", { name: "Next" }).click();
  await eventually(() => page.locator("#pager p").textContent(), "26–50 of 120");
  assert.equal((await requests("GET", /search/)).at(-1).headers.version, "v3");
  assert.equal(await page.getByRole("radio", { name: "v3" }).isChecked(), true);
});
