/** What the installed package claims to have: read from its types, which are generated from the engine's catalogue. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** The ids of the operations on users of an API version. @param {string} folder @param {"v1" | "v2" | "v3"} api @returns {string[]} */
export function operationsOf(folder, api) {
  const path = join(folder, "node_modules/ghl-users/dist/index.d.ts");
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const name = `UsersOperations${api.toUpperCase()}`;
  const found = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === name);
  if (!found) throw new Error(`${path} declares no interface ${name}`);
  return found.members.map((member) => member.name.text).sort();
}
