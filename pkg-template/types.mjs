/** One file of types per entry. What entries share is declared in the first of index, slim and server that has it. */

import { join } from "node:path";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { ENTRIES } from "./entries.mjs";

const template = import.meta.dirname;
const source = (name) => join(template, `src/entries/${name}.ts`);

/**
 * Rolls up the types of every entry.
 * @param {readonly ("ts" | "cts")[]} extensions - Those of `import`, and of `require`.
 * @returns {Promise<{ fileName: string, code: string }[]>}
 */
export async function declarations(extensions) {
  const types = await rollup({
    input: Object.fromEntries(ENTRIES.map(({ file, source }) => [file, join(template, source)])),
    // The runtime brings the one, and the build finds the other.
    external: ["cloudflare:workers", /\.wasm$/],
    // What types take from JavaScript's own files is gone when they are rolled up.
    treeshake: { moduleSideEffects: "no-external" },
    plugins: [dts({ tsconfig: join(template, "tsconfig.json") })],
  });
  const outputs = extensions.map((extension) =>
    types.generate({
      entryFileNames: `[name].d.${extension}`,
      // What is required finds only what can be required, of what entries share as well.
      chunkFileNames: `[name]-[hash].d.${extension}`,
      manualChunks: { index: [source("index")], slim: [source("slim")], server: [source("server")] },
    }),
  );
  const files = (await Promise.all(outputs)).flatMap(({ output }) => output);
  await types.close();
  return files;
}
