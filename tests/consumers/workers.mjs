/** Two Workers that share Durable Objects, in workerd. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { build } from "esbuild";
import { Miniflare } from "miniflare";

const NAMES = ["first", "second"];

/**
 * Deploys a program of `programs/` twice. The objects are the first one's; the second one is bound to the same.
 *
 * @param {string} folder - Where the package is installed.
 * @param {{ program: string, objects?: Record<string, string>, persist?: string | false }} options - `objects`: the
 *   class of each binding. `persist`: the folder where they are kept. Others are Miniflare's.
 */
export async function deploy(folder, { program, objects = {}, persist = false, ...others }) {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [`programs/${program}`],
    write: false,
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    external: ["*.wasm", "cloudflare:workers"],
  });
  const wasm = readFileSync(join(folder, "node_modules/ghl-users/dist/ghl_users_bg.wasm"));
  const workers = NAMES.map((name, place) => ({
    name,
    routes: [`http://${name}/*`],
    compatibilityDate: "2026-04-01",
    // Modules are named relative to it: the bundle imports "./ghl_users_bg.wasm".
    modulesRoot: "/",
    modules: [
      { type: "ESModule", path: "/worker.mjs", contents: outputFiles[0].text },
      { type: "CompiledWasm", path: "/ghl_users_bg.wasm", contents: wasm },
    ],
    durableObjects: Object.fromEntries(
      Object.entries(objects).map(([binding, className]) => {
        const owner = place === 0 ? {} : { scriptName: NAMES[0] };
        return [binding, { className, useSQLite: true, ...owner }];
      }),
    ),
    ...others,
  }));
  const runtime = new Miniflare({ workers, durableObjectsPersist: persist });
  let stopped;
  /** Kills the process, with whatever runs there. */
  const kill = () => (stopped ??= runtime.dispose());
  after(kill);
  await runtime.ready;
  return {
    kill,
    /**
     * Has a Worker do one of the program's acts, in a request of its own.
     *
     * @param {"first" | "second"} name @param {string} act @param {object} [input]
     */
    async ask(name, act, input) {
      const body = JSON.stringify({ act, ...input });
      const reply = await runtime.dispatchFetch(`http://${name}/`, { method: "POST", body });
      const { value, error } = await reply.json();
      if (error) throw Object.assign(new Error(error.message), error);
      return value;
    },
  };
}

/** Asks so often at once, both Workers in turn. */
export const crowd = (count, ask, act, input) =>
  Promise.all(Array.from({ length: count }, (_, turn) => ask(NAMES[turn % 2], act, input)));

/** A folder that goes when the tests of the file are over, and all that runs there. */
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), "ghl-users-objects-"));
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
