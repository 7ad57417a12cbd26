/** Pages: what their `<output>`s say. */

import { once } from "node:events";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { required } from "../sandbox.mjs";
import * as webdriver from "./webdriver.mjs";

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};
/** Long for a busy machine; nothing waits this long unless it fails. */
const PATIENCE_MS = 60_000;

let launched;

/** The Chromium of all pages. */
export function browser() {
  launched ??= chromium.launch({ executablePath: required("CHROMIUM"), args: ["--no-sandbox", "--disable-gpu"] });
  return launched;
}
after(async () => (await launched)?.close());

/** A browser with its version, such as `Firefox 153.0`. @param {string} name */
export async function versionOf(name) {
  return `${name} ${name === "Chromium" ? (await browser()).version() : await webdriver.version(name)}`;
}

/**
 * Opens a page, and returns what its outputs hold when each of them holds something.
 *
 * @param {string} url @param {number} count - How many outputs there are.
 * @param {string} [name] - The browser.
 */
export async function outputs(url, count, name = "Chromium") {
  if (name !== "Chromium") return webdriver.outputs(name, url, count);
  const context = await (await browser()).newContext();
  const troubles = [];
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => troubles.push(error.stack));
    page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    await page.goto(url, { timeout: PATIENCE_MS });
    const filled = page.locator("output:not(:empty)");
    await filled.nth(count - 1).waitFor({ state: "attached", timeout: PATIENCE_MS });
    return (await filled.allTextContents()).map((text) => JSON.parse(text));
  } catch (error) {
    throw new Error([error.message, ...troubles].join("\n"), { cause: error });
  } finally {
    await context.close();
  }
}

/**
 * Serves a folder as long as `use` takes.
 *
 * @template T @param {string} folder @param {string | undefined} csp - The Content-Security-Policy of every answer.
 * @param {(origin: string) => Promise<T>} use
 */
export async function serveFiles(folder, csp, use) {
  const server = createServer(({ url }, reply) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    if (!existsSync(file)) return reply.writeHead(404).end();
    const policy = csp === undefined ? {} : { "content-security-policy": csp };
    reply.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", ...policy });
    createReadStream(file).pipe(reply);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
