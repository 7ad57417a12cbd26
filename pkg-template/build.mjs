// Builds the npm package: node build.mjs --modules <directory> --out <directory>
// The modules are a wasm file and its glue each, with the build-info.json that tells what they were made of.

import { chmod, copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { minify } from "terser";
import { ENTRIES, RESOURCES, SHAPES } from "./entries.mjs";
import { pack } from "./pack.mjs";
import { declarations } from "./types.mjs";

/** The program, which Node runs. */
const COMMAND = "cli.js";
/** The entries that the program loads, as files of their own beside it. */
const LOADED = { "../entries/sandbox.js": "./node-sandbox.js" };

/** What several resources have. */
const SHARED = ["src/client/connect.ts", "src/resource/dates.ts", "src/resource/paging.ts"];

/** The bytes of the sandbox, which weigh so much that the modules share them: a file of its own beside them. */
const SHARED_BYTES = "sandbox-bytes.js";

/**
 * An entry for all: for bundlers and browsers, for `require`, and for Node and its kin. What only the last two load is
 * readable, and has all of it but shared bytes: Node shows the whole line of an uncaught error, before the error.
 */
const everywhere = (file, source, { wasm, shared = wasm } = {}) => [
  { file: `${file}.js`, source, format: "esm", wasm: shared },
  { file: `${file}.cjs`, source, format: "cjs", wasm, readable: true },
  { file: `${join(dirname(file), `node-${basename(file)}`)}.js`, source, format: "esm", wasm: shared, readable: true },
];

/**
 * The files of dist/: each is self-contained but for a WebAssembly that it imports or fetches, the sandbox's bytes, and
 * for `validate.js`, `serve.js`, `signatures.js`, `emit.js` and others, which are loaded by whoever uses what they hold.
 */
const BUNDLES = [
  ...everywhere("index", "src/entries/index.ts", { wasm: "inline" }),
  { file: "workerd.js", source: "src/entries/index.ts", format: "esm", wasm: "" },
  { file: "edge-light.js", source: "src/entries/index.ts", format: "esm", wasm: "?module" },
  ...everywhere("slim", "src/entries/slim.ts"),
  { file: "web.js", source: "src/entries/web.ts", format: "esm" },
  { file: "validate.js", source: "src/client/validate.ts", format: "esm" },
  ...everywhere("server", "src/entries/server.ts"),
  ...everywhere("signing", "src/entries/signing.ts"),
  ...everywhere("triggers", "src/entries/triggers.ts"),
  { file: "workers.js", source: "src/entries/workers.ts", format: "esm" },
  { file: "node.js", source: "src/entries/node.ts", format: "esm", readable: true },
  { file: "node.cjs", source: "src/entries/node.ts", format: "cjs", readable: true },
  { file: "serve.js", source: "src/gateway/serve.ts", format: "esm" },
  { file: "poller.js", source: "src/triggers/poller.ts", format: "esm" },
  ...ENTRIES.filter(({ file }) => file.startsWith("catalogue/")).flatMap(({ file, source }) => everywhere(file, source)),
  ...SHARED.map((source) => ({ file: `catalogue/${basename(source, ".ts")}.js`, source, format: "esm" })),
  { file: "catalogue/docs.js", source: "src/generated/catalogue/docs.ts", format: "esm" },
  ...SHAPES.map(({ file, source }) => ({ file: `${file}.js`, source, format: "esm" })),
  ...everywhere("sandbox", "src/entries/sandbox.ts", { wasm: "inline", shared: "shared" }),
  { file: SHARED_BYTES, source: "./ghl_users_sandbox_bg.wasm", format: "esm", wasm: "inline" },
  { file: "sandbox-workerd.js", source: "src/entries/sandbox.ts", format: "esm", wasm: "" },
  { file: "sandbox-edge-light.js", source: "src/entries/sandbox.ts", format: "esm", wasm: "?module" },
  ...everywhere("sandbox-slim", "src/entries/sandbox-slim.ts"),
  { file: "emit.js", source: "src/sandbox/emit.ts", format: "esm" },
  { file: "signatures.js", source: "src/gateway/signatures.ts", format: "esm" },
  { file: COMMAND, source: "src/cli/main.ts", format: "esm", readable: true },
];

/** Entries that only browsers and Workers have: nobody requires them. */
const MODULES_ONLY = ["web.d.cts", "workers.d.cts"];
/** What the runtime brings. */
const RUNTIME = ["cloudflare:workers", "node:*"];
const PAPERS = ["README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.md"];
/** The guides, which the README links to. */
const GUIDES = "docs";
/** The modules' files, which the sources import as if they lay beside them. */
const GLUE = /^\.\/ghl_users(_sandbox)?_bg\.js$/;
const WASM = /^\.\/ghl_users(_sandbox)?_bg\.wasm$/;
/** The oldest browsers that have all that is left as it is written: static blocks decide. `docs/runtimes.md` names them. */
const OLDEST = ["chrome94", "edge94", "firefox93", "safari16.4", "node20"];

const template = import.meta.dirname;
const { modules, out } = options();
const dist = join(out, "dist");
const { exports, ...others } = JSON.parse(await readFile(join(template, "package.json"), "utf8"));

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, "catalogue"), { recursive: true });
await writeFile(join(out, "package.json"), manifest());
const shipped = (await readdir(modules)).filter((name) => WASM.test(`./${name}`) || name === "build-info.json");
await Promise.all(shipped.map((name) => copyFile(join(modules, name), join(dist, name))));
await Promise.all(PAPERS.map(paper));
await guides();
await Promise.all([...BUNDLES.map(bundle), declare()]);
await chmod(join(dist, COMMAND), 0o755);

