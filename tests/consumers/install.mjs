/** The packed tarball in a fresh folder, as `npm install` leaves it there for a user. */

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { npmInstall } from "./npm-install.mjs";
import { required } from "./sandbox.mjs";

/** The root of the checkout. */
export const ROOT = join(import.meta.dirname, "../..");

/** A program that a development dependency brings. @param {string} name */
export const tool = (name) => join(ROOT, "node_modules/.bin", name);

/** The compiler of a TypeScript. Not of `.bin`: there is one only, and several TypeScripts are installed. */
export const tsc = (typescript = "typescript") => join(ROOT, "node_modules", typescript, "bin/tsc");

/**
 * Installs the tarball, or copies where `cargo xtask test` has installed it once for all files of tests, and copies the
 * files and folders `beside` it next to `node_modules`. The folder is away from the checkout, so that nothing is found in
 * a parent's `node_modules`, and goes when the tests of the file are over.
 *
 * @param {...string} beside - Relative to this folder.
 */
export function install(...beside) {
  const folder = mkdtempSync(join(tmpdir(), "ghl-users-consumer-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const installed = process.env.GHL_INSTALLED;
  if (installed) cpSync(installed, folder, { recursive: true, verbatimSymlinks: true });
  else npmInstall(required("GHL_TARBALL"), folder);
  for (const name of beside) cpSync(join(import.meta.dirname, name), join(folder, name), { recursive: true });
  return {
    folder,
    /** `require` as a CommonJS module in the folder has it. */
    require: createRequire(join(folder, "package.json")),
    /** Imports a specifier as an ECMAScript module in the folder does. @param {string} specifier */
    import(specifier) {
      const module = join(folder, `${specifier.replaceAll("/", "-")}.import.mjs`);
      writeFileSync(module, `export * from ${JSON.stringify(specifier)};`);
      return import(pathToFileURL(module).href);
    },
  };
}
