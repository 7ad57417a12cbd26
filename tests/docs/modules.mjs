/** Blocks of code as modules: each has what the blocks before it, and what its page presumes, declare. */

import ts from "typescript";
import { programOf } from "./blocks.mjs";

/** @typedef {import("./blocks.mjs").Block} Block */
/** @typedef {{ block: Block, file: string, code: string, offset: number }} Module - `offset`: the block's first line, less the module's. */

/**
 * The modules of a page. Names are taken from the block before that declares them last, else from the page's prelude.
 *
 * @param {string} stem - What the modules are called.
 * @param {Block[]} blocks
 * @param {Record<string, string>} preludes - The source of what is presumed, in Node and in a Worker.
 * @returns {Module[]}
 */
export function modulesOf(stem, blocks, preludes) {
  /** @type {Map<string, string>} */
  const known = new Map();
  return blocks.filter((block) => isCompiled(block)).map((block) => {
    const code = /** @type {string} */ (programOf(block));
    const kind = block.remarks.for;
    const file = `${stem}.${block.line}`;
    if (kind === "CommonJS") return { block, file: `${file}.cjs`, code, offset: block.line - 1 };
    const { declared, exported, imported } = namesIn(code);
    const presumed = kind === "a Worker" ? `${stem}.worker` : stem;
    const available = new Map(kind === "a Worker" ? [] : known);
    for (const name of namesIn(preludes[presumed] ?? "").exported) {
      if (!available.has(name)) available.set(name, `./presumed/${presumed}.mjs`);
    }
    const own = new Set([...declared, ...imported.keys()]);
    const taken = [...available].filter(([name]) => !own.has(name) && new RegExp(`\\b${name}\\b`).test(code));
    const imports = taken.map(([name, from]) => `import { ${name} } from ${JSON.stringify(from)};`);
    const hidden = declared.filter((name) => !exported.includes(name));
    // What cannot be run again by whoever imports it is not there for others.
    if (isRun(block) && !kind) for (const name of declared) known.set(name, `./${file}.mjs`);
    for (const [name, from] of imported) known.set(name, from);
    const lines = [imports.join(" "), code, `export { ${hidden.join(", ")} };`];
    return { block, file: `${file}.mts`, code: lines.join("\n"), offset: block.line - 2 };
  });
}

/** @param {Block} block */
export const isCompiled = (block) =>
  programOf(block) !== undefined && !("not compiled" in block.remarks) && !("as in" in block.remarks);

/** @param {Block} block */
export const isRun = (block) => isCompiled(block) && !("not run" in block.remarks);

/**
 * The names at the top of a module: all that it declares, those that it exports itself, and what it imports from where.
 *
 * @param {string} code
 */
export function namesIn(code) {
  const declared = [];
  const exported = [];
  const imported = new Map();
  for (const statement of ts.createSourceFile("block.mts", code, ts.ScriptTarget.ES2022).statements) {
    if (ts.isImportDeclaration(statement)) {
      const { text } = /** @type {ts.StringLiteral} */ (statement.moduleSpecifier);
      const { name, namedBindings } = statement.importClause ?? {};
      if (name) declared.push(name.text);
      if (namedBindings && ts.isNamedImports(namedBindings)) {
        for (const each of namedBindings.elements) imported.set(each.name.text, text);
      }
      continue;
    }
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      exported.push(...statement.exportClause.elements.map(({ name }) => name.text));
      continue;
    }
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExport);
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.flatMap(({ name }) => boundBy(name))
      : isNamed(statement)
        ? [statement.name.text]
        : [];
    declared.push(...names);
    if (isExported) exported.push(...names);
  }
  return { declared, exported, imported };
}

const isExport = ({ kind }) => kind === ts.SyntaxKind.ExportKeyword;
const isNamed = (statement) => statement.name !== undefined && ts.isIdentifier(statement.name);

/** The names that a pattern binds. */
function boundBy(name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundBy(element.name)));
}