/** The manifest, with an entry for each resource like that for all of them. */
function manifest() {
  const all = JSON.stringify(exports["./catalogue"]);
  const entries = RESOURCES.map((name) => [`./catalogue/${name}`, JSON.parse(all.replaceAll("index.", `${name}.`))]);
  return `${JSON.stringify({ ...others, exports: { ...exports, ...Object.fromEntries(entries) } }, null, 2)}\n`;
}

function options() {
  const { values } = parseArgs({ options: { modules: { type: "string" }, out: { type: "string" } } });
  for (const name of ["modules", "out"]) {
    if (!values[name]) throw new Error(`--${name} is missing: expected a directory`);
  }
  return { modules: resolve(values.modules), out: resolve(values.out) };
}

async function bundle({ file, source, format, wasm, readable = false }) {
  const { outputFiles } = await build({
    absWorkingDir: template,
    entryPoints: [source],
    // Not where the files go: it keeps the paths in source maps the same wherever that is.
    outfile: `dist/${file}`,
    write: false,
    bundle: true,
    format,
    platform: "neutral",
    target: OLDEST,
    minify: !readable,
    sourcemap: true,
    legalComments: "none",
    external: RUNTIME,
    define: { PACKAGE_VERSION: JSON.stringify(others.version) },
    plugins: [moduleFiles(wasm), ...(readable ? [] : [apart(file)]), ...(file === COMMAND ? [loaded()] : [])],
  });
  const [map, code] = outputFiles.map(({ text }) => text);
  const files = readable ? { code, map } : await smaller(code, map, file);
  await Promise.all([writeFile(join(dist, file), files.code), writeFile(join(dist, `${file}.map`), sparing(files.map))]);
}

/** A source map without the text of a WebAssembly, which is nobody's source and stands in the code already. */
function sparing(map) {
  const { sourcesContent, ...others } = JSON.parse(map);
  const kept = sourcesContent.map((text, place) => (others.sources[place].endsWith(".wasm") ? null : text));
  return JSON.stringify({ ...others, sourcesContent: kept });
}

/** What esbuild minified, minified further: 2 to 5 % less. Not CommonJS: it would drop what tells Node of exports. */
function smaller(code, map, file) {
  const sourceMap = { content: map, includeSources: true, url: `${basename(file)}.map` };
  // Nothing here calls `new` of a function.
  const compress = { passes: 3, unsafe_arrows: true, unsafe_undefined: true, pure_getters: true };
  return minify(code, { module: true, ecma: 2022, compress, sourceMap });
}

/** Where a bundle gets the WebAssembly from, unless it has it inside: the file that has its bytes, or its own, with what is added. */
function outside(path, wasm) {
  return wasm === "shared" ? `./${SHARED_BYTES}` : `${path}${wasm}`;
}

/** Finds the files of a module; `wasm` says how a bundle gets the WebAssembly. */
function moduleFiles(wasm) {
  return {
    name: "modules",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: GLUE }, ({ path }) => ({ path, namespace: "modules" }));
      onResolve({ filter: WASM }, ({ path }) =>
        wasm === "inline" ? { path, namespace: "modules" } : { path: outside(path, wasm), external: true },
      );
      // Where wasm-bindgen has copied them from: the name of its folder depends on where the checkout lies.
      onResolve({ filter: /^\.\/snippets\//, namespace: "modules" }, ({ path }) => ({
        path: join(template, "..", ...path.split("/").slice(3)),
      }));
      onLoad({ filter: /.*/, namespace: "modules" }, async ({ path }) => {
        const contents = await readFile(join(modules, path));
        if (!WASM.test(path)) return { contents };
        return { contents: inlined(contents), resolveDir: join(template, "src/module") };
      });
    },
  };
}

/**
 * Leaves in files of their own what is imported in the middle of a program, so that whoever does not use it does not load it,
 * and what several resources share, so that whoever has two loads it once. The first lie beside those that import them, the
 * others in `catalogue/`.
 */
function apart(file) {
  return {
    name: "apart",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, kind, resolveDir }) => {
        const isShared = SHARED.includes(relative(template, join(resolveDir, path)).replace(/js$/, "ts"));
        const folder = isShared && dirname(file) === "." ? "./catalogue" : ".";
        const isApart = kind === "dynamic-import" || (kind === "import-statement" && isShared);
        return isApart ? { path: `${folder}/${basename(path)}`, external: true } : undefined;
      });
    },
  };
}

/** Has the program load what is an entry of its own, rather than carry a copy. */
function loaded() {
  return {
    name: "loaded",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.\/entries\// }, ({ path }) => ({ path: LOADED[path], external: true }));
    },
  };
}

/** A module that has these bytes, and takes them out when it is asked for them. */
function inlined(bytes) {
  const { frequent, text } = pack(bytes);
  return `import { unpacked } from "./packed.js"; export default () => unpacked("${frequent}", "${text}");`;
}

async function declare() {
  const files = (await declarations(["ts", "cts"])).filter(({ fileName }) => !MODULES_ONLY.includes(fileName));
  await Promise.all(files.map(({ fileName, code }) => writeFile(join(dist, fileName), code)));
}

/** Not those of before: one that has gone would be shipped. */
async function guides() {
  await rm(join(out, GUIDES), { recursive: true, force: true });
  await cp(join(template, "..", GUIDES), join(out, GUIDES), { recursive: true });
}

async function paper(name) {
  const own = join(template, name);
  await copyFile(existsSync(own) ? own : join(template, "..", name), join(out, name));
}
