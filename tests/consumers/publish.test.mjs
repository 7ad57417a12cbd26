/** The package, as the registry and its readers would take it. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { install, ROOT, tool } from "./install.mjs";
import { required } from "./sandbox.mjs";

const { folder } = install();
const ghlUsers = join(folder, "node_modules/ghl-users");
const manifest = JSON.parse(readFileSync(join(ghlUsers, "package.json"), "utf8"));
const dist = readdirSync(join(ghlUsers, "dist"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => relative(join(ghlUsers, "dist"), join(parentPath, name)));
const read = (name) => readFileSync(join(ghlUsers, "dist", name), "utf8");

/** What npm says of the machine that it runs on, and not of the package. */
const OF_THE_MACHINE = /Unknown \w+ config|requires you to be logged in/;

/** What npm would correct in a package before it publishes it. @param {string} directory */
function corrections(directory) {
  const publish = ["publish", directory, "--dry-run", "--json", "--offline", "--loglevel", "warn"];
  const { status, stdout, stderr } = spawnSync("npm", publish, { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.match(stdout, new RegExp(`"ghl-users@${manifest.version}"`));
  return stderr.split("\n").filter((line) => line && !OF_THE_MACHINE.test(line));
}

test("npm would publish it, and has nothing to correct", () => {
  assert.deepEqual(corrections(ghlUsers), []);
});

test("nor once its publisher has said where it is from, as CONTRIBUTING tells", () => {
  const filled = join(folder, "filled");
  cpSync(ghlUsers, filled, { recursive: true });
  const contributing = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
  const commands = [...contributing.matchAll(/^npm (pkg set .*)$/gm)].map(([, words]) => words.split(" "));
  for (const words of commands) execFileSync("npm", words, { cwd: filled });
  const { repository, homepage, bugs } = JSON.parse(readFileSync(join(filled, "package.json"), "utf8"));
  assert.deepEqual(repository, { type: "git", url: "git+https://HOST/OWNER/REPOSITORY.git" });
  assert.deepEqual([homepage, bugs.url].map((url) => new URL(url).pathname), ["/OWNER/REPOSITORY", "/OWNER/REPOSITORY/issues"]);
  assert.deepEqual(corrections(filled), []);
});

test("ships its papers and its guides, and nothing else beside its code", () => {
  const papers = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "THIRD-PARTY.md"];
  assert.deepEqual(readdirSync(ghlUsers).sort(), [...papers, "dist", "docs", "package.json"]);
  assert.deepEqual(readdirSync(join(ghlUsers, "docs")).sort(), readdirSync(join(ROOT, "docs")).sort());
});

test("publint finds nothing to mend", async () => {
  const { messages } = await publint({ pkgDir: ghlUsers, pack: false, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, manifest)),
    [],
  );
});

const RESOURCES = [
  "associations",
  "blogs",
  "businesses",
  "calendars",
  "campaigns",
  "companies",
  "contacts",
  "conversations",
  "locations",
  "opportunities",
  "snapshots",
  "social-posting",
  "workflows",
];

/** Its WebAssembly files. */
const MODULES = ["ghl_users_bg.wasm", "ghl_users_sandbox_bg.wasm"];

/** Who may take an entry: everybody, or those who import and do not require. */
const AUDIENCES = {
  node16: [".", "./slim", "./server", "./signing", "./triggers", "./node", "./sandbox", "./sandbox/slim", "./catalogue", ...RESOURCES.map((name) => `./catalogue/${name}`)],
  "esm-only": ["./web", "./workers"],
};

for (const [profile, entries] of Object.entries(AUDIENCES)) {
  test(`are the types wrong? Not for ${entries.join(", ")} (${profile})`, () => {
    const options = ["--profile", profile, "--no-color", "--no-emoji", "--entrypoints", ...entries];
    const attw = spawnSync(tool("attw"), [required("GHL_TARBALL"), ...options], { encoding: "utf8" });
    assert.equal(attw.status, 0, attw.stdout + attw.stderr);
    for (const entry of entries) assert.ok(attw.stdout.includes(`"${join("ghl-users", entry)}"`), entry);
  });
}

test("has types for all of its entries, and each has an audience", () => {
  const files = /\.(json|wasm)$/;
  const entries = Object.keys(manifest.exports).filter((entry) => !files.test(entry));
  assert.deepEqual(entries.sort(), Object.values(AUDIENCES).flat().sort());
});

test("what is loaded beside an entry makes no errors of its own, which would be of another class", () => {
  for (const name of ["validate.js", "poller.js", "serve.js", "signatures.js"]) assert.doesNotMatch(read(name), /ghl-users\.HighLevelError/, name);
});

