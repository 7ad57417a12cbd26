/** `ghl-users/slim`: the caller brings the WebAssembly. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { install } from "./install.mjs";
import { reset, SANDBOX_URL, seed } from "./sandbox.mjs";

const consumer = install();
const wasm = readFileSync(consumer.require.resolve("ghl-users/ghl_users_bg.wasm"));
const TOKEN = "pit-0123456789abcdef";

/** A copy of the entry that has not been started. */
function freshSlim() {
  const path = consumer.require.resolve("ghl-users/slim");
  delete consumer.require.cache[path];
  return consumer.require(path);
}

/** A compiled module of another realm, as a test runner's sandbox or an iframe has it. */
function foreignModule() {
  const module = runInNewContext("(bytes) => new WebAssembly.Module(Uint8Array.from(bytes))")([...wasm]);
  assert(!(module instanceof WebAssembly.Module));
  return module;
}

test("asks to be started", () => {
  const slim = freshSlim();
  assert.throws(() => new slim.HighLevel({ token: TOKEN }), {
    name: "HighLevelError",
    code: "invalid_config",
    message: /init/,
  });
});

test("reads users with an engine started from a response", async () => {
  await reset();
  const { tokens, companyId, userCount } = await seed();
  const { init, HighLevel } = await consumer.import("ghl-users/slim");
  await init(Promise.resolve(new Response(wasm)));
  const ghl = new HighLevel({ token: () => tokens.agency, companyId, baseUrl: SANDBOX_URL });
  assert.equal((await ghl.users.search({ limit: 1 })).count, userCount);
});

const url = `data:application/wasm;base64,${wasm.toString("base64")}`;
const COMPILED_OR_BYTES = {
  "a Buffer": () => wasm,
  "an ArrayBuffer": () => new Uint8Array(wasm).buffer,
  "a module": () => new WebAssembly.Module(wasm),
  "a module of another realm": foreignModule,
};
const ANY_SOURCE = {
  ...COMPILED_OR_BYTES,
  "a response": () => new Response(wasm),
  "a promise of a response": () => Promise.resolve(new Response(wasm)),
  "a URL": () => new URL(url),
  "the text of a URL": () => url,
};

for (const [name, source] of Object.entries(COMPILED_OR_BYTES)) {
  test(`starts at once from ${name}`, () => {
    const slim = freshSlim();
    slim.initSync(source());
    new slim.HighLevel({ token: TOKEN }).close();
  });
}

for (const [name, source] of Object.entries(ANY_SOURCE)) {
  test(`starts from ${name}`, async () => {
    const slim = freshSlim();
    await slim.init(source());
    new slim.HighLevel({ token: TOKEN }).close();
  });
}

test("tells what is wrong with a source, and starts from the next", async () => {
  const slim = freshSlim();
  await assert.rejects(slim.init(Uint8Array.of(1, 2, 3)), { code: "invalid_config" });
  await assert.rejects(slim.init(new Response("", { status: 404 })), { code: "unexpected_response", status: 404 });
  await assert.rejects(slim.init("http://127.0.0.1:1/"), { code: "network" });
  for (const source of [undefined, null, 5, {}]) await assert.rejects(slim.init(source), { code: "invalid_config" });
  assert.throws(() => slim.initSync("x"), { code: "invalid_config", message: /String/ });
  await slim.init(wasm);
  new slim.HighLevel({ token: TOKEN }).close();
});

test("starts once", async () => {
  const slim = freshSlim();
  const first = slim.init(wasm);
  assert.equal(slim.init(wasm), first);
  await first;
  // Nothing answers at this address: it is not asked any more.
  await slim.init("http://127.0.0.1:1/");
});
