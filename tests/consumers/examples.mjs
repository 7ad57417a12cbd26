/** The Workers of `examples/` as wrangler would deploy them, with the installed package, in workerd. */

import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { ROOT } from "./install.mjs";

/** What wrangler reads of an example. Comments are no part of JSON. @param {string} name */
export function wranglerOf(name) {
  const text = readFileSync(join(ROOT, "examples", name, "wrangler.jsonc"), "utf8");
  return JSON.parse(text.replace(/^\s*\/\/.*$/gm, ""));
}

/** Copies an example into a consumer's folder. @param {string} folder @param {string} name @returns {string} Where it is. */
export function copyTo(folder, name) {
  const to = join(folder, name);
  const isSource = (path) => !/node_modules|\.wrangler|\.dev\.vars/.test(path);
  cpSync(join(ROOT, "examples", name), to, { recursive: true, filter: isSource });
  return to;
}

/** The clock of an example, as far behind as each request says: of the objects that it asks, too. */
const LATER = "x-later-ms";
const withClock = (main) => `
  import app from "./${main}";
  export * from "./${main}";
  const { now } = Date;
  export default {
    ...app,
    fetch(request, env, ctx) {
      const laterMs = Number(request.headers.get("${LATER}"));
      Date.now = () => now() + laterMs;
      return app.fetch(request, env, ctx);
    },
  };`;

/** What has an example think that it is so much later. @param {number} ms */
export const later = (ms) => ({ [LATER]: String(ms) });

/**
 * Starts an example.
 *
 * @param {string} folder - Where the package is installed. @param {string} name @param {object} vars - Its settings and secrets.
 * @returns {Promise<URL>} Where it answers.
 */
export const start = async (folder, name, vars) => (await run(folder, name, vars)).ready;

/**
 * Starts an example, and gives its runtime.
 *
 * @param {string} folder @param {string} name @param {object} vars
 * @param {(main: string) => string} moduleOf - What stands around its main module.
 */
export async function run(folder, name, vars, moduleOf = withClock) {
  const wrangler = wranglerOf(name);
  const project = copyTo(folder, name);
  const { outputFiles } = await build({
    absWorkingDir: project,
    stdin: { contents: moduleOf(wrangler.main), resolveDir: project },
    write: false,
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    external: ["*.wasm", "cloudflare:workers"],
  });
  const sqlite = wrangler.migrations.flatMap((migration) => migration.new_sqlite_classes);
  const objects = wrangler.durable_objects.bindings.map(({ name, class_name: className }) => [
    name,
    { className, useSQLite: sqlite.includes(className) },
  ]);
  const wasm = readFileSync(join(folder, "node_modules/ghl-users/dist/ghl_users_bg.wasm"));
  const worker = new Miniflare({
    compatibilityDate: wrangler.compatibility_date,
    // Modules are named relative to it: the bundle may import "./ghl_users_bg.wasm".
    modulesRoot: "/",
    modules: [
      { type: "ESModule", path: "/worker.mjs", contents: outputFiles[0].text },
      { type: "CompiledWasm", path: "/ghl_users_bg.wasm", contents: wasm },
    ],
    bindings: { ...wrangler.vars, ...vars },
    durableObjects: Object.fromEntries(objects),
  });
  after(() => worker.dispose());
  await worker.ready;
  return worker;
}
