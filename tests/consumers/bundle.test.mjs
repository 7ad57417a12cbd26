/** A page's bundle, made without any configuration. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { install } from "./install.mjs";
import { reset, SANDBOX_URL, seed } from "./sandbox.mjs";

const { folder } = install();

/** Bundles a consumer for browsers, and returns what esbuild made and saw. */
function bundleOf(contents) {
  return build({
    stdin: { contents, resolveDir: folder },
    outfile: join(folder, "bundle.mjs"),
    bundle: true,
    format: "esm",
    platform: "browser",
    metafile: true,
    logLevel: "silent",
  });
}

for (const entry of ["ghl-users", "ghl-users/slim", "ghl-users/web"]) {
  test(`bundles ${entry} for browsers without a warning`, async () => {
    const { metafile, warnings } = await bundleOf(`import { HighLevel } from "${entry}"; console.log(HighLevel);`);
    assert.deepEqual(warnings, []);
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    assert.deepEqual(imports, []);
    const sources = Object.keys(metafile.inputs);
    assert.ok(!sources.some((path) => builtinModules.includes(path.replace(/^.*:/, ""))), String(sources));
  });
}

test("bundles what signs for browsers without a warning, and without an engine", async () => {
  const { metafile, warnings } = await bundleOf('import { signed } from "ghl-users/signing"; console.log(signed);');
  assert.deepEqual(warnings, []);
  const sources = Object.keys(metafile.inputs).map((path) => path.replace(/^.*\//, ""));
  assert.deepEqual(sources.filter((name) => name !== "<stdin>"), ["signing.js"]);
});

test("bundles triggers for browsers without a warning, and without an engine", async () => {
  const { metafile, warnings } = await bundleOf('import { poll } from "ghl-users/triggers"; console.log(poll);');
  assert.deepEqual(warnings, []);
  const sources = Object.keys(metafile.inputs).map((path) => path.replace(/^.*\//, ""));
  assert.deepEqual(sources.filter((name) => name !== "<stdin>").sort(), ["paging.js", "poller.js", "triggers.js"]);
});

test("has nothing of triggers in the bundle of a page that does not poll", async () => {
  const { metafile } = await bundleOf('import { HighLevel } from "ghl-users"; console.log(HighLevel);');
  assert.ok(!Object.keys(metafile.inputs).some((path) => /\/(triggers|poller)\.js$/.test(path)));
});

test("has nothing of signatures in the bundle of a page that does not sign", async () => {
  const { metafile } = await bundleOf('import { HighLevel } from "ghl-users"; console.log(HighLevel);');
  assert.ok(!Object.keys(metafile.inputs).some((path) => path.endsWith("/signing.js")));
  assert.doesNotMatch(readFileSync(join(folder, "bundle.mjs"), "utf8"), /signature-input|HMAC/i);
});

test("takes nothing along of a package that is imported and not used", async () => {
  const { metafile } = await bundleOf('import "ghl-users"; console.log("alone");');
  assert.ok(Object.values(metafile.outputs)[0].bytes < 1_000);
});

test("has a bundle that works", async () => {
  await reset();
  const { tokens, companyId, userCount } = await seed();
  await bundleOf('export { HighLevel } from "ghl-users";');
  const { HighLevel } = await import(pathToFileURL(join(folder, "bundle.mjs")).href);
  const ghl = new HighLevel({ token: tokens.agency, companyId, baseUrl: SANDBOX_URL });
  assert.equal((await ghl.users.search({ limit: 1 })).count, userCount);
});
