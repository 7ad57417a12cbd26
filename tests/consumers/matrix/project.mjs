/** A consumer's project: a copy outside of the checkout, with the packed tarball and its own tools installed. */

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { buildSync } from "esbuild";
import { ROOT } from "../install.mjs";
import { required } from "../sandbox.mjs";
import { freePort, untilServed } from "./ports.mjs";

/** What every project finds beside its own files. */
const SHARED = ["roster.mjs", "show.mjs", "../scenario"];
const INSTALL = ["install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
/** Long for a busy machine; nothing waits this long unless it fails. */
const PATIENCE_MS = 300_000;
const MAX_PRINTED = 2 ** 26;
/** Tools ask nothing, colour nothing and report to nobody. */
const QUIET = { CI: "1", NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1", WRANGLER_SEND_METRICS: "false" };

const run = promisify(execFile);

/** What a project's own folder may have of a run by hand. */
const isSource = (path) => !/node_modules|package-lock\.json/.test(path);

/**
 * Copies a consumer and what it shares with the others. An example shares nothing: it is what a reader copies.
 *
 * @param {string} name - A folder beside this file, or one of the checkout's `examples/`. @param {string} folder
 */
export function copyInto(name, folder) {
  if (name.startsWith("examples/")) return cpSync(join(ROOT, name), folder, { recursive: true, filter: isSource });
  cpSync(join(import.meta.dirname, name), folder, { recursive: true });
  for (const path of SHARED) cpSync(join(import.meta.dirname, path), join(folder, basename(path)), { recursive: true });
}

export class Project {
  #environment;

  /**
   * @param {string} name - A folder beside this file, or one of the checkout's `examples/`.
   * @param {Record<string, string>} environment - What it finds in `process.env` and in `.env`.
   */
  constructor(name, environment) {
    this.#environment = environment;
    this.folder = mkdtempSync(join(tmpdir(), `ghl-users-${basename(name)}-`));
    copyInto(name, this.folder);
    if (name.startsWith("examples/")) return;
    // For those who have `require` alone.
    const [from, to] = ["roster.mjs", "roster.cjs"].map((file) => join(this.folder, file));
    buildSync({ entryPoints: [from], outfile: to, bundle: true, format: "cjs", platform: "node" });
    // Workers have no process: wrangler hands this file to them.
    const lines = Object.entries(environment).map(([key, value]) => `${key}=${value}\n`);
    writeFileSync(join(this.folder, ".env"), lines.join(""));
  }

  /** Installs as a user does: `npm install`, with the tarball for the registry's package. */
  async install() {
    await run("npm", [...INSTALL, required("GHL_TARBALL")], { cwd: this.folder });
  }

  /**
   * Puts what xtask compiled beside the project's files, as `build/`. Its `snippets.js` has the modules of the crates' own
   * JavaScript by the names by which the wasm file imports from them, which differ from checkout to checkout.
   *
   * @param {string} folder
   */
  addBuild(folder) {
    const build = join(this.folder, "build");
    cpSync(folder, build, { recursive: true });
    const files = readdirSync(build, { recursive: true }).filter((name) => /^snippets\/.*\.js$/.test(name));
    const imports = files.map((name, place) => `import * as module${place} from "./${name}";\n`);
    const members = files.map((name, place) => `  "./${name}": module${place},\n`);
    writeFileSync(join(build, "snippets.js"), `${imports.join("")}export default {\n${members.join("")}};\n`);
  }

  /** A dependency with its version, such as `vite 8.3.8`. @param {string} name */
  version(name) {
    const manifest = JSON.parse(readFileSync(join(this.folder, "node_modules", name, "package.json"), "utf8"));
    return `${manifest.name} ${manifest.version}`;
  }

  /** A crate with its version, such as `worker 0.8.7`. @param {string} name */
  crate(name) {
    const lock = readFileSync(join(this.folder, "Cargo.lock"), "utf8");
    const [, version] = new RegExp(`^name = "${name}"\nversion = "(.*)"$`, "m").exec(lock);
    return `${name} ${version}`;
  }

  /**
   * Runs a script of package.json to its end, and returns what it printed.
   *
   * @param {string} script @param {Record<string, string>} [additions] - To its environment.
   */
  async script(script, additions) {
    try {
      const { stdout } = await run("npm", ["run", "--silent", script], { ...this.#options(additions), timeout: PATIENCE_MS });
      return stdout;
    } catch (error) {
      throw new Error(`npm run ${script} failed:\n${error.stdout}${error.stderr}`, { cause: error });
    }
  }

  /**
   * Runs a script of package.json that serves on `PORT`, as long as `use` takes.
   *
   * @template T @param {string} script @param {(origin: string) => Promise<T>} use
   */
  async serve(script, use) {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    // A group of its own: npm does not hand signals on to what it runs.
    const options = { ...this.#options({ PORT: String(port) }), detached: true };
    const child = spawn("npm", ["run", "--silent", script], { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const exit = once(child, "close");
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (printed += text));
    }
    try {
      await untilServed(port, child);
      return await use(origin);
    } catch (error) {
      throw new Error(`${error.message}\nnpm run ${script} printed:\n${printed}`, { cause: error });
    } finally {
      if (child.exitCode === null) process.kill(-child.pid, "SIGKILL");
      await exit;
    }
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #options(additions) {
    const state = join(this.folder, ".state");
    const homes = { XDG_CACHE_HOME: state, XDG_CONFIG_HOME: state };
    const env = { ...process.env, ...QUIET, ...homes, ...this.#environment, ...additions };
    // Node's test runner tells its children to report to it; a consumer's own tests are not its children.
    delete env.NODE_TEST_CONTEXT;
    return { cwd: this.folder, env, maxBuffer: MAX_PRINTED };
  }
}
