/** The package's types, compiled with the settings and the compilers of those who use them. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install, ROOT, tsc } from "./install.mjs";

const { folder } = install("types");

/** The oldest TypeScript that the types are for, the one that they are written with, and those after it. */
const COMPILERS = ["typescript-oldest", "typescript", "typescript-6", "typescript-newest"];

/** The uses of each resource that has an entry of its own; those of social posting are in `catalogue.mts`. */
const { exports: entries } = JSON.parse(readFileSync(join(folder, "node_modules/ghl-users/package.json"), "utf8"));
const RESOURCES = Object.keys(entries).flatMap((entry) => {
  const [, resource] = /^\.\/catalogue\/(.+)$/.exec(entry) ?? [];
  return resource && resource !== "social-posting" ? [`${resource}.mts`] : [];
});

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
const SERVER = { lib: ["es2022"], types: [join(ROOT, "node_modules/@types/node")] };
const WORKER = ["usage.mts", "workers.mts", "gateway.mts", "sandbox.mts", "catalogue.mts", "triggers.mts"];
const BUNDLER = { module: "esnext", moduleResolution: "bundler" };
const NODE = { module: "node16", moduleResolution: "node16" };

/** What each compiler is given: the names that a runtime has, and the way that it finds modules. */
const SETTINGS = {
  "in a page with a bundler": [["usage.mts", "web.mts", "sandbox.mts", "catalogue.mts", "triggers.mts", ...RESOURCES], { ...PAGE, ...BUNDLER }],
  "in a web worker": [["usage.mts", "web.mts"], { ...WEB_WORKER, ...NODE }],
  "in a Cloudflare Worker": [WORKER, { ...CLOUDFLARE, ...BUNDLER, customConditions: ["workerd"] }],
  "in Node with import and require": [
    ["usage.mts", "oauth.mts", "node.mts", "require.cts", "sandbox.mts", "catalogue.mts", "triggers.mts", ...RESOURCES],
    { ...SERVER, ...NODE },
  ],
};
/** What one of them is given beside. */
const VARIANTS = {
  "in Node with the names of pages": [["usage.mts", "oauth.mts", "require.cts"], { ...PAGE, ...NODE }],
  "in a library that declares what it exports": [["exported.mts"], { ...SERVER, ...NODE, declaration: true }],
  "without exactOptionalPropertyTypes": [["usage.mts"], { ...PAGE, ...BUNDLER, exactOptionalPropertyTypes: false }],
};

/** What the compiler says, or nothing. @returns {Promise<string>} */
function compile(compiler, name, files, compilerOptions) {
  const config = join(folder, `types/${name.replaceAll(" ", "-")}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...STRICT, ...compilerOptions }, files }));
  return new Promise((resolve, reject) =>
    execFile(process.execPath, [tsc(compiler), "--project", config], (error, output) =>
      // It fails by what it says: a failure without a word is another one.
      error && !output ? reject(error) : resolve(output),
    ),
  );
}

for (const compiler of COMPILERS) {
  const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules", compiler, "package.json"), "utf8"));
  const settings = compiler === "typescript" ? { ...SETTINGS, ...VARIANTS } : SETTINGS;
  for (const [name, [files, compilerOptions]] of Object.entries(settings)) {
    test(`TypeScript ${version} compiles them ${name}`, async () => {
      assert.equal(await compile(compiler, name, files, compilerOptions), "");
    });
  }
}

test("are found by the compiler, which would fail without them", async () => {
  const wrong = 'import { HighLevel } from "ghl-users"; export const n: number = HighLevel;';
  writeFileSync(join(folder, "types/wrong.mts"), wrong);
  const said = await compile("typescript", "wrong", ["wrong.mts"], { ...PAGE, ...NODE });
  assert.match(said, /TS2322: Type 'typeof HighLevel' is not/);
});
