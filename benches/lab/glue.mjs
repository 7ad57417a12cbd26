/** The package with its glue changed in places, to look at what nobody sees from outside. */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Imports the package's file for Node, which is not minified, with some of its text replaced.
 * @param {[place: string, instead: string][]} changes
 */
export async function changed(changes) {
  const file = fileURLToPath(import.meta.resolve("ghl-users"));
  let text = readFileSync(file, "utf8");
  for (const [place, instead] of changes) {
    if (!text.includes(place)) throw new Error(`the glue has no ${JSON.stringify(place)} any more`);
    text = text.replace(place, instead);
  }
  const copy = file.replace(/\.js$/, `-changed-${process.pid}.mjs`);
  writeFileSync(copy, text);
  return import(copy);
}
