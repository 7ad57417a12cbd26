/** What a consumer downloads, beside peers that are bundled alike, and what our part of it is made of. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { grouped, kilobytes, section, table, target } from "./lab/markdown.mjs";
import { bytesBySource } from "./lab/source-map.mjs";
import { bytesByCrate } from "./lab/wasm.mjs";

const LIMITS = { slim: 17_600, default: 23_000 };
const OFFICIAL = "@gohighlevel/api-client";
const dist = dirname(createRequire(import.meta.url).resolve("ghl-users"));
const file = (name) => readFileSync(join(dist, name));
const wasm = file("ghl_users_bg.wasm");

/** What a program imports, and the conditions under which. */
const SUBJECTS = {
  "ghl-users": { code: 'export { HighLevel } from "ghl-users"' },
  "ghl-users (workerd), with its WebAssembly": { code: 'export { HighLevel } from "ghl-users"', conditions: ["workerd"], wasm },
  "ghl-users/slim, with its WebAssembly": { code: 'export { HighLevel, init } from "ghl-users/slim"', wasm },
  "`openapi-fetch`": { code: 'export { default } from "openapi-fetch"' },
  "`ky`": { code: 'export { default } from "ky"' },
  "`@gnosticdev/highlevel-sdk`": { code: 'export { createHighLevelClient } from "@gnosticdev/highlevel-sdk"' },
  "`@octokit/core` with retry, throttling, pagination": {
    code: `import { Octokit } from "@octokit/core";
      import { retry } from "@octokit/plugin-retry";
      import { throttling } from "@octokit/plugin-throttling";
      import { paginateRest } from "@octokit/plugin-paginate-rest";
      export const Client = Octokit.plugin(retry, throttling, paginateRest);`,
  },
  "`zod` 4": {
    code: `import { z } from "zod";
      export const S = z.looseObject({ a: z.array(z.string()), b: z.record(z.string(), z.boolean().nullable()),
        c: z.union([z.string(), z.number()]).nullish() });`,
  },
  [`\`${OFFICIAL}\`, for Node`]: { code: `export { HighLevel } from "${OFFICIAL}"`, platform: "node" },
};

section(
  "Size",
  "KB (1,000 bytes) after `gzip -9`, of what esbuild makes of one import: `bundle`, `minify`, ES modules, ES2022, for browsers, " +
    "each file compressed on its own. HighLevel's own SDK does not bundle for browsers, so it is bundled for Node.",
);
const weights = {};
for (const [name, subject] of Object.entries(SUBJECTS)) weights[name] = await weigh(subject);
const octokit = weights["`@octokit/core` with retry, throttling, pagination"].gzip;
table(
  ["", "of octokit", "gzip", "minified"],
  Object.entries(weights).map(([name, { raw, gzip }]) => [
    name,
    `${(gzip / octokit).toFixed(2)} ×`,
    `${kilobytes(gzip)} KB`,
    `${kilobytes(raw)} KB`,
  ]),
);
for (const [entry, limit] of [
  ["ghl-users (workerd), with its WebAssembly", LIMITS.slim],
  ["ghl-users/slim, with its WebAssembly", LIMITS.slim],
  ["ghl-users", LIMITS.default],
]) {
  const { gzip } = weights[entry];
  target(`${entry} at most ${kilobytes(limit)} KB`, gzip <= limit, `${kilobytes(gzip)} KB`);
}

console.log("\nThe files of `dist/` as they are published:\n");
const FILES = ["ghl_users_bg.wasm", "index.js", "workerd.js", "slim.js", "web.js", "server.js", "workers.js"];
const published = FILES.filter((name) => exists(name)).map((name) => [name, file(name)]);
table(
  ["", "gzip", "raw"],
  published.map(([name, content]) => [name, `${kilobytes(gzip(content))} KB`, `${kilobytes(content.length)} KB`]),
);

console.log("\nThe JavaScript of `slim.js` by source file, minified, before compression:\n");
parts(bytesBySource(file("slim.js").toString(), JSON.parse(file("slim.js.map").toString())));

const named = process.env.GHL_NAMED_WASM;
console.log("\nThe WebAssembly by crate, and ours by module, before compression, in a build that keeps the functions' names:\n");
if (named) {
  const bytes = bytesByCrate(readFileSync(named));
  parts(bytes);
  floor(bytes);
} else console.log("Not measured: the engine of this run was built elsewhere, and has no names.");

async function weigh({ code, conditions = [], platform = "browser", wasm }) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform,
    conditions: [...conditions, "import", "default"],
    external: ["*.wasm", "mongodb-client-encryption"],
    legalComments: "none",
    logLevel: "error",
  });
  const files = [outputFiles[0].contents, ...(wasm ? [wasm] : [])];
  const sum = (weight) => files.reduce((total, content) => total + weight(content), 0);
  return { raw: sum((content) => content.length), gzip: sum(gzip) };
}

/** @param {Record<string, number>} bytes */
function parts(bytes) {
  const total = Object.values(bytes).reduce((sum, part) => sum + part, 0);
  const rows = Object.entries(bytes).toSorted(([, a], [, b]) => b - a);
  table(
    ["", "share", "bytes"],
    rows.map(([name, part]) => [name, `${((100 * part) / total).toFixed(1)} %`, grouped(part)]),
  );
}

/** What is left without a line of our own Rust, if its bytes compress as the others do. @param {Record<string, number>} bytes */
function floor(bytes) {
  const sum = (list) => list.reduce((total, [, part]) => total + part, 0);
  const all = Object.entries(bytes);
  const share = sum(all.filter(([name]) => !name.startsWith("ghl_users"))) / sum(all);
  const [brought, javascript] = [share * gzip(wasm), gzip(file("slim.js"))];
  console.log(
    `\nThe constants, such as names of fields and sentences, and what Rust and wasm-bindgen bring are ${(share * 100).toFixed(1)} % of it: about ` +
      `${kilobytes(brought)} KB after gzip. With \`slim.js\` that makes ${kilobytes(brought + javascript)} KB, before any code of our own.`,
  );
}

function gzip(content) {
  return gzipSync(content, { level: 9 }).length;
}

function exists(name) {
  try {
    return file(name).length > 0;
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}
