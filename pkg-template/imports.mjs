/**
 * Prints what the sources of a project import of each other, types included, as JSON: node imports.mjs <directory>
 * `cargo xtask check` looks for circles in it.
 */

import { join, relative, resolve, sep } from "node:path";
import ts from "typescript";

const project = resolve(process.argv[2]);
const { config } = ts.readConfigFile(join(project, "tsconfig.json"), ts.sys.readFile);
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, project);
console.log(JSON.stringify(fileNames.flatMap(importsOf)));

/** Without what is no file of the project: the runtime's modules. */
function importsOf(from) {
  const file = ts.createSourceFile(from, ts.sys.readFile(from), ts.ScriptTarget.Latest);
  return specifiersIn(file).flatMap((specifier) => {
    const { resolvedModule } = ts.resolveModuleName(specifier.text, from, options, ts.sys);
    if (!fileNames.includes(resolvedModule?.resolvedFileName)) return [];
    const { line } = file.getLineAndCharacterOfPosition(specifier.getStart(file));
    return { from: named(from), line: line + 1, to: named(resolvedModule.resolvedFileName) };
  });
}

function specifiersIn(node) {
  const found = [];
  ts.forEachChild(node, (child) => {
    const specifier = specifierOf(child);
    if (specifier && ts.isStringLiteral(specifier)) found.push(specifier);
    found.push(...specifiersIn(child));
  });
  return found;
}

function specifierOf(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return node.argument.literal;
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : undefined;
}

function named(file) {
  return relative(project, file).split(sep).join("/");
}
