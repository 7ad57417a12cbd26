/** The commands that pages tell a reader to type. */

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../consumers/install.mjs";

const MAIN = readFileSync(join(ROOT, "xtask/src/main.rs"), "utf8");

/** The subcommands of `cargo xtask`. */
export const SUBCOMMANDS = [.../enum Command \{([^]*?)^\}/m.exec(MAIN)[1].matchAll(/^ {4}([A-Z]\w*)/gm)].map(([, name]) =>
  name.toLowerCase(),
);

/** The subcommands of npm that this npm has. */
const NPM = execFileSync("npm", ["help"], { encoding: "utf8" });
const isNpms = (name) => new RegExp(`(?<![\\w-])${name}(?=[,\\s])`).test(NPM);

/** What is wrong with the commands in a text, which may be a block or prose. @param {string} text @returns {string[]} */
export function problemsOf(text) {
  const xtask = [...text.matchAll(/cargo xtask\s+([\w-]+)/g)].map(([, name]) => name);
  const npm = [...text.matchAll(/(?<![\w-])npm ([a-z][\w-]*)/g)].map(([, name]) => name);
  return [
    ...xtask.filter((name) => !SUBCOMMANDS.includes(name)).map((name) => `cargo xtask has no ${name}`),
    ...npm.filter((name) => !isNpms(name)).map((name) => `npm has no ${name}`),
  ];
}

/** What bash says of a program that it does not run. @param {string} code */
export function misreadBy(code) {
  return spawnSync("bash", ["-n"], { input: code, encoding: "utf8" }).stderr;
}
