/** PyPI's `http-message-signatures`, in an environment of Python's own below `target/`, which is made once. */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../install.mjs";

const REQUIREMENTS = join(import.meta.dirname, "requirements.txt");
const version = createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex").slice(0, 12);
const ENVIRONMENT = join(ROOT, `target/pypi-${version}`);

/** The environment's program. */
export const PYTHON = join(ENVIRONMENT, "bin/python");

/** Why the library is not to be had here; nothing if it is. */
export const missing = absence();

function absence() {
  if (existsSync(ENVIRONMENT)) return undefined;
  const begun = `${ENVIRONMENT}-${process.pid}`;
  try {
    for (const [what, command, args] of [
      ["Python with its module venv was not found", "python3", ["-m", "venv", begun]],
      ["pip could not install it", join(begun, "bin/python"), ["-m", "pip", "install", "--quiet", "-r", REQUIREMENTS]],
    ]) {
      if (spawnSync(command, args, { stdio: "ignore", timeout: 300_000 }).status !== 0) return what;
    }
    // Its programs name the folder that they were made in; Python itself finds out where it is.
    renameSync(begun, ENVIRONMENT);
    return undefined;
  } catch (error) {
    // Another file of tests has made it meanwhile.
    if (existsSync(ENVIRONMENT)) return undefined;
    throw error;
  } finally {
    rmSync(begun, { recursive: true, force: true });
  }
}

/** What the library makes of requests. @param {"sign" | "verify"} act @param {object} key @param {object[]} requests */
export function ask(act, { keyId, secret }, requests) {
  const input = JSON.stringify({ act, keyId, secret, requests });
  const program = join(import.meta.dirname, "pypi.py");
  const { status, stdout, stderr } = spawnSync(PYTHON, [program], { input, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
