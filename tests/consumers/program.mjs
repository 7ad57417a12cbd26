/** The package's program, as npm links it, in a process of its own. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after } from "node:test";

/** @typedef {{ stdout: string, stderr: string }} Said What it has said so far. */

/**
 * Starts it. What still runs when the tests of the file are over is killed.
 *
 * @param {string} folder - Where the package is installed. @param {...string} args
 * @returns {{ child: import("node:child_process").ChildProcess, said: Said, ended: Promise<Said & { code: number | null }> }}
 */
export function start(folder, ...args) {
  const child = spawn(join(folder, "node_modules/.bin/ghl-users"), args, { stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => (said[name] += text));
  const ended = once(child, "close").then(([code]) => ({ code, ...said }));
  after(() => child.kill("SIGKILL"));
  return { child, said, ended };
}

/**
 * Starts the sandbox on a free port, and waits until it has told what scripts are told.
 *
 * @param {string} folder - Where the package is installed. @param {...string} args - Others than `--port` and `--json`.
 */
export async function serving(folder, ...args) {
  const program = start(folder, "sandbox", "--port", "0", "--json", ...args);
  const told = JSON.parse(await lineOf(program));
  return { ...program, told, order: orderTo(told.url) };
}

/** The first line that a program prints. */
export async function lineOf({ child, said, ended }) {
  while (!said.stdout.includes("\n")) {
    const over = await Promise.race([once(child.stdout, "data"), ended]);
    if ("code" in over) throw new Error(`it ended with ${over.code}, before it had printed a line: ${over.stderr}`);
  }
  return said.stdout.slice(0, said.stdout.indexOf("\n"));
}

/** Gives the sandbox at a URL an order, or asks it where there is no body. */
const orderTo = (url) => async (name, body) => {
  const method = body === undefined ? "GET" : "POST";
  const answer = await fetch(`${url}/__sandbox/${name}`, { method, body: body && JSON.stringify(body) });
  return answer.json();
};
