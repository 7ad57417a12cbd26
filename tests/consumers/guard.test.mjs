/** Where everyone could read a token, and where CORS may forbid a call: told by what each runtime has. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { GIVEN, loadedFrom } from "./realm.mjs";

const consumer = install();
const OPTIONS = { token: "pit-0123456789abcdef", companyId: "c1" };
const at = (protocol) => ({ location: { protocol } });
const node = { process: { versions: { node: "24.0.0" } } };

/** What a runtime has besides, and whether it is a page or a worker of one. */
const RUNTIMES = [
  ["a page", { ...at("https:"), document: {} }, true],
  ["a page without TLS", { ...at("http:"), document: {} }, true],
  ["a page that is a file", { ...at("file:"), document: {} }, true],
  ["a page that has a process of a bundler's", { ...at("https:"), document: {}, process: { env: {} } }, true],
  ["a worker of a page", at("https:"), true],
  ["a worker of a page that was made of a text", at("blob:"), true],
  ["a worker of a page that has a process of a bundler's", { ...at("https:"), process: { versions: {} } }, true],
  ["an extension's background in Chromium", at("chrome-extension:"), false],
  ["an extension's background in Firefox", at("moz-extension:"), false],
  ["an extension's page in Safari", { ...at("safari-web-extension:"), document: {} }, false],
  ["Cloudflare's Workers", { navigator: { userAgent: "Cloudflare-Workers" } }, false],
  ["Cloudflare's Workers with what Node has", node, false],
  ["Node that plays a page", { ...at("http:"), ...node, document: {} }, false],
  ["Node that plays a worker", { ...at("http:"), ...node }, false],
  ["a location that is nothing", { location: undefined }, false],
  ["a location without a protocol", { location: {}, document: {} }, false],
];

for (const [name, globals, isPage] of RUNTIMES) {
  const isRefused = { name: "HighLevelError", code: "invalid_config", message: /dangerouslyAllowBrowser/ };

  test(`${name}: ${isPage ? "refuses" : "takes"} a token`, () => {
    const { HighLevel } = loadedFrom(consumer, "ghl-users", { ...GIVEN, ...globals });
    const gateway = new HighLevel({ baseUrl: "https://services.leadconnectorhq.com" });
    for (const act of [() => new HighLevel(OPTIONS).close(), () => gateway.setToken(OPTIONS.token)]) {
      if (isPage) assert.throws(act, isRefused);
      else act();
    }
    new HighLevel({ ...OPTIONS, dangerouslyAllowBrowser: true }).close();
  });

  test(`${name}: ${isPage ? "suspects" : "does not suspect"} CORS where no answer comes`, async () => {
    const { HighLevel } = loadedFrom(consumer, "ghl-users", { ...GIVEN, ...globals });
    const fetch = () => Promise.reject(new TypeError("Failed to fetch"));
    const ghl = new HighLevel({ ...OPTIONS, fetch, maxRetries: 0, dangerouslyAllowBrowser: true });
    const [{ reason }] = await Promise.allSettled([ghl.users.get("u1")]);
    assert.deepEqual([reason.code, reason.message.includes("CORS")], ["network", isPage]);
  });
}
