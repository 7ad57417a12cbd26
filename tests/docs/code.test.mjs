/** Every block of TypeScript and JavaScript: it compiles, and does what it says against the sandbox. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { install, ROOT } from "../consumers/install.mjs";
import { reset } from "../consumers/sandbox.mjs";
import { KINDS } from "./blocks.mjs";
import { compile, prepare } from "./compiler.mjs";
import { isRun, modulesOf } from "./modules.mjs";
import { pagesIn } from "./pages.mjs";
import { begin } from "./world.mjs";

const consumer = install();
const { folder } = consumer;
const PRESUMED = join(import.meta.dirname, "presumed");
const sources = readdirSync(PRESUMED).filter((name) => name.endsWith(".mts"));
const preludes = Object.fromEntries(
  sources.map((name) => [basename(name, ".mts"), readFileSync(join(PRESUMED, name), "utf8")]),
);
const pages = pagesIn(folder);
const modules = pages.flatMap(({ stem, blocks }) => modulesOf(stem, blocks, preludes));

prepare(folder);
// A block that writes a file writes it there.
process.chdir(folder);
cpSync(PRESUMED, join(folder, "presumed"), { recursive: true });
const said = await compile(folder, modules);
const { literals, printed } = await begin(consumer);

/** Where the compiler has put a module. @param {string} file */
const built = (file) => join(folder, "out", file.replace(/\.mts$/, ".mjs"));

/** Puts what the sandbox has in the place of what a page writes. */
function fill(file) {
  let code = readFileSync(built(file), "utf8");
  for (const [literal, value] of Object.entries(literals)) code = code.replaceAll(literal, value);
  writeFileSync(built(file), code);
}

for (const { path } of pages) {
  test(`the code of ${path} compiles`, () => {
    assert.deepEqual(said.filter((line) => line.startsWith(`${path}:`)), []);
  });
}

test("so does what the pages presume", () => {
  assert.deepEqual(said.filter((line) => !pages.some(({ path }) => line.startsWith(`${path}:`))), []);
});

test("a promise of what is printed is seen", () => {
  assert.deepEqual(promisedBy("console.log(a.b()); // true\nlet x; // false\n// users.get: no\n// Words."), ["true", "users.get: no"]);
});

test("no page says of a block what nobody understands", () => {
  for (const { block } of modules) assert.ok([...KINDS, undefined].includes(block.remarks.for), `${block.page}:${block.line}`);
});

test("what stands in a file that other tests run is the same there", () => {
  const copies = pages.flatMap(({ blocks }) => blocks).filter(({ remarks }) => "as in" in remarks);
  assert.ok(copies.length > 0);
  for (const { page, line, code, remarks } of copies) {
    const file = readFileSync(join(ROOT, remarks["as in"]), "utf8");
    assert.ok(file.includes(code), `${page}:${line} differs from ${remarks["as in"]}`);
  }
});

for (const { path } of pages) {
  const own = modules.filter(({ block }) => block.page === path && isRun(block));
  if (own.length === 0) continue;
  test(`the code of ${path} runs`, async (t) => {
    await reset();
    for (const { file } of own) fill(file);
    for (const { block, file } of own) await t.test(`line ${block.line}`, () => run(built(file), block));
  });
}

/** @param {string} file @param {import("./blocks.mjs").Block} block */
async function run(file, { code, remarks }) {
  if (remarks.for === "node:test") return runApart(file);
  const from = printed.length;
  const module = await import(pathToFileURL(file).href);
  if (typeof module.default?.fetch === "function") await visit(module.default);
  const said = printed.slice(from);
  for (const words of promisedBy(code)) assert.ok(said.some((text) => text.endsWith(words)), `not printed: ${words}`);
}

/** What a block says that it prints: behind the call, or in a line of its own that begins as errors do. @param {string} code */
function promisedBy(code) {
  const promises = code.matchAll(/^console\.log\(.*\); \/\/ (.+)$|^\/\/ (users\.\w+: .+)$/gm);
  return [...promises].map(([, value, message]) => value ?? message);
}

/** Asks a Worker, which has an answer. */
async function visit(worker) {
  const { HIGHLEVEL_TOKEN, HIGHLEVEL_COMPANY_ID } = process.env;
  const answer = await worker.fetch(new Request("https://app.example.com/"), { HIGHLEVEL_TOKEN, HIGHLEVEL_COMPANY_ID });
  assert.ok(answer.status < 500, `it answered ${answer.status}`);
}

/** A test file's own process. What it inherits of this one would have it report to this one's runner. */
async function runApart(file) {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [file], { env });
  assert.match(stdout, /^# pass [1-9]/m);
  assert.match(stdout, /^# fail 0/m);
}
