/** Modules of the package's sources, for what no entry exports. */

import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./install.mjs";

/** A module and what it imports, as one of ECMAScript. @param {string} path - In `pkg-template/src/`. */
export async function bundled(path) {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "pkg-template/src", path)],
    write: false,
    bundle: true,
    format: "esm",
    external: ["node:*"],
  });
  return outputFiles[0].text;
}

/** Imports it. @param {string} path - In `pkg-template/src/`. */
export async function source(path) {
  return import(`data:text/javascript,${encodeURIComponent(await bundled(path))}`);
}
