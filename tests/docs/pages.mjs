/** The pages as the package has them: what a reader of npm's gets. */

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { blocksOf } from "./blocks.mjs";

/**
 * @typedef {{ path: string, stem: string, text: string, blocks: import("./blocks.mjs").Block[] }} Page
 *
 * @param {string} folder - Where the package is installed. @returns {Page[]}
 */
export function pagesIn(folder) {
  const root = join(folder, "node_modules/ghl-users");
  const docs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));
  return ["README.md", ...docs.sort().map((name) => `docs/${name}`)].map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return { path, stem: stemOf(path), text, blocks: blocksOf(path, text) };
  });
}

/** What a page's modules, and its file of `presumed/`, are called. @param {string} path */
const stemOf = (path) => (path === "README.md" ? "front" : basename(path, ".md"));
