/** The package's types, compiled with the settings of those who use them. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install, ROOT, tool } from "./install.mjs";

const { folder } = install("types");

const STRICT = {
  strict: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  target: "es2022",
  noEmit: true,
  types: [],
};
const PAGE = { lib: ["es2022", "dom", "dom.iterable"] };
const WEB_WORKER = { lib: ["es2022", "webworker"] };
const CLOUDFLARE = { lib: ["es2022"], types: [join(ROOT, "node_modules/@cloudflare/workers-types")] };
const BUNDLER = { module: "esnext", moduleResolution: "bundler" };
const NODE = { module: "node16", moduleResolution: "node16" };

const SETTINGS = {
  "in a page with a bundler": ["usage.mts", { ...PAGE, ...BUNDLER }],
  "in a web worker with a bundler": ["usage.mts", { ...WEB_WORKER, ...BUNDLER }],
  "in a Cloudflare Worker": ["usage.mts", { ...CLOUDFLARE, ...BUNDLER, customConditions: ["workerd"] }],
  "of Durable Objects": ["workers.mts", { ...CLOUDFLARE, ...BUNDLER }],
  "of OAuth": ["oauth.mts", { ...PAGE, ...NODE }],
  "of a gateway": ["gateway.mts", { ...CLOUDFLARE, ...BUNDLER }],
  "in Node with import": ["usage.mts", { ...PAGE, ...NODE }],
  "in Node with require": ["require.cts", { ...PAGE, ...NODE }],
  "without exactOptionalPropertyTypes": ["usage.mts", { ...PAGE, ...BUNDLER, exactOptionalPropertyTypes: false }],
};

/** What tsc says, or nothing. @returns {Promise<string>} */
function compile(name, file, compilerOptions) {
  const config = join(folder, `types/${name.replaceAll(" ", "-")}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...STRICT, ...compilerOptions }, files: [file] }));
  return new Promise((resolve, reject) =>
    execFile(tool("tsc"), ["--project", config], (error, output) =>
      // tsc fails by what it says: a failure without a word is another one.
      error && !output ? reject(error) : resolve(output),
    ),
  );
}

for (const [name, [file, compilerOptions]] of Object.entries(SETTINGS)) {
  test(`compile ${name}`, async () => {
    assert.equal(await compile(name, file, compilerOptions), "");
  });
}

test("are found by the compiler, which would fail without them", async () => {
  writeFileSync(
    join(folder, "types/wrong.mts"),
    'import { HighLevel } from "ghl-users"; export const n: number = HighLevel;',
  );
  assert.match(await compile("wrong", "wrong.mts", { ...PAGE, ...NODE }), /TS2322: Type 'typeof HighLevel' is not/);
});
