/** The package in Chromium, as it is and built by Vite: the part of `matrix/` that installs no tools. */

import { cpSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "vite";
import { install } from "./install.mjs";
import { CONSUMERS } from "./matrix/consumers.mjs";
import { SHARED } from "./matrix/project.mjs";
import { play } from "./matrix/runs.mjs";

/** A consumer of the matrix with the package, and without tools of its own. @param {string} name */
function project(name) {
  const { folder } = install();
  cpSync(join(import.meta.dirname, "matrix", name), folder, { recursive: true });
  for (const file of SHARED) cpSync(join(import.meta.dirname, "matrix", file), join(folder, file));
  return { folder };
}

const page = project("page");
for (const [title, run] of Object.entries(CONSUMERS.page)) test(`a page, ${title}`, () => play(page, run));

test("a page that Vite builds without a configuration", async () => {
  const vite = project("vite");
  await build({ root: vite.folder, logLevel: "warn" });
  await play(vite, { ...CONSUMERS.vite.build, build: undefined });
});
