/** The links of the packed pages, and what they name of the repository. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install, ROOT } from "../consumers/install.mjs";
import { proseOf } from "./blocks.mjs";
import { anchorsIn, linksIn, problemOf } from "./links.mjs";
import { pagesIn } from "./pages.mjs";

const { folder } = install();
const pages = pagesIn(folder);
const root = join(folder, "node_modules/ghl-users");

function read(path) {
  const file = join(root, path);
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
}

for (const { path, text } of pages) {
  test(`every link of ${path} leads somewhere, also on npm`, () => {
    const problems = linksIn(text).map((target) => [target, problemOf(target, path, read)]);
    assert.deepEqual(problems.filter(([, problem]) => problem !== undefined), []);
  });

  test(`what ${path} names of the repository is there`, () => {
    const named = proseOf(text).matchAll(/`((?:examples|tests|sandbox|benches|pkg-template|src)\/[\w./-]+)`/g);
    for (const [, name] of named) assert.ok(existsSync(join(ROOT, name)), name);
  });
}

test("each page can be reached from the index, and the index from the front page", () => {
  const [front, ...docs] = pages;
  assert.ok(linksIn(front.text).includes("docs/README.md"));
  const index = linksIn(read("docs/README.md"));
  for (const { path } of docs.filter(({ path }) => path !== "docs/README.md")) {
    assert.ok(index.includes(path.replace("docs/", "")), path);
  }
});

test("the front page is one: 220 lines at most", () => {
  assert.ok(pages[0].text.split("\n").length - 1 <= 220);
});

test("a link that leads nowhere is found", () => {
  const page = "# One\n\n## `two` words\n\n## One\n\n[a](b.md) `[x](y)` [c](#two-words)\n\n```\n[no](link)\n```\n";
  const files = { "docs/a.md": page, "docs/b.md": "# Here" };
  const problem = (target) => problemOf(target, "docs/a.md", (path) => files[path]);
  assert.deepEqual(linksIn(page), ["b.md", "#two-words"]);
  assert.deepEqual([...anchorsIn(page)], ["one", "two-words", "one-1"]);
  for (const good of ["b.md", "b.md#here", "#one-1", "../docs/b.md", "https://rustup.rs"]) assert.equal(problem(good), undefined);
  assert.match(problem("c.md"), /no file/);
  assert.match(problem("../b.md"), /no file/);
  assert.match(problem("b.md#there"), /no heading/);
  assert.match(problem("#three"), /no heading/);
  assert.match(problem("http://rustup.rs"), /https/);
  assert.match(problem("https:// rustup.rs"), /https/);
});
