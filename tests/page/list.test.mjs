/** What the table shows: pages, search and filters, judged by the API's own answers. */

import assert from "node:assert/strict";
import { eventually, pageTest, rowOf, screenshot, shownNames, statusText, usersShown } from "./browser.mjs";
import { requests, search, seed } from "./sandbox.mjs";

const names = ({ users }) => users.map(({ name }) => name);

pageTest("lists the first 25 of 120 users", {}, async (page) => {
  await eventually(() => statusText(page), "120 users");
  assert.deepEqual(await shownNames(page), names(await search({ limit: "25" })));
  const { users } = await search({ limit: "25" });
  const { locations } = await seed();
  const user = users.find(({ roles }) => roles.locationIds.length === 1);
  const cells = await rowOf(page, user.name).getByRole("cell").allTextContents();
  assert.deepEqual(cells.slice(0, 4), [
    user.roles.type === "agency" ? "Agency" : "Account",
    user.roles.role === "admin" ? "Admin" : "User",
    locations.find(({ id }) => id === user.roles.locationIds[0]).name,
    user.phone,
  ]);
  await screenshot(page, "light");
});

pageTest("pages forward to the last user and back", {}, async (page) => {
  const range = () => page.locator("#pager p").textContent();
  const next = page.getByRole("button", { name: "Next" });
  const previous = page.getByRole("button", { name: "Previous" });
  await eventually(range, "1–25 of 120");
  assert.equal(await previous.getAttribute("aria-disabled"), "true");
  await next.click();
  await eventually(range, "26–50 of 120");
  assert.deepEqual(await shownNames(page), names(await search({ skip: "25", limit: "25" })));
  for (const expected of ["51–75 of 120", "76–100 of 120", "101–120 of 120"]) {
    await next.click();
    await eventually(range, expected);
  }
  assert.equal(await next.getAttribute("aria-disabled"), "true");
  await previous.click();
  await eventually(range, "76–100 of 120");
});

pageTest("searches once the typing pauses", { prepare: (page) => page.clock.install() }, async (page) => {
  await usersShown(page);
  const before = (await requests("GET", /search/)).length;
  // Otherwise it would go on between the keys, too.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  await page.getByRole("searchbox").pressSequentially("an");
  await page.clock.runFor(200);
  assert.equal((await requests("GET", /search/)).length, before);
  await page.clock.runFor(100);
  await page.clock.resume();
  const found = await search({ query: "an", limit: "25" });
  await eventually(() => statusText(page), `${found.count} users found`);
  assert.deepEqual(await shownNames(page), names(found));
  const asked = (await requests("GET", /search/)).filter(({ query }) => /query=an\b/.test(query) && query.includes("skip=0"));
  assert.equal(asked.length, 1);
});

pageTest("filters by role and by location, together with a search", {}, async (page) => {
  await usersShown(page);
  const { locations: [location] } = await seed();
  await page.getByRole("combobox", { name: "Role" }).selectOption("admin");
  const admins = await search({ role: "admin", limit: "25" });
  await eventually(() => statusText(page), `${admins.count} users found`);
  assert.deepEqual(await shownNames(page), names(admins));

  await page.getByRole("combobox", { name: "Location" }).selectOption(location.name);
  const there = await search({ role: "admin", locationId: location.id, limit: "25" });
  assert.notEqual(there.count, admins.count);
  await eventually(() => statusText(page), `${there.count} users found`);
  assert.deepEqual(await shownNames(page), names(there));

  const [{ lastName }] = there.users;
  await page.getByRole("searchbox").fill(lastName);
  const named = await search({ role: "admin", locationId: location.id, query: lastName, limit: "25" });
  await eventually(() => shownNames(page), names(named));
});

pageTest("returns to the first page when the view is narrowed", {}, async (page) => {
  await usersShown(page);
  const ordinary = await search({ role: "user", limit: "25" });
  assert.ok(ordinary.count > 25, "there has to be a second page to stay on");
  await page.getByRole("button", { name: "Next" }).click();
  await eventually(() => page.locator("#pager p").textContent(), "26–50 of 120");
  await page.getByRole("combobox", { name: "Role" }).selectOption("user");
  await eventually(() => page.locator("#pager p").textContent(), `1–25 of ${ordinary.count}`);
  assert.deepEqual(await shownNames(page), names(ordinary));
});

pageTest("says when nobody matches, and clears search and filters", {}, async (page) => {
  await usersShown(page);
  await page.getByRole("combobox", { name: "Role" }).selectOption("user");
  await page.getByRole("searchbox").fill("nobody-is-called-so");
  await page.getByText("No user matches.").waitFor();
  assert.equal(await page.getByRole("table").count(), 0);
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await eventually(() => statusText(page), "120 users");
  assert.equal(await page.getByRole("searchbox").inputValue(), "");
  assert.equal(await page.getByRole("combobox", { name: "Role" }).inputValue(), "");
});

pageTest("searches and pages by itself where v1 can only list", {}, async (page) => {
  await usersShown(page);
  await page.getByRole("radio", { name: "v1" }).check();
  await eventually(async () => (await requests("GET", /^\/v1\/users\/$/)).length, 1);
  await eventually(() => statusText(page), "120 users");
  await page.getByRole("button", { name: "Next" }).click();
  await eventually(() => page.locator("#pager p").textContent(), "26–50 of 120");
  const admins = await search({ role: "admin" });
  await page.getByRole("combobox", { name: "Role" }).selectOption("admin");
  await eventually(() => statusText(page), `${admins.count} users found`);
  assert.equal((await requests("GET", /^\/v1\/users\/$/)).length, 1, "the list is asked for once");
});

pageTest("speaks v3 when told to", {}, async (page) => {
  await usersShown(page);
  await page.getByRole("radio", { name: "v3" }).check();
  await eventually(async () => (await requests("GET", /search/)).at(-1).headers.version, "v3");
  await eventually(() => statusText(page), "120 users");
});
