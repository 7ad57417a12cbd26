/** Pages in browsers as they are installed: Firefox, and WebKitGTK's MiniBrowser. Playwright drives builds of its own only. */

import { spawn } from "node:child_process";
import { after } from "node:test";
import { Builder } from "selenium-webdriver";
import { required } from "../sandbox.mjs";
import { freePort, untilServed } from "./ports.mjs";

/** Long for a busy machine; nothing waits this long unless it fails. */
const PATIENCE_MS = 120_000;

/** The commands that serve the WebDriver protocol, and what they are asked for. */
const DRIVERS = {
  Firefox: {
    command: (port) => [required("GECKODRIVER"), "--port", port],
    capabilities: () => ({
      browserName: "firefox",
      "moz:firefoxOptions": { binary: required("FIREFOX"), args: ["-headless"] },
    }),
  },
  WebKitGTK: {
    // MiniBrowser needs a display.
    command: (port) => ["xvfb-run", "--auto-servernum", required("WEBKITDRIVER"), `--port=${port}`],
    capabilities: () => ({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: required("MINIBROWSER"), args: ["--automation"] },
    }),
  },
};

const sessions = new Map();

/** The one session of a browser. @param {keyof typeof DRIVERS} browser */
async function session(browser) {
  if (!sessions.has(browser)) sessions.set(browser, open(DRIVERS[browser]));
  return (await sessions.get(browser)).driver;
}
after(() => Promise.all([...sessions.values()].map(async (opened) => (await opened).close())));

async function open({ command, capabilities }) {
  const port = await freePort();
  const [program, ...options] = command(String(port));
  // A group of its own: what it starts has to end with it.
  const child = spawn(program, options, { stdio: "ignore", detached: true });
  const stop = () => process.kill(-child.pid, "SIGKILL");
  try {
    await untilServed(port, child);
    const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities()).build();
    return { driver, close: () => driver.quit().finally(stop) };
  } catch (error) {
    if (child.exitCode === null) stop();
    throw error;
  }
}

/** @param {keyof typeof DRIVERS} browser */
export async function version(browser) {
  return (await (await session(browser)).getCapabilities()).get("browserVersion");
}

/** The same as in Chromium. @param {keyof typeof DRIVERS} browser @param {string} url @param {number} count */
export async function outputs(browser, url, count) {
  const driver = await session(browser);
  await driver.get(url);
  const read = () => driver.executeScript(() => [...document.querySelectorAll("output")].map((output) => output.value));
  const filled = async () => (await read()).filter((text) => text !== "").length >= count;
  try {
    await driver.wait(filled, PATIENCE_MS);
  } catch (error) {
    throw new Error(`${error.message}\nThe outputs hold ${JSON.stringify(await read())}`, { cause: error });
  }
  return (await read()).map((text) => JSON.parse(text));
}
