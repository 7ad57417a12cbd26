/** The entries of the package: what is published under which name, and from which source. */

import { readdirSync } from "node:fs";
import { join } from "node:path";

const template = import.meta.dirname;

/** What `generated/catalogue` has besides entries: the parts of `index`. */
const PARTS = ["data", "resources"];

/** The resources that have an entry of their own, by the names of their files. */
export const RESOURCES = readdirSync(join(template, "src/generated/catalogue"))
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => name !== "index" && !PARTS.includes(name));

const catalogue = [...RESOURCES, "index"].map((name) => ({
  file: `catalogue/${name}`,
  name: name === "index" ? "ghl-users/catalogue" : `ghl-users/catalogue/${name}`,
  source: `src/generated/catalogue/${name}.ts`,
}));

/** The entries: their files in dist/, their names, their sources. */
export const ENTRIES = [
  { file: "index", name: "ghl-users", source: "src/index.ts" },
  ...["slim", "web", "server", "signing", "workers"].map((name) => ({
    file: name,
    name: `ghl-users/${name}`,
    source: `src/${name}.ts`,
  })),
  ...catalogue,
];

/** What is loaded by those who check answers, for each resource. */
export const SHAPES = RESOURCES.map((name) => ({
  file: `catalogue/${name}-shapes`,
  source: `src/generated/${name}/${name}-shapes.ts`,
}));
