/** Vercel's edge runtime, which may not compile WebAssembly: it is handed modules of another realm. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EdgeVM } from "@edge-runtime/vm";
import { build } from "esbuild";

/** What Vercel's bundler makes of `import wasm from "./….wasm?module"`: a name of the runtime's. */
const WASM_MODULES = {
  name: "wasm-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.wasm\?module$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace("?module", "")),
      namespace: "wasm-module",
    }));
    onLoad({ filter: /.*/, namespace: "wasm-module" }, () => ({ contents: "export default engineOfTheRuntime;" }));
  },
};

/**
 * `programs/worker.mjs` in the edge runtime.
 * @param {string} folder
 * @returns {Promise<import("./runtimes.mjs").Runtime>}
 */
export async function edge(folder) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import worker from "./programs/worker.mjs";
        addEventListener("fetch", (event) => event.respondWith(worker.fetch(event.request)));`,
      resolveDir: folder,
    },
    write: false,
    bundle: true,
    format: "iife",
    conditions: ["edge-light", "worker", "browser"],
    plugins: [WASM_MODULES],
  });
  const wasm = readFileSync(join(folder, "node_modules/ghl-users/dist/ghl_users_bg.wasm"));
  const vm = new EdgeVM({
    initialCode: outputFiles[0].text,
    codeGeneration: { strings: false, wasm: false },
    extend: (context) => Object.assign(context, { engineOfTheRuntime: new WebAssembly.Module(wasm) }),
  });
  return async (context) => {
    const reply = await vm.dispatchFetch("http://edge/", { method: "POST", body: JSON.stringify(context) });
    if (!reply.ok) throw new Error(`the edge runtime answered ${reply.status}: ${await reply.text()}`);
    return reply.json();
  };
}
