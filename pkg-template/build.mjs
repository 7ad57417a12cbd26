// Builds the npm package: node build.mjs --engine <directory of ghl_users_bg.js and .wasm> --out <directory>

import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

/** The files of dist/: each is self-contained but for a WebAssembly that it imports. */
const BUNDLES = [
  { file: "index.js", source: "src/index.ts", format: "esm", wasm: "inline" },
  { file: "index.cjs", source: "src/index.ts", format: "cjs", wasm: "inline" },
  { file: "workerd.js", source: "src/index.ts", format: "esm", wasm: "import" },
  { file: "slim.js", source: "src/slim.ts", format: "esm" },
  { file: "slim.cjs", source: "src/slim.ts", format: "cjs" },
  { file: "server.js", source: "src/server.ts", format: "esm" },
  { file: "server.cjs", source: "src/server.ts", format: "cjs" },
  { file: "workers.js", source: "src/workers.ts", format: "esm" },
];

const TYPES = {
  index: "src/index.ts",
  slim: "src/slim.ts",
  server: "src/server.ts",
  workers: "src/workers.ts",
};
/** What the runtime brings. */
const RUNTIME = "cloudflare:workers";
/** What the licence of a bundled package asks for, beside the licence's text in LICENSE-MIT. */
const NOTICES = {
  "src/server.ts": "/*! contains @noble/hashes, MIT License, Copyright (c) 2022 Paul Miller (https://paulmillr.com) */",
};
const PAPERS = ["README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];
const WASM = "ghl_users_bg.wasm";

const template = import.meta.dirname;
const { engine, out } = options();
const dist = join(out, "dist");

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await copyFile(join(template, "package.json"), join(out, "package.json"));
await copyFile(join(engine, WASM), join(dist, WASM));
await Promise.all(PAPERS.map(paper));
await Promise.all([...BUNDLES.map(bundle), declare()]);

function options() {
  const { values } = parseArgs({ options: { engine: { type: "string" }, out: { type: "string" } } });
  for (const name of ["engine", "out"]) {
    if (!values[name]) throw new Error(`--${name} is missing: expected a directory`);
  }
  return { engine: resolve(values.engine), out: resolve(values.out) };
}

async function bundle({ file, source, format, wasm }) {
  const { outputFiles } = await build({
    absWorkingDir: template,
    entryPoints: [source],
    // Not where the files go: it keeps the paths in source maps the same wherever that is.
    outfile: `dist/${file}`,
    write: false,
    bundle: true,
    format,
    platform: "neutral",
    target: "es2022",
    minify: true,
    sourcemap: true,
    legalComments: "none",
    external: [RUNTIME],
    banner: { js: NOTICES[source] ?? "" },
    plugins: [engineFiles(wasm)],
  });
  await Promise.all(outputFiles.map(({ path, contents }) => writeFile(join(dist, basename(path)), contents)));
}

/** Finds the engine's two files, which the sources import as if they lay beside them. */
function engineFiles(wasm) {
  return {
    name: "engine",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/ghl_users_bg\.(js|wasm)$/ }, ({ path }) =>
        path === `./${WASM}` && wasm === "import" ? { path, external: true } : { path, namespace: "engine" },
      );
      onLoad({ filter: /.*/, namespace: "engine" }, async ({ path }) => ({
        contents: await readFile(join(engine, path)),
        loader: path === `./${WASM}` ? "binary" : "js",
      }));
    },
  };
}

/** Writes one file of types per entry, for `import` (.d.ts) and again for `require` (.d.cts). */
async function declare() {
  const types = await rollup({
    input: Object.fromEntries(Object.entries(TYPES).map(([name, source]) => [name, join(template, source)])),
    external: [/\.wasm$/, RUNTIME],
    plugins: [dts({ tsconfig: join(template, "tsconfig.json") })],
  });
  for (const extension of ["ts", "cts"]) {
    await types.write({
      dir: dist,
      entryFileNames: `[name].d.${extension}`,
      // What entries share is declared in index, or else in server: not in a file of its own.
      manualChunks: { index: [join(template, TYPES.index)], server: [join(template, TYPES.server)] },
    });
  }
  await types.close();
  // Workers are ES modules: nobody requires this entry.
  await rm(join(dist, "workers.d.cts"));
}

async function paper(name) {
  const own = join(template, name);
  await copyFile(existsSync(own) ? own : join(template, "..", name), join(out, name));
}
