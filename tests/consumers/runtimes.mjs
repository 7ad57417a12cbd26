/** The runtimes that play the scenario: each takes a context, and gives the report that was made there. */

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { build } from "esbuild";
import { Miniflare } from "miniflare";

/**
 * @typedef {import("./scenario/run.mjs").Context} Context
 * @typedef {import("./scenario/run.mjs").Report} Report
 * @typedef {(context: Context) => Promise<Report>} Runtime
 */

/** What a bundle may import from beside it. */
const WASMS = ["ghl_users_bg.wasm", "ghl_users_sandbox_bg.wasm"];

/** A program of `programs/` in a Node of its own. @param {string} folder @param {string} program @returns {Runtime} */
export function node(folder, program) {
  return (context) =>
    new Promise((resolve, reject) => {
      const child = execFile(process.execPath, [join(folder, "programs", program)], (error, stdout, stderr) =>
        error ? reject(new Error(stderr, { cause: error })) : resolve(JSON.parse(stdout)),
      );
      child.stdin.end(JSON.stringify(context));
    });
}

/** `programs/worker.mjs` in workerd. @param {string} folder @returns {Promise<Runtime>} */
export const workerd = (folder) => bundled(folder, 'export { default } from "./programs/worker.mjs";');

/**
 * A Worker in workerd, bundled as wrangler does it: gives what the Worker answers to a value.
 *
 * @param {string} folder @param {string} contents - Its module.
 */
export async function bundled(folder, contents) {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    stdin: { contents, resolveDir: folder },
    write: false,
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    external: ["*.wasm"],
  });
  const [{ text }] = outputFiles;
  const wasms = WASMS.filter((name) => text.includes(name));
  const worker = new Miniflare({
    compatibilityDate: "2026-04-01",
    // Modules are named relative to it: the bundle imports "./ghl_users_bg.wasm".
    modulesRoot: "/",
    modules: [
      { type: "ESModule", path: "/worker.mjs", contents: text },
      ...wasms.map((name) => ({
        type: "CompiledWasm",
        path: `/${name}`,
        contents: readFileSync(join(folder, "node_modules/ghl-users/dist", name)),
      })),
    ],
  });
  after(() => worker.dispose());
  return async (given) => {
    const reply = await worker.dispatchFetch("http://worker/", { method: "POST", body: JSON.stringify(given) });
    if (!reply.ok) throw new Error(`the worker answered ${reply.status}: ${await reply.text()}`);
    return reply.json();
  };
}
