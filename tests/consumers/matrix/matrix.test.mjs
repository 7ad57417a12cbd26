/** Every consumer with the packed tarball: installed, run and judged. `cargo xtask consumers [name…]` runs it. */

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { ROOT } from "../install.mjs";
import { versionOf } from "./browser.mjs";
import { CONSUMERS } from "./consumers.mjs";
import { Project } from "./project.mjs";
import { ENVIRONMENT, play } from "./runs.mjs";

/** `docs/runtimes.md` shows it: `cargo xtask generate`. */
const RUNTIMES = join(ROOT, "tests/consumers/matrix/RUNTIMES.md");

const asked = process.env.GHL_CONSUMERS?.split(" ").filter(Boolean) ?? [];
const names = asked.length > 0 ? asked : Object.keys(CONSUMERS);
/** The lines of the table, in the order in which they ran. */
const rows = [];

for (const name of names) {
  test(name, async (t) => {
    assert.ok(Object.hasOwn(CONSUMERS, name), `expected one of ${Object.keys(CONSUMERS).join(", ")}`);
    const project = new Project(name, ENVIRONMENT);
    t.after(() => project.remove());
    await t.test("install", () => project.install());
    for (const [title, run] of Object.entries(CONSUMERS[name])) {
      await t.test(title, async () => {
        const row = { name, title, versions: "", result: "FAILED" };
        rows.push(row);
        row.versions = await versionsOf(project, run);
        await play(project, run);
        row.result = run.fails ? "fails as it should" : "works";
      });
    }
  });
}

async function versionsOf(project, { tools, crates = [], answers, browser = "Chromium" }) {
  const versions = [...tools.map((tool) => project.version(tool)), ...crates.map((crate) => project.crate(crate))];
  if (["page", "scenario"].includes(answers)) versions.push(await versionOf(browser));
  return versions.join(", ");
}

after(() => {
  const lines = rows.map(({ name, title, versions, result }) => `| ${name} | ${title} | ${versions} | ${result} |`);
  console.log(["| consumer | run | versions | result |", "|---|---|---|---|", ...lines].join("\n"));
  // A part of the matrix does not stand for all of it, nor does one in which something fails.
  if (asked.length > 0 || rows.some(({ result }) => result === "FAILED")) return;
  writeFileSync(RUNTIMES, `${["| in | run | versions |", "|---|---|---|", ...names.map(lineOf)].join("\n")}\n`);
});

/** All runs of a consumer in one line. */
function lineOf(name) {
  const own = rows.filter((row) => row.name === name);
  const versions = new Set(own.flatMap((row) => row.versions.split(", ")));
  return `| ${name} | ${own.map(({ title }) => title).join("; ")} | ${[...versions].join(", ")} |`;
}
