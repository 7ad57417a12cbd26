/** Which texts a call copies from JavaScript's memory into WebAssembly's, and back. */

import { changed } from "./lab/glue.mjs";
import { section, table } from "./lab/markdown.mjs";
import { answerWith, HEADERS, STUBBED } from "./lab/stub.mjs";
import { user } from "./lab/user.mjs";

const crossed = [];
globalThis.noted = (way, text) => {
  crossed.push({ way, text });
  return text;
};
const { HighLevel } = await changed([
  ["function passStringToWasm0(arg, malloc, realloc) {", "function passStringToWasm0(arg, malloc, realloc) { noted('in', arg);"],
  ["return decodeText(", "return noted('out', decodeText("],
  [".subarray(ptr, ptr + len));", ".subarray(ptr, ptr + len)));"],
]);

const { id, name, email, roles } = user(1);
answerWith(JSON.stringify({ id, name, email, roles }));
const ghl = new HighLevel(STUBBED);
for (let n = 0; n < 3; n += 1) await ghl.users.get(id);
crossed.length = 0;
await ghl.users.get(id);

section(
  "Texts that cross",
  "What one `users.get` copies into WebAssembly and out of it, when others have gone before. What the engine says again and again is " +
    "known by its place in memory, and is not copied; the answer's text stays in JavaScript, which parses it.",
);
table(
  ["what", "way", "characters"],
  crossed.map(({ way, text }) => [meaning(text), way, text.length]),
);

function meaning(text) {
  const header = Object.keys(HEADERS).find((name) => HEADERS[name] === text);
  if (header !== undefined) return `the answer's \`${header}\``;
  if (text === id) return "the id";
  if (text === "userId") return "the name of its field";
  if (text.startsWith(STUBBED.baseUrl)) return "the URL";
  if (text.includes(STUBBED.token)) return "the request's headers, a line each";
  throw new Error(`nobody knows what ${JSON.stringify(text)} is`);
}
