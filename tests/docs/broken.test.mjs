/** Blocks that are wrong are found, each at its line: or the other tests would prove nothing. */

import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install } from "../consumers/install.mjs";
import { blocksOf } from "./blocks.mjs";
import { compile, prepare } from "./compiler.mjs";
import { isRun, modulesOf } from "./modules.mjs";

const { folder } = install();
prepare(folder);
cpSync(join(import.meta.dirname, "presumed"), join(folder, "presumed"), { recursive: true });

const PRELUDES = { broken: "export const userId: string = '';" };
const fence = (language, ...lines) => [`\`\`\`${language}`, ...lines, "```", ""].join("\n");
const check = (text) => compile(folder, modulesOf("tokens", blocksOf("docs/broken.md", text), PRELUDES));

test("a field that the types do not have", async () => {
  const page = `Words.\n\n${fence("ts", 'import { HighLevel } from "ghl-users";', "", 'new HighLevel({ tokken: "x" });')}`;
  assert.match((await check(page)).join("\n"), /^docs\/broken\.md:6: error TS2561: .*'tokken'/);
});

test("in JavaScript, and in a page's script", async () => {
  const wrong = 'import { HighLevel } from "ghl-users"; new HighLevel({ timeoutMs: "soon" });';
  assert.match((await check(fence("js", wrong))).join("\n"), /^docs\/broken\.md:2: error TS2322/);
  const script = ['<script type="module">', `  ${wrong.replace("ghl-users", "./ghl-users/index.js")}`, "</script>"];
  assert.match((await check(fence("html", ...script))).join("\n"), /^docs\/broken\.md:3: error TS2322/);
});

test("in a Worker, and in CommonJS", async () => {
  const worker = fence("ts", "export default {} satisfies ExportedHandlers;");
  assert.match((await check(`<!-- for: a Worker -->\n${worker}`)).join("\n"), /^docs\/broken\.md:3: error TS/);
  const required = fence("js", 'const { HighLevel } = require("ghl-users");', "HighLevel.open();");
  assert.match((await check(`<!-- for: CommonJS -->\n${required}`)).join("\n"), /^docs\/broken\.md:4: error TS2339/);
});

test("a name that neither the page nor its prelude declares", async () => {
  assert.match((await check(fence("ts", "console.log(userID);"))).join("\n"), /^docs\/broken\.md:2: error TS2304/);
});

test("a name that a block before declares, of another type", async () => {
  const page = fence("ts", 'const page = "one";') + fence("ts", "page.toFixed();");
  assert.match((await check(page)).join("\n"), /^docs\/broken\.md:5: error TS2551|^docs\/broken\.md:5: error TS2339/);
  assert.deepEqual(await check(fence("ts", "const count = 1;") + fence("ts", "count.toFixed();")), []);
});

test("a remark that stands before no block, and a block without an end", () => {
  assert.throws(() => blocksOf("docs/broken.md", "<!-- not run: why -->\nWords.\n"), /docs\/broken\.md:2: a remark/);
  assert.throws(() => blocksOf("docs/broken.md", "```ts\nlet a;\n"), /docs\/broken\.md:1: a block without an end/);
});

test("only what gives a reason is not run", () => {
  const [excused, told] = blocksOf("docs/broken.md", `<!-- not run: it waits -->\n${fence("ts", "a;")}${fence("ts", "b;")}`);
  assert.deepEqual([isRun(excused), isRun(told)], [false, true]);
});
