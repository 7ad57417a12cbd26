/** One browser for all tests, Chromium or what GHL_BROWSER names, a fresh context for each, and no error of the page that goes unnoticed. */

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium, firefox } from "playwright-core";
import { SANDBOX_URL, required, reset } from "./sandbox.mjs";

const PAGE_URL = required("GHL_PAGE_URL");
const SCREENSHOTS = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
/** Long for a busy machine; nothing waits this long unless it fails. */
const PATIENCE_MS = 20_000;

const BROWSERS = {
  chromium: () =>
    chromium.launch({
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
    }),
  // A stock one, which Playwright drives by WebDriver BiDi.
  firefox: () => firefox.launch({ channel: "moz-firefox", executablePath: required("FIREFOX") }),
};
const BROWSER = process.env.GHL_BROWSER || "chromium";
const browser = await BROWSERS[BROWSER]();
after(() => browser.close());

/** What a stock Firefox cannot be told: which colours its user likes, and how much motion. */
const IS_TOLD = BROWSER === "chromium";
const MEDIA = IS_TOLD ? { reducedMotion: "reduce" } : { colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null };

/** What Firefox reports as errors of the page: the style of Playwright's screenshots, a module and a server that are not there. */
const SCREENSHOT = /settings blocked an inline style \(style-src-elem\)/;
const NO_MODULE = /Loading module from .* was blocked because of a disallowed MIME type/;
const NO_SERVER = /Cross-Origin Request Blocked: .* \(Reason: CORS request did not succeed\)/s;

/**
 * A test with a page of its own and a fresh sandbox.
 * @param {string} name a sentence
 * @param {object} options
 * @param {string} [options.path] what follows the page's address; connects to the sandbox unless told otherwise
 * @param {object} [options.config] of the sandbox
 * @param {object} [options.context] Playwright's options: viewport, colour scheme, …
 * @param {number[]} [options.statuses] failures which the browser may report on its console, because the test provokes them
 * @param {boolean} [options.unreachable] whether a server that does not answer is part of the test
 * @param {RegExp} [options.pageError] an error of the page itself that is part of the test
 * @param {(page: import("playwright-core").Page) => Promise<void>} [options.prepare] before the page is opened
 * @param {(page: import("playwright-core").Page) => Promise<void>} check
 */
export function pageTest(name, options, check) {
  const { path = `/?sandbox=${SANDBOX_URL}`, config, context, statuses = [], unreachable = false, pageError = /$^/, prepare } = options;
  const skip = !IS_TOLD && context?.colorScheme ? `${BROWSER} cannot be told which colours its user likes` : false;
  test(name, { skip }, async () => {
    await reset(config);
    const opened = await browser.newContext({ viewport: { width: 1366, height: 860 }, ...MEDIA, ...context });
    opened.setDefaultTimeout(PATIENCE_MS);
    const page = await opened.newPage();
    const troubles = [];
    const isReported = (stack) =>
      SCREENSHOT.test(stack) || (statuses.includes(404) && NO_MODULE.test(stack)) || (unreachable && NO_SERVER.test(stack));
    const isExpected = ({ message, stack }) => pageError.test(message) || (!IS_TOLD && isReported(stack));
    page.on("pageerror", (error) => isExpected(error) || troubles.push(`page error: ${error.stack}`));
    page.on("console", (message) => {
      const text = message.text();
      const status = Number(/^Failed to load resource: the server responded with a status of (\d+)/.exec(text)?.[1]);
      const isProvoked = statuses.includes(status) || (unreachable && text.startsWith("Failed to load resource: net::"));
      if (["error", "warning"].includes(message.type()) && !isProvoked) troubles.push(`console: ${text}`);
    });
    try {
      await prepare?.(page);
      await page.goto(`${PAGE_URL}${path}`);
      await check(page);
      assert.deepEqual(troubles, []);
    } finally {
      await opened.close();
    }
  });
}

/** Waits until a reading of the page says what it should. @param {() => Promise<unknown>} read @param {unknown} expected */
export async function eventually(read, expected) {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    try {
      return assert.deepEqual(value, expected);
    } catch (error) {
      if (performance.now() > deadline) throw error;
      // The next frame of the page is the soonest at which it can read differently.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** @param {import("playwright-core").Page} page @param {string} name */
export async function screenshot(page, name) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
}

/** The names in the table, top down. @param {import("playwright-core").Page} page */
export const shownNames = (page) => page.locator("#user-table tbody tr[data-id] .name").allTextContents();

/** What the page says about the users it shows. @param {import("playwright-core").Page} page */
export const statusText = (page) => page.getByRole("main").getByRole("status").first().textContent();

/** Waits for the first page of users. @param {import("playwright-core").Page} page */
export const usersShown = (page) => page.locator("#user-table[aria-busy=false] tbody tr[data-id]").first().waitFor();

/** The row of a user. @param {import("playwright-core").Page} page @param {string} name */
export const rowOf = (page, name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

/** Opens the form of a user. @param {import("playwright-core").Page} page @param {{ name: string }} user */
export async function openForm(page, { name }) {
  await page.getByRole("button", { name: `Edit ${name}`, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `Edit ${name}` });
  await dialog.waitFor();
  return dialog;
}

/** A phone of 360 pixels. */
export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/**
 * Holds back the page's requests of this method and path, until they are let go.
 * @param {import("playwright-core").Page} page @param {string} method @param {RegExp} path
 * @returns {Promise<{ count: () => number, letGo: () => void }>}
 */
export async function hold(page, method, path) {
  let held = 0;
  let letGo;
  const gate = new Promise((resolve) => { letGo = resolve; });
  await page.route((url) => path.test(url.pathname), async (route) => {
    if (route.request().method() === method) {
      held += 1;
      await gate;
    }
    await route.fallback();
  });
  return { count: () => held, letGo };
}

/** Asks whether to delete a user. @param {import("playwright-core").Page} page @param {{ name: string }} user */
export async function askToDelete(page, { name }) {
  await page.getByRole("button", { name: `Delete ${name}`, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `Delete ${name}?` });
  await dialog.waitFor();
  return dialog;
}

/** Opens the form of a new user, and fills in who it is. @param {import("playwright-core").Page} page @param {string} email */
export async function fillNewUser(page, email) {
  await page.getByRole("button", { name: "New user" }).click();
  const dialog = page.getByRole("dialog", { name: "New user" });
  await dialog.getByLabel("First name").fill("Nova");
  await dialog.getByLabel("Last name").fill("Quist");
  await dialog.getByLabel("Email").fill(email);
  return dialog;
}