/** A path of the machine that built the package: it would tell of the builder, and make each build another one. */
const BUILDER = /\/(?:home|root|work|Users|tmp)\/[\w.-]+\/[^\s"'\0]*/;

test("its text holds no path of the machine that built it", () => {
  for (const name of dist.filter((name) => !name.endsWith(".wasm"))) assert.doesNotMatch(read(name), BUILDER, name);
});

for (const name of MODULES) {
  test(`${name} holds no path of the machine that built it`, () => {
    const wasm = readFileSync(join(ghlUsers, "dist", name), "latin1");
    assert.deepEqual(wasm.match(new RegExp(BUILDER, "g")) ?? [], []);
  });
}

test("brings no other package", () => {
  const { dependencies, peerDependencies, optionalDependencies } = manifest;
  assert.deepEqual({ ...dependencies, ...peerDependencies, ...optionalDependencies }, {});
  const tree = execFileSync("npm", ["ls", "--all", "--json"], { cwd: folder, encoding: "utf8" });
  assert.deepEqual(Object.keys(JSON.parse(tree).dependencies), ["ghl-users"]);
});

test("carries the sources that its maps name, by paths from its own folder, and no WebAssembly as one", () => {
  const maps = dist.filter((name) => name.endsWith(".map"));
  assert.deepEqual(
    maps.map((name) => name.replace(".map", "")).sort(),
    dist.filter((name) => /\.c?js$/.test(name)).sort(),
  );
  for (const name of maps) {
    const { sources, sourcesContent, sourceRoot } = JSON.parse(read(name));
    assert.equal(sourceRoot, undefined);
    for (const [index, source] of sources.entries()) {
      assert.match(source, /^((\.\.\/)+src\/|modules:\.\/ghl_users(_sandbox)?_bg\.)/, name);
      assert.equal(Boolean(sourcesContent[index]), !source.endsWith(".wasm"), `${name} of ${source}`);
    }
  }
});

test("holds the files of its entries with what they refer to, and no others", () => {
  const needed = new Set();
  const need = (name) => {
    if (needed.has(name)) return;
    needed.add(name);
    if (/\.(wasm|json|map)$/.test(name)) return;
    // Behind a name with a parenthesis there is a module within the file.
    const referred = read(name).matchAll(/["'/](\.{1,2}\/[\w./-]+)(?:\?module)?["'](?!\()|sourceMappingURL=([\w.-]+)/g);
    for (const [, file, map] of referred) need(join(dirname(name), map ?? typesOf(name, file)));
  };
  const targets = JSON.stringify([manifest.exports, manifest.bin]).matchAll(/"(?:\.\/)?dist\/([^"]+)/g);
  for (const [, name] of targets) need(name);
  assert.deepEqual([...needed].sort(), dist.sort());
});

/** Types refer to types by the name of the code. */
function typesOf(from, file) {
  return /\.d\.c?ts$/.test(from) ? file.replace(/\.(c?)js$/, ".d.$1ts") : file;
}

test("tells whose work it contains, under which licence", () => {
  const notices = readFileSync(join(ghlUsers, "THIRD-PARTY.md"), "utf8");
  for (const name of ["wasm-bindgen", "js-sys", "std"]) assert.ok(notices.includes(`\`${name}\``), name);
  assert.match(notices, /^Permission is hereby granted, free of charge/m);
});

test("tells how its WebAssembly was built, so that anyone can build it again", () => {
  const info = JSON.parse(read("build-info.json"));
  assert.deepEqual(Object.keys(info.files), MODULES);
  for (const [name, { sha256, rustflags, wasmOpt }] of Object.entries(info.files)) {
    const wasm = readFileSync(join(ghlUsers, "dist", name));
    assert.equal(sha256, createHash("sha256").update(wasm).digest("hex"));
    assert.ok(rustflags.includes("-Cpanic=immediate-abort"));
    assert.ok(wasmOpt.flat().includes("-Os"));
  }
  assert.match(info.rustc, /^rustc \d+\.\d+\.\d+ \(/);
  assert.match(info.llvm, /^\d+\.\d+/);
  assert.match(info.std, /optimize_for_size/);
  assert.match(info.wasmBindgen, /^\d+\.\d+\.\d+$/);
  assert.match(info.wasmOpt, /^wasm-opt version \d+/);
  // Uncommitted changes are nobody's to find again: then there is no commit.
  if ("commit" in info) assert.match(info.commit, /^[0-9a-f]{40}$/);
});
