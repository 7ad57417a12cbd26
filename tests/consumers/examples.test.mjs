/** The Workers of `examples/`, as whoever copies them would check them. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { copyTo, wranglerOf } from "./examples.mjs";
import { install, ROOT, tsc } from "./install.mjs";

const { folder } = install();

before(() => symlinkSync(join(ROOT, "node_modules/@cloudflare"), join(folder, "node_modules/@cloudflare")));

for (const name of ["worker", "marketplace", "triggers/cron", "triggers/alarm"]) {
  test(`${name} compiles`, () => {
    execFileSync(process.execPath, [tsc(), "--project", copyTo(folder, name)], { stdio: ["ignore", "inherit", "inherit"] });
  });

  test(`${name} stores every Durable Object that it binds in SQLite`, () => {
    const { durable_objects, migrations } = wranglerOf(name);
    const bound = durable_objects.bindings.map(({ class_name: className }) => className);
    const stored = migrations.flatMap(({ new_sqlite_classes }) => new_sqlite_classes);
    assert.deepEqual(bound, stored);
  });
}
