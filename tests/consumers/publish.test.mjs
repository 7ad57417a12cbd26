/** The package, as the registry and its readers would take it. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { install } from "./install.mjs";

const { folder } = install();
const ghlUsers = join(folder, "node_modules/ghl-users");
const manifest = JSON.parse(readFileSync(join(ghlUsers, "package.json"), "utf8"));

/** What npm says of the machine that it runs on, and not of the package. */
const OF_THE_MACHINE = /Unknown \w+ config|requires you to be logged in/;

test("npm would publish it, and has nothing to correct", () => {
  const publish = ["publish", ghlUsers, "--dry-run", "--json", "--offline", "--loglevel", "warn"];
  const { status, stdout, stderr } = spawnSync("npm", publish, { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.deepEqual(
    stderr.split("\n").filter((line) => line && !OF_THE_MACHINE.test(line)),
    [],
  );
  assert.match(stdout, new RegExp(`"ghl-users@${manifest.version}"`));
});

test("publint finds nothing to mend", async () => {
  const { messages } = await publint({ pkgDir: ghlUsers, pack: false, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, manifest)),
    [],
  );
});

/** A path of the machine that built the package: it would tell of the builder, and make each build another one. */
const BUILDER = /\/(?:home|root|work|Users|tmp)\/[\w.-]+\/[^\s"'\0]*/;

test("its text holds no path of the machine that built it", () => {
  for (const path of readdirSync(join(ghlUsers, "dist")).filter((name) => !name.endsWith(".wasm"))) {
    assert.doesNotMatch(readFileSync(join(ghlUsers, "dist", path), "utf8"), BUILDER, path);
  }
});

test("its engine holds no path of the machine that built it", () => {
  const engine = readFileSync(join(ghlUsers, "dist/ghl_users_bg.wasm"), "latin1");
  assert.deepEqual(engine.match(new RegExp(BUILDER, "g")) ?? [], []);
});

test("brings no other package", () => {
  const { dependencies, peerDependencies, optionalDependencies } = manifest;
  assert.deepEqual({ ...dependencies, ...peerDependencies, ...optionalDependencies }, {});
  const tree = execFileSync("npm", ["ls", "--all", "--json"], { cwd: folder, encoding: "utf8" });
  assert.deepEqual(Object.keys(JSON.parse(tree).dependencies), ["ghl-users"]);
});
