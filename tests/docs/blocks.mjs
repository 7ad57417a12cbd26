/**
 * The blocks of code of a page. A comment of HTML before the fence, which no reader sees, says what is special:
 *
 * - `<!-- for: a Worker -->`: compiled with the names that Cloudflare Workers have.
 * - `<!-- for: CommonJS -->`: a module that requires.
 * - `<!-- for: node:test -->`: a test file, which runs in a process of its own.
 * - `<!-- as in: path -->`: stands in that file of the checkout, which other tests compile and run.
 * - `<!-- not run: reason -->`, `<!-- not compiled: reason -->`.
 */

const REMARK = /^<!-- (for|as in|not run|not compiled): (.+) -->$/;
const FENCE = /^```(\w*)$/;

/** What a block may be for. */
export const KINDS = ["a Worker", "CommonJS", "node:test"];

/**
 * @typedef {{ page: string, line: number, language: string, code: string, remarks: Record<string, string> }} Block
 *   `line` is that of its first line of code.
 *
 * @param {string} page - The page's path in the package. @param {string} text @returns {Block[]}
 */
export function blocksOf(page, text) {
  const blocks = [];
  let remarks = {};
  /** @type {Block & { lines: string[] } | undefined} */
  let open;
  for (const [index, line] of text.split("\n").entries()) {
    const [, language] = FENCE.exec(line) ?? [];
    if (open && language === "") {
      const { lines, ...block } = open;
      blocks.push({ ...block, code: lines.join("\n") });
      open = undefined;
      remarks = {};
    } else if (open) {
      open.lines.push(line);
    } else if (language !== undefined) {
      open = { page, line: index + 2, language, code: "", remarks, lines: [] };
    } else if (line.startsWith("<!--")) {
      const [, word, reason] = REMARK.exec(line) ?? [];
      if (word) remarks = { ...remarks, [word]: reason };
    } else {
      if (Object.keys(remarks).length > 0) throw new Error(`${page}:${index + 1}: a remark before no block`);
    }
  }
  if (open) throw new Error(`${page}:${open.line - 1}: a block without an end`);
  return blocks;
}

/** The text without its blocks of code. @param {string} text */
export const proseOf = (text) => text.replace(/^```[^]*?^```$/gm, "");

/** The program in a block: itself, or the script in its HTML; nothing in other languages. @param {Block} block */
export function programOf({ language, code }) {
  if (["ts", "js"].includes(language)) return code;
  if (language !== "html") return undefined;
  const [script] = /(?<=<script type="module">)[^]*(?=<\/script>)/.exec(code) ?? [];
  // A page has a folder of the package's files; the compiler has the package.
  return script?.replace("./ghl-users/index.js", "ghl-users");
}
