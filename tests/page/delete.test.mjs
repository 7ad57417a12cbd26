/** Deleting: asked for by name, queued on v2 and v3, done at once on v1. */

import assert from "node:assert/strict";
import { askToDelete, eventually, pageTest, rowOf, screenshot, shownNames, statusText, usersShown } from "./browser.mjs";
import { fault, requests, search } from "./sandbox.mjs";

const AN_HOUR_MS = 3_600_000;

pageTest("deletes only after the question that names the user", { config: { deleteAfterMs: 0 } }, async (page) => {
  await usersShown(page);
  const { users: [user] } = await search({ limit: "1" });
  let dialog = await askToDelete(page, user);
  await dialog.getByText(user.email).waitFor();
  await screenshot(page, "dialog-delete");
  await dialog.getByRole("button", { name: "Keep" }).click();
  assert.deepEqual(await requests("DELETE"), []);

  dialog = await askToDelete(page, user);
  await dialog.getByRole("button", { name: "Delete" }).click();
  await eventually(() => statusText(page), `Deletion of ${user.name} queued · 119 users`);
  assert.equal((await shownNames(page)).includes(user.name), false);
  assert.deepEqual((await requests("DELETE")).map(({ path }) => path), [`/users/${user.id}`]);
});

pageTest("marks a queued user, and looks again until the user is gone", {
  config: { deleteAfterMs: AN_HOUR_MS },
  prepare: (page) => page.clock.install(),
}, async (page) => {
  await usersShown(page);
  const { users: [user] } = await search({ limit: "1" });
  await (await askToDelete(page, user)).getByRole("button", { name: "Delete" }).click();
  const row = rowOf(page, user.name);
  await row.getByText("Deletion queued").waitFor();
  assert.equal(await row.getByRole("button").count(), 0);

  // HighLevel has done its work; the page finds out by itself.
  await eventually(() => statusText(page), `Deletion of ${user.name} queued · 120 users`);
  const { users } = await search({ skip: "1", limit: "25" });
  await fault({ times: 1, status: 200, body: { users, count: 119 } });
  await page.clock.runFor(2_000);
  await row.waitFor({ state: "detached" });
  await eventually(() => statusText(page), "119 users");
});

pageTest("deletes at once on v1", {}, async (page) => {
  await usersShown(page);
  await page.getByRole("radio", { name: "v1" }).check();
  await eventually(async () => (await requests("GET", /^\/v1\/users\/$/)).length, 1);
  const { users: [user] } = await search({ limit: "1" });
  await page.getByRole("searchbox").fill(user.email);
  await eventually(() => statusText(page), "1 user found");
  await (await askToDelete(page, user)).getByRole("button", { name: "Delete" }).click();
  await eventually(() => statusText(page), `Deleted ${user.name} · 0 users found`);
});

pageTest("tells in the question why a deletion failed", { statuses: [403] }, async (page) => {
  await usersShown(page);
  const { users: [user] } = await search({ limit: "1" });
  const dialog = await askToDelete(page, user);
  await fault({ times: 1, status: 403, body: { statusCode: 403, message: "The token does not have access to this location." } });
  await dialog.getByRole("button", { name: "Delete" }).click();
  await dialog.getByRole("alert").getByText("wrong_location").waitFor();
  await dialog.getByRole("button", { name: "Keep" }).click();
  assert.equal((await shownNames(page))[0], user.name);
});
