/** The page without a mouse, on a phone, and in the dark. */

import assert from "node:assert/strict";
import { PHONE, askToDelete, eventually, openForm, pageTest, screenshot, statusText, usersShown } from "./browser.mjs";
import { fault, requests, search, userById } from "./sandbox.mjs";

const focusedName = (page) => page.evaluate(() => {
  const { ariaLabel, id, textContent } = document.activeElement;
  return ariaLabel || id || textContent.trim();
});

/** Presses Tab until the focus is where it should be; fails when it never gets there. */
async function tabTo(page, name, presses = 200) {
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press("Tab");
    if (await focusedName(page) === name) return;
  }
  assert.fail(`Tab never reached "${name}"`);
}

pageTest("edits a permission with the keyboard alone", {}, async (page) => {
  await usersShown(page);
  const { users: [first] } = await search({ limit: "1" });
  const user = await userById(first.id);
  await page.keyboard.press("Tab");
  assert.equal(await focusedName(page), "Skip to the content");
  await page.keyboard.press("Enter");
  await tabTo(page, `Edit ${user.name}`);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: `Edit ${user.name}` });
  await dialog.waitFor();
  assert.equal(await focusedName(page), "user-firstName");
  const tags = dialog.getByRole("switch", { name: "Tags" });
  for (let press = 0; !await tags.evaluate((input) => input === document.activeElement); press += 1) {
    assert.ok(press < 100, "Tab never reached the switch");
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await eventually(() => statusText(page), `Saved ${user.name} · 120 users`);
  assert.equal((await userById(user.id)).permissions.tagsEnabled, !user.permissions.tagsEnabled);
  await eventually(() => focusedName(page), `Edit ${user.name}`);
});

pageTest("searches, pages and deletes with the keyboard alone", { config: { deleteAfterMs: 0 } }, async (page) => {
  await usersShown(page);
  const { users: [user] } = await search({ skip: "25", limit: "1" });
  await tabTo(page, "Next");
  await page.keyboard.press("Enter");
  await eventually(() => page.locator("#pager p").textContent(), "26–50 of 120");
  assert.equal(await focusedName(page), "Next", "the focus stays on the button");
  await page.getByRole("button", { name: `Delete ${user.name}`, exact: true }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  assert.equal(await focusedName(page), "Keep", "the harmless answer has the focus");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await eventually(() => statusText(page), `Deletion of ${user.name} queued · 119 users`);
  assert.equal(await focusedName(page), "users-title", "the focus is not lost with the row");
});

pageTest("closes a dialog with Escape and sends nothing", {}, async (page) => {
  await usersShown(page);
  const { users: [user] } = await search({ limit: "1" });
  const dialog = await openForm(page, user);
  await dialog.getByLabel("First name").fill("Changed");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.equal(await focusedName(page), `Edit ${user.name}`);
  assert.deepEqual(await requests("PUT"), []);
});

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

pageTest("fits a phone of 360 pixels, table, form and requests", { context: PHONE }, async (page) => {
  await usersShown(page);
  assert.equal(await overflow(page), 0);
  assert.equal(await page.getByRole("row").count(), 26, "the cards are still rows of a table");
  await screenshot(page, "phone");
  const { users: [user] } = await search({ limit: "1" });
  const dialog = await openForm(page, user);
  assert.equal(await overflow(page), 0);
  assert.equal(await dialog.locator(".dialog-body").evaluate((body) => body.scrollWidth - body.clientWidth), 0);
  await screenshot(page, "phone-dialog");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("heading", { name: "Calls and requests" }).click();
  await page.getByText("ghl.users.get").waitFor();
  assert.equal(await overflow(page), 0);
  await page.getByRole("button", { name: "Change connection" }).click();
  await page.getByRole("radio", { name: "Your own account" }).check();
  assert.equal(await overflow(page), 0);
  await screenshot(page, "phone-connect");
});

pageTest("cuts no button of a row off, at any width", {}, async (page) => {
  await usersShown(page);
  const cut = [];
  for (const width of [360, 480, 640, 720, 768, 820, 960, 1087, 1120, 1200, 1366, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const hidden = await page.evaluate(() => {
      const panel = document.getElementById("table-panel").getBoundingClientRect();
      return [...document.querySelectorAll("tbody button")].filter((button) => button.getBoundingClientRect().right > panel.right).length;
    });
    if (hidden > 0 || await overflow(page) > 0) cut.push(`${width}: ${hidden} buttons, ${await overflow(page)} pixels`);
  }
  assert.deepEqual(cut, []);
});

pageTest("is readable in the dark", { context: { colorScheme: "dark" } }, async (page) => {
  await usersShown(page);
  const [ground, text] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return [backgroundColor, color].map((rgb) => rgb.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0));
  });
  assert.ok(ground < 120 && text > 600, `ground ${ground}, text ${text}`);
  await screenshot(page, "dark");
  const { users: [user] } = await search({ limit: "1" });
  await openForm(page, user);
  await screenshot(page, "dark-dialog");
});

pageTest("keeps visible focus on every control of the list", {}, async (page) => {
  await usersShown(page);
  const bare = new Set();
  for (let press = 0; press < 16; press += 1) {
    await page.keyboard.press("Tab");
    const bareOne = await page.evaluate(() => {
      const focused = document.activeElement;
      const drawn = focused.matches(".segmented input") ? focused.nextElementSibling : focused;
      return getComputedStyle(drawn).outlineStyle === "none" ? focused.outerHTML.slice(0, 80) : null;
    });
    if (bareOne) bare.add(bareOne);
  }
  assert.deepEqual([...bare], []);
});

// 640 × 360 is a phone on its side; the others are that and a small window at 200 %.
for (const [width, height] of [[640, 360], [320, 180], [512, 300], [360, 740]]) {
  pageTest(`has every button of both dialogs within reach at ${width} × ${height}`, {
    statuses: [403], context: { viewport: { width, height } },
  }, async (page) => {
    await usersShown(page);
    const { users: [user] } = await search({ limit: "1" });
    const isReached = async (part) => {
      await part.scrollIntoViewIfNeeded();
      const { x, y, width: wide, height: high } = await part.boundingBox();
      const isInside = x >= 0 && y >= 0 && x + wide <= width && y + high <= height;
      assert.ok(isInside, `${x}, ${y}, ${wide} × ${high}`);
    };
    const question = await askToDelete(page, user);
    await fault({ status: 403, body: { statusCode: 403, message: "The token does not have access to this location." } });
    await question.getByRole("button", { name: "Delete" }).click();
    await question.getByRole("alert").getByText("wrong_location").waitFor();
    for (const name of ["Keep", "Delete"]) await isReached(question.getByRole("button", { name }));
    await isReached(question.getByRole("heading"));
    await isReached(question.getByText("wrong_location"));
    await screenshot(page, `dialog-delete-${width}`);
    await question.getByRole("button", { name: "Keep" }).click();

    const form = await openForm(page, user);
    for (const name of ["Save changes", "Cancel", "Close"]) await isReached(form.getByRole("button", { name }));
    await isReached(form.getByRole("switch", { name: "Tags" }));
    await isReached(form.getByLabel("First name"));
    await screenshot(page, `dialog-${width}`);
  });
}
