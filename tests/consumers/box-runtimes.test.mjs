/** A sandbox in each runtime: the same report of the same program. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";
import { install } from "./install.mjs";
import { browser } from "./matrix/browser.mjs";
import { bundled } from "./runtimes.mjs";

const { folder } = install("programs");

const EXPECTED = {
  users: 120,
  date: "Mon, 30 Nov 2026 12:00:00 GMT",
  second: [
    501,
    "https://services.leadconnectorhq.com/second",
    true,
    "https://services.leadconnectorhq.com/second",
  ],
  slow: "0123456789",
  torn: "TypeError",
  lost: "TypeError",
  ended: "enough",
  emitted: ["UserUpdate", "UserUpdate"],
  paths: ["users.search", "users.search", "/first", "/second", "/", "/", "/"],
  closed: "HighLevelError",
};

test("in Node", async () => {
  const { report } = await import(`file://${folder}/programs/box.mjs`);
  assert.deepEqual(await report(), EXPECTED);
});

test("in workerd", async () => {
  const contents = `import { report } from "./programs/box.mjs";
    export default { fetch: async () => Response.json(await report()) };`;
  const ask = await bundled(folder, contents);
  assert.deepEqual(await ask({}), EXPECTED);
});

test("in a page", async (t) => {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    stdin: { contents: 'export { report } from "./programs/box.mjs";', resolveDir: folder },
    write: false,
    bundle: true,
    format: "iife",
    globalName: "program",
    conditions: ["browser"],
  });
  const page = await (await browser()).newPage();
  t.after(() => page.close());
  // WebCrypto is for pages of https and of this machine.
  await page.route("http://localhost/", (route) => route.fulfill({ contentType: "text/html", body: "<p>A page</p>" }));
  await page.goto("http://localhost/");
  await page.addScriptTag({ content: outputFiles[0].text });
  assert.deepEqual(await page.evaluate("program.report()"), EXPECTED);
});
