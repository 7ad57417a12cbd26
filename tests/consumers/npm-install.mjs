/** `npm install` of the tarball, as a consumer does it: `node npm-install.mjs TARBALL FOLDER`, or from another module. */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const FLAGS = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/** @param {string} tarball @param {string} folder - It is there, and empty. */
export function npmInstall(tarball, folder) {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  execFileSync("npm", ["install", ...FLAGS, tarball], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

if (process.argv[1] === import.meta.filename) npmInstall(...process.argv.slice(2));
