/** What a bundler makes of an app: what a resource of the catalogue adds, and what it does not add for others. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { gzipSync } from "node:zlib";

/** What only those have who have the rows of social posting. */
const OF_THE_PACK = ["social-media-posting", "socialPosting"];
/** In bytes after gzip: what the app says to use the resource, and a bundler to load a part of it when it is needed. */
const ALLOWANCE = 200;
/** In bytes after gzip: a minifier that has seen other names may give other letters. */
const LETTERS = 16;

const DIST = "node_modules/ghl-users/dist/catalogue";

/**
 * Bundles the apps of `tree-shaking/`, each by itself.
 *
 * @param {import("./project.mjs").Project} project @param {string} script - That bundles `$APP.js` into `$OUT`.
 * @param {number} most - What an app may weigh that uses users alone, in bytes after gzip.
 */
export async function judgeBundles(project, script, most) {
  const bundleOf = async (app) => {
    const folder = join(project.folder, "dist", script.replace(":", "-"), app);
    await project.script(script, { APP: app, OUT: folder });
    return readBundle(folder, app);
  };
  const [users, unused, tags] = [await bundleOf("users"), await bundleOf("unused"), await bundleOf("tags")];
  for (const word of OF_THE_PACK) {
    assert.deepEqual(
      [users, unused, tags].map(({ entry }) => entry.includes(word)),
      [false, false, true],
      `who has ${word}: users alone, an import that is not used, one that is`,
    );
  }
  console.log(`${script}: users alone ${users.atStart} bytes, with tags of posts ${tags.atStart}`);
  assert.ok(users.atStart <= most, `users alone weigh ${users.atStart} bytes: expected at most ${most}`);
  const difference = Math.abs(unused.atStart - users.atStart);
  assert.ok(difference <= LETTERS, `an import that is not used makes a difference of ${difference} bytes`);
  const textOf = (file) => readFileSync(join(project.folder, DIST, file), "utf8");
  const own = textOf("social-posting.js");
  // With what it shares with other resources, which is loaded once for all of them.
  const shared = [...own.matchAll(/from ?"\.\/([\w-]+\.js)"/g)].map(([, file]) => textOf(file));
  assert.ok(shared.length > 0);
  const pack = [own, ...shared].reduce((sum, text) => sum + weigh(text), 0);
  const shapes = weigh(textOf("social-posting-shapes.js"));
  atMost(tags.atStart - users.atStart, pack);
  assert.ok(users.whole > users.atStart, "no part was found that is loaded for `validate` alone");
  // With that part.
  atMost(tags.whole - users.whole, pack + shapes);
}

/**
 * The text and the weight of the file that the page loads, and the weight of all files that it may load. Some bundlers write
 * parts, too, that nothing loads any more.
 */
function readBundle(folder, app) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js"));
  const texts = new Map(names.map((name) => [name.split(sep).at(-1), readFileSync(join(folder, name), "utf8")]));
  const entries = [...texts.keys()].filter((name) => new RegExp(`^(?:${app}|main)[-.]`).test(name));
  assert.equal(entries.length, 1, `expected one entry: ${names.join(", ")}`);
  const entry = texts.get(entries[0]);
  assert.doesNotMatch(entry, /(?:\bfrom|\bimport)\s*["']\.{1,2}\//, "the entry loads another file at once");
  const loadable = new Set(entries);
  for (const name of loadable) {
    for (const other of texts.keys()) if (loads(texts.get(name), other)) loadable.add(other);
  }
  const whole = [...loadable].reduce((sum, name) => sum + weigh(texts.get(name)), 0);
  return { entry, atStart: weigh(entry), whole };
}

/** Whether a text loads this file: by its name, or by the number that webpack gave it. */
function loads(text, file) {
  return text.includes(file) || text.includes(`.e(${file.replace(/\.js$/, "")})`);
}

const weigh = (text) => gzipSync(text, { level: 9 }).length;

function atMost(grown, weight) {
  assert.ok(grown <= weight + ALLOWANCE, `it grows by ${grown} bytes, of which the resource explains ${weight}`);
}
