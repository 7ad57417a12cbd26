/**
 * Runs every program of `benches/`, and writes what they print to `benches/RESULTS.md`: `cargo xtask bench` calls it.
 *
 * GHL_TARBALL is the packed package, GHL_SANDBOX_URL a native server of the API. With GHL_NAMED_WASM, the same engine with the
 * names of its functions, its parts are weighed, too.
 */

import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const BENCHES = join(import.meta.dirname, "..");
const CHECKOUT_MODULES = join(BENCHES, "../node_modules");
const PROGRAMS = ["call", "strings", "many", "loopback", "start", "list", "pages", "memory", "box", "size"];
/** What the checkout has already, for its tests and its build: peers, and tools. */
const PEERS = ["@gohighlevel/api-client", "zod"];
const TOOLS = ["@jridgewell/trace-mapping", "esbuild", "miniflare"];
/** Packages whose versions matter, although others brought them. */
const BROUGHT = ["axios", "mongodb"];

const { GHL_TARBALL: tarball } = process.env;
if (!tarball) throw new Error("GHL_TARBALL is not set: expected the packed package");

const began = Date.now();
const folder = mkdtempSync(join(tmpdir(), "ghl-users-benches-"));
try {
  install();
  const parts = [];
  for (const name of PROGRAMS) {
    const program = promisify(execFile)(process.execPath, ["--no-warnings", join(folder, `${name}.mjs`)], { cwd: folder });
    program.child.stderr.pipe(process.stderr);
    const { stdout } = await program;
    console.log(stdout);
    parts.push(stdout.trim());
  }
  const text = `${head()}\n${parts.join("\n\n")}\n`.replaceAll(/\n{3,}/g, "\n\n");
  writeFileSync(join(BENCHES, "RESULTS.md"), text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The programs, the package as a user would install it and its peers, away from the checkout's own modules. */
function install() {
  cpSync(BENCHES, folder, { recursive: true, filter: (path) => !path.endsWith("node_modules") });
  const flags = ["--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["install", ...flags, tarball], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  for (const name of [...PEERS, ...TOOLS]) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(CHECKOUT_MODULES, name), link);
  }
}

function head() {
  const { node, v8, undici } = process.versions;
  const [{ model }] = cpus();
  const seconds = Math.round((Date.now() - began) / 1_000);
  const named = Object.keys(JSON.parse(readFileSync(join(BENCHES, "package.json"), "utf8")).dependencies);
  const packages = ["ghl-users", ...PEERS, ...BROUGHT, ...named, ...TOOLS, "workerd"];
  return `# Results

Written by \`cargo xtask bench\`; not edited by hand. One run on one machine, ${new Date(began).toISOString().slice(0, 10)}, in ${seconds} s: what \
another machine prints will differ, its ratios less so. The first figure of each row is a ratio.

- ${cpus().length} × ${model.trim()}, ${platform()} ${arch()}
- Node ${node} (V8 ${v8}, undici ${undici})
- ${packages.map((name) => `${name} ${versionOf(name)}`).join(", ")}
`;
}

/** As installed, for the run or in the checkout. */
function versionOf(name) {
  for (const modules of [join(folder, "node_modules"), CHECKOUT_MODULES]) {
    try {
      return JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")).version;
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  throw new Error(`${name} is not installed`);
}
