/** What a reader is told to type is there to be typed. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install, ROOT } from "../consumers/install.mjs";
import { misreadBy, problemsOf, SUBCOMMANDS } from "./commands.mjs";
import { pagesIn } from "./pages.mjs";

const { folder } = install();
const pages = pagesIn(folder);
/** What the package's own program says. */
const told = (...args) => execFileSync(join(folder, "node_modules/.bin/ghl-users"), args, { encoding: "utf8" });

/** What each language's blocks are checked by; what is no language is the words of a program. */
const CHECKED = { ts: "code", js: "code", html: "code", sh: "commands", rust: "as in", toml: "manifest", python: "remark", "": "words" };

test("every block has a language that something here checks", () => {
  for (const { page, line, language, remarks } of pages.flatMap(({ blocks }) => blocks)) {
    assert.ok(language in CHECKED, `${page}:${line}: ${language}`);
    if (language === "python") assert.ok("not compiled" in remarks, `${page}:${line} says nothing of what runs it`);
    if (language === "rust") assert.ok("as in" in remarks, `${page}:${line} stands in no file that is compiled`);
  }
});

for (const { path, text, blocks } of pages) {
  test(`cargo xtask and npm have what ${path} types`, () => {
    const shells = blocks.filter(({ language }) => language === "sh").map(({ code }) => code);
    const inProse = [...text.matchAll(/`((?:cargo xtask|npm) [^`]+)`/g)].map(([, command]) => command);
    assert.deepEqual([...shells, ...inProse].flatMap(problemsOf), []);
    assert.deepEqual(shells.map(misreadBy).filter((words) => words !== ""), []);
  });
}

test("the package's program has the commands and the options that pages type, and pages type each of its commands", () => {
  const typed = pages.flatMap(({ text }) => [...text.matchAll(/npx ghl-users ([\w-]+)([^#\n`]*)/g)]);
  for (const [, name, rest] of typed) {
    const help = told(name, "--help");
    for (const [option] of rest.matchAll(/--[\w-]+/g)) assert.ok(help.includes(`\n  ${option} `), `${name} ${option}`);
  }
  const commands = [...told("--help").matchAll(/^ {2}([a-z]\S*)/gm)].map(([, name]) => name);
  assert.deepEqual([...new Set(typed.map(([, name]) => name))].sort(), commands.sort());
});

test("the manifest in docs/rust.md names the crate, and a feature that can be left out", () => {
  const [{ code }] = pages.flatMap(({ blocks }) => blocks).filter(({ language }) => language === "toml");
  const cargo = readFileSync(join(ROOT, "Cargo.toml"), "utf8");
  assert.match(code, /^\[dependencies\]\nghl-users = \{ path = ".+", default-features = false, features = \["users"\] \}$/);
  assert.match(cargo, /^name = "ghl-users"$/m);
  assert.match(cargo, /^default = \[\s*"npm",[^\]]*"users",[^\]]*\]$/m);
});

test("a command that there is not is found", () => {
  assert.ok(SUBCOMMANDS.includes("sandbox"));
  assert.deepEqual(problemsOf("cargo xtask demo  # and npm install x"), []);
  assert.deepEqual(problemsOf("cargo xtask dance"), ["cargo xtask has no dance"]);
  assert.deepEqual(problemsOf("npm instal x"), ["npm has no instal"]);
  assert.notEqual(misreadBy('curl "x'), "");
});
