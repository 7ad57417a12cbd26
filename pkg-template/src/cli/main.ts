#!/usr/bin/env node
import process from "node:process";
import { COMMANDS } from "./commands.js";
import { run } from "./program.js";

/** The package's version, which the build fills in. */
declare const PACKAGE_VERSION: string;

const ended = new Promise<void>((resolve) => {
  // Once: who asks again does not want to wait.
  process.once("SIGINT", resolve);
  process.once("SIGTERM", resolve);
});

process.stdout.on("error", (error) => {
  // Whoever reads has heard enough, as `head` has.
  if (error.code !== "EPIPE") throw error;
});

const surroundings = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  ended,
};
process.exitCode = await run(COMMANDS, PACKAGE_VERSION, process.argv.slice(2), surroundings);
