/** The text that index.js and index.cjs have their WebAssembly in. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { pack } from "../../pkg-template/pack.mjs";
import { install } from "./install.mjs";
import { source } from "./source.mjs";

const { unpacked } = await source("module/packed.ts");
const { folder } = install();
const wasm = readFileSync(join(folder, "node_modules/ghl-users/dist/ghl_users_bg.wasm"));

/** Bytes that are always the same, some of them frequent. */
function madeUp(length, seed) {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state & 1 ? state >>> 24 : (state >>> 24) % 7;
  });
}

const back = (bytes) => {
  const { frequent, text } = pack(bytes);
  return unpacked(frequent, text);
};

test("every byte comes back, whatever is frequent", () => {
  for (const bytes of [new Uint8Array(), Uint8Array.of(255), Uint8Array.from({ length: 256 }, (_, byte) => byte), wasm]) {
    assert.deepEqual(Buffer.from(back(bytes)), Buffer.from(bytes));
  }
  for (let seed = 0; seed < 500; seed += 1) {
    const bytes = madeUp(seed * 3, seed);
    assert.deepEqual(Buffer.from(back(bytes)), Buffer.from(bytes));
  }
});

test("the text needs no escaping, in a script or in HTML", () => {
  assert.match(pack(wasm).text, /^[ !#-;=-[\]-~]*$/);
});

test("after gzip it weighs no more than the file", () => {
  const { text } = pack(wasm);
  assert.ok(gzipSync(text).length <= gzipSync(wasm).length * 1.02);
});
