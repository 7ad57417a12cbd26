/** The entries of the package: what is published under which name, and from which source. */

import { readdirSync } from "node:fs";
import { join } from "node:path";

const template = import.meta.dirname;

/** What `generated/catalogue` has besides entries: parts of that of all resources. */
const PARTS = ["data", "docs", "index", "resources"];

/** The resources that have an entry of their own, by the names of their files. */
export const RESOURCES = readdirSync(join(template, "src/generated/catalogue"))
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => !PARTS.includes(name));

const own = (name) => `src/entries/${name}.ts`;

/** The entries: their files in dist/, their names, their sources. */
export const ENTRIES = [
  { file: "index", name: "ghl-users", source: own("index") },
  ...["slim", "web", "server", "signing", "workers", "triggers", "node"].map((name) => ({
    file: name,
    name: `ghl-users/${name}`,
    source: own(name),
  })),
  { file: "sandbox", name: "ghl-users/sandbox", source: own("sandbox") },
  { file: "sandbox-slim", name: "ghl-users/sandbox/slim", source: own("sandbox-slim") },
  ...RESOURCES.map((name) => ({
    file: `catalogue/${name}`,
    name: `ghl-users/catalogue/${name}`,
    source: `src/generated/catalogue/${name}.ts`,
  })),
  { file: "catalogue/index", name: "ghl-users/catalogue", source: own("catalogue") },
];

/** What is loaded by those who check answers, for each resource. */
export const SHAPES = RESOURCES.map((name) => ({
  file: `catalogue/${name}-shapes`,
  source: `src/generated/${name}/${name}-shapes.ts`,
}));
