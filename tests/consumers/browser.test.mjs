/** The package in Chromium, as it is and built by Vite: the part of `matrix/` that installs no tools. */

import { test } from "node:test";
import { build } from "vite";
import { install } from "./install.mjs";
import { CONSUMERS } from "./matrix/consumers.mjs";
import { copyInto } from "./matrix/project.mjs";
import { play } from "./matrix/runs.mjs";

/** A consumer of the matrix with the package, and without tools of its own. @param {string} name */
function project(name) {
  const { folder } = install();
  copyInto(name, folder);
  return { folder };
}

const page = project("page");
for (const [title, run] of Object.entries(CONSUMERS.page)) test(`a page, ${title}`, () => play(page, run));

test("a page that Vite builds without a configuration", async () => {
  const vite = project("vite");
  await build({ root: vite.folder, logLevel: "warn" });
  await play(vite, { ...CONSUMERS.vite.build, build: undefined });
});
