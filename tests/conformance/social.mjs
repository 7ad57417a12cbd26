/** HighLevel's OpenAPI files of social posting, as far as the package and the sandbox go. */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { load, missing, operationsOf, specFile, VERSIONS } from "./spec.mjs";

const FILES = { v2: "social-media-posting.json", v3: "social-planner.json" };
const fileOf = (api) => specFile(api, FILES[api]);
export const skip = missing(VERSIONS.map(fileOf));

/** The paths that the sandbox has; the spec has more. */
export const PATHS = {
  tags: "/social-media-posting/{locationId}/tags",
  details: "/social-media-posting/{locationId}/tags/details",
  statistics: "/social-media-posting/statistics",
};

/** Where the specs are known to be wrong: this is all the leniency there is. */
const MISTAKES = {
  "live errors have a trace id"(definition) {
    for (const { responses } of operationsOf(definition)) {
      const { content } = responses[422];
      content["application/json"].schema.properties.traceId = { type: "string" };
    }
  },
};

/** The spec of the three paths, and what each operation is called there. */
export async function specOf(api) {
  const file = fileOf(api);
  // Outside of the file, its references to others need the whole way.
  const definition = JSON.parse(readFileSync(file, "utf8"), (name, value) =>
    name === "$ref" && value.startsWith(".") ? join(dirname(file), value) : value,
  );
  // Of other paths, v3 refers to errors that it does not have.
  const own = Object.values(PATHS).map((path) => [path, definition.paths[path]]);
  definition.paths = Object.fromEntries(own);
  const spec = await load(definition, Object.values(MISTAKES));
  const ids = Object.entries(PATHS).map(([name, path]) => {
    const [{ operationId }] = Object.values(spec.definition.paths[path]);
    return [name, operationId];
  });
  return { ...spec, ids: Object.fromEntries(ids) };
}
