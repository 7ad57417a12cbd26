/** Connecting, and what the page says when it cannot; tokens stay out of everything that can be seen. */

import assert from "node:assert/strict";
import { eventually, pageTest, screenshot, statusText, usersShown } from "./browser.mjs";
import { SANDBOX_URL, fault, requests, reset, seed } from "./sandbox.mjs";

const WRONG_TOKEN = "pit-00000000-wrong-token";

async function fillAccount(page, { token = "", baseUrl = SANDBOX_URL }) {
  await page.getByRole("radio", { name: "Your own account" }).check();
  const { companyId } = await seed();
  await page.getByLabel("Token", { exact: true }).fill(token);
  await page.getByLabel("Company ID").fill(companyId);
  await page.getByLabel("Base URL").fill(baseUrl);
}

/** All that a token could leak into, apart from the password field that it was typed into. */
const traces = (page) => page.evaluate(() => JSON.stringify([
  document.documentElement.outerHTML, location.href, { ...localStorage }, { ...sessionStorage }, document.cookie, history.state,
]));

pageTest("connects to the sandbox that its address names", {}, async (page) => {
  await usersShown(page);
  await page.getByText(`Sandbox ${SANDBOX_URL}`).waitFor();
  assert.equal(await page.getByRole("radio", { name: "v2" }).isChecked(), true);
  const { tokens } = await seed();
  const seen = await traces(page);
  for (const token of Object.values(tokens)) assert.equal(seen.includes(token), false);
});

pageTest("has a sandbox in the page itself, with nothing to start", { path: "/?sandbox=page" }, async (page) => {
  await eventually(() => statusText(page), "120 users");
  await page.getByText("Sandbox in this page").waitFor();
  await page.getByRole("searchbox").fill("aisha");
  await eventually(() => statusText(page), "3 users found");
  await page.getByRole("radio", { name: "v3" }).check();
  await eventually(() => statusText(page), "3 users found");
  assert.deepEqual(await requests(), []);
});

pageTest("asks what to connect to when its address names nothing", { path: "/" }, async (page) => {
  await page.getByRole("heading", { name: "Connect" }).waitFor();
  assert.equal(await page.getByRole("table").count(), 0);
  await page.getByLabel("Sandbox URL").fill(`${SANDBOX_URL}/`);
  await page.getByRole("button", { name: "Connect" }).click();
  await eventually(() => statusText(page), "120 users");
});

pageTest("says that a token is wrong, with its code, and shows no token", { path: "/", statuses: [401] }, async (page) => {
  await fillAccount(page, { token: WRONG_TOKEN });
  await page.getByRole("button", { name: "Connect" }).click();
  const alert = page.getByRole("alert");
  await alert.getByText("The token was not accepted").waitFor();
  await alert.getByText("invalid_token").waitFor();
  await alert.getByText("HTTP 401").waitFor();
  assert.equal((await traces(page)).includes(WRONG_TOKEN), false);
  assert.match(await page.getByRole("complementary").textContent(), /GET.*\/users\/search.*401/s);
  await screenshot(page, "error");

  const { tokens } = await seed();
  await page.getByLabel("Token", { exact: true }).fill(tokens.agency);
  await page.getByRole("button", { name: "Connect" }).click();
  await eventually(() => statusText(page), "120 users");
  assert.equal(await page.locator("[name=token]").inputValue(), "", "the field forgets the token");
  assert.equal((await traces(page)).includes(tokens.agency), false);
});

pageTest("refuses settings that cannot work, in words with their code", { path: "/" }, async (page) => {
  await fillAccount(page, { token: "pit-any", baseUrl: "http://example.com" });
  await page.getByRole("button", { name: "Connect" }).click();
  await page.getByRole("alert").getByText("invalid_config").waitFor();
  assert.deepEqual(await requests(), []);
});

pageTest("tells the risk of a token in a page where one is typed", { path: "/" }, async (page) => {
  assert.equal(await page.getByText("Know the risk.").isVisible(), false);
  await page.getByRole("radio", { name: "Your own account" }).check();
  await page.getByText("Know the risk.").waitFor();
  assert.equal(await page.getByLabel("Token", { exact: true }).getAttribute("type"), "password");
  assert.equal(await page.getByLabel("Token", { exact: true }).getAttribute("autocomplete"), "off");
});

