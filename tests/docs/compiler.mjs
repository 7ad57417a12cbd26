/** The compiler over the modules of pages, in a folder in which the package is installed. */

import { execFile } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, tsc } from "../consumers/install.mjs";

const STRICT = {
  strict: true,
  target: "es2022",
  module: "nodenext",
  moduleResolution: "nodenext",
  allowJs: true,
  checkJs: true,
  outDir: "out",
  rootDir: ".",
};
/** The names that a module finds: those of Node and of pages, or those of a Worker. */
const NAMES = {
  node: { lib: ["es2022", "dom", "dom.iterable"], types: ["node"] },
  worker: { lib: ["es2022"], types: ["@cloudflare/workers-types"] },
};

/** Lets the folder's modules find what the compiler is to know. @param {string} folder */
export function prepare(folder) {
  for (const name of ["@types", "@cloudflare"]) {
    symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  }
}

/**
 * Compiles modules into `out/`.
 *
 * @param {string} folder
 * @param {import("./modules.mjs").Module[]} modules
 * @returns {Promise<string[]>} What the compiler says, each with the line of the page that it is about.
 */
export async function compile(folder, modules) {
  for (const { file, code } of modules) writeFileSync(join(folder, file), code);
  const isWorkers = ({ block }) => block.remarks.for === "a Worker";
  const said = await Promise.all([
    run(folder, "node", modules.filter((module) => !isWorkers(module))),
    run(folder, "worker", modules.filter(isWorkers)),
  ]);
  const lines = said.flatMap((text) => text.split("\n").filter((line) => line !== ""));
  return lines.map((line) => placed(line, modules));
}

/** @param {string} folder @param {"node" | "worker"} names @param {import("./modules.mjs").Module[]} modules @returns {Promise<string>} */
function run(folder, names, modules) {
  if (modules.length === 0) return Promise.resolve("");
  const files = [...modules.map(({ file }) => file), ...(names === "node" ? ["presumed/ambient.d.ts"] : [])];
  const config = join(folder, `${names}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...STRICT, ...NAMES[names] }, files }));
  return new Promise((resolve, reject) =>
    execFile(process.execPath, [tsc(), "--project", config], { cwd: folder }, (error, output) =>
      // It fails by what it says: a failure without a word is another one.
      error && !output ? reject(error) : resolve(output),
    ),
  );
}

/** A line of the compiler's with the place in the page. @param {string} line @param {import("./modules.mjs").Module[]} modules */
function placed(line, modules) {
  const [, file, row, words] = /^([\w.-]+)\((\d+),\d+\): (.*)$/.exec(line) ?? [];
  const module = modules.find((each) => each.file === file);
  return module ? `${module.block.page}:${Number(row) + module.offset}: ${words}` : line;
}