pageTest("connects to v1 with a location key", { path: "/" }, async (page) => {
  const { tokens } = await seed();
  await page.getByRole("radio", { name: "Your own account" }).check();
  await page.getByRole("radio", { name: "v1" }).check();
  await page.getByRole("radio", { name: "Location key" }).check();
  await page.getByLabel("Token", { exact: true }).fill(tokens.v1Location);
  await page.getByLabel("Base URL").fill(`${SANDBOX_URL}/v1`);
  await page.getByRole("button", { name: "Connect" }).click();
  await usersShown(page);
  assert.deepEqual((await requests()).map(({ path }) => path), ["/v1/users/location"]);
});

pageTest("goes back to the connection that works", {}, async (page) => {
  await usersShown(page);
  await page.getByRole("button", { name: "Change connection" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await eventually(() => statusText(page), "120 users");
  await page.getByRole("button", { name: "Next" }).click();
  await eventually(() => page.locator("#pager p").textContent(), "26–50 of 120");
});

pageTest("says when nothing answers where a sandbox should be", { path: "/?sandbox=http://127.0.0.1:9", unreachable: true }, async (page) => {
  await page.getByRole("alert").getByText("Nothing answers at http://127.0.0.1:9").waitFor();
  assert.equal(await page.getByLabel("Sandbox URL").inputValue(), "http://127.0.0.1:9");
});

pageTest("says what it needs when the package is not there", {
  statuses: [404],
  pageError: /dynamically imported module/,
  prepare: (page) => page.route("**/pkg/**", (route) => route.fulfill({ status: 404 })),
}, async (page) => {
  await page.getByText("It needs the built package under pkg/, which cargo xtask demo brings along.").waitFor();
});

pageTest("keeps the table and tells of a failing server above it", { statuses: [500] }, async (page) => {
  await usersShown(page);
  // More often than a client tries again.
  await fault({ times: 20, status: 500, body: { statusCode: 500, message: "Internal Server Error" } });
  await page.getByRole("button", { name: "Next" }).click();
  const banner = page.getByRole("alert");
  await banner.getByText("HighLevel failed to answer").waitFor();
  await banner.getByText("server", { exact: true }).waitFor();
  await banner.getByText("3 attempts", { exact: true }).waitFor();
  const waits = await page.locator("#request-list .wait").allTextContents();
  assert.equal(waits.length, 2);
  waits.forEach((wait) => assert.match(wait, /^HTTP 500: again in \d\.\d s$/));
  assert.equal(await page.locator("tbody tr[data-id]").count(), 25);
  await screenshot(page, "error-banner");
  await page.getByRole("button", { name: "Dismiss the error" }).click();
  await banner.waitFor({ state: "hidden" });
});

pageTest("tries again from where it was", { statuses: [500] }, async (page) => {
  const range = () => page.locator("#pager p").textContent();
  await eventually(range, "1–25 of 120");
  await fault({ times: 20, status: 500 });
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByRole("button", { name: "Next" }).click();
  await eventually(() => page.locator("#user-table").getAttribute("aria-busy"), "false");
  assert.equal(await range(), "1–25 of 120");
  await reset();
  await page.getByRole("button", { name: "Try again" }).click();
  await eventually(range, "26–50 of 120");
  assert.equal(await page.getByRole("alert").count(), 0);
});

pageTest("tells of a connection that breaks", { unreachable: true }, async (page) => {
  await usersShown(page);
  await fault({ times: 100, drop: true }); // a browser may repeat each request, Firefox ten times
  await page.getByRole("combobox", { name: "Role" }).selectOption("admin");
  await page.getByRole("alert").getByText("network", { exact: true }).waitFor();
});

pageTest("shows each call and each request, and clears them", {}, async (page) => {
  await usersShown(page);
  const panel = page.getByRole("complementary");
  await panel.getByText("1 request", { exact: true }).waitFor();
  await panel.getByText("ghl.users.search({ skip: 0, limit: 25 })").waitFor();
  assert.match(await panel.getByRole("list").textContent(), /GET\/users\/search\?skip=0&limit=25&companyId=\w+200 \d+ ms/);
  await panel.getByRole("button", { name: "Clear" }).click();
  await panel.getByText("What this page asks").waitFor();
});
