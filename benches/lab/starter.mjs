/** A fresh process that loads a peer and makes one call, and prints when the request left and when the user was there. */

import { load } from "./peers.mjs";
import { answerWith } from "./stub.mjs";

/** @type {{ name: string, server: { baseUrl: string, token: string }, id: string, text?: string }} */
const { name, server, id, text } = JSON.parse(process.argv[2]);
let sent;
const leaving = (go) => (...request) => {
  sent ??= performance.now();
  return go(...request);
};
const adapter = text && leaving(answerWith(text));
globalThis.fetch = leaving(globalThis.fetch);

const start = performance.now();
const connect = await load(name);
const loaded = performance.now();
const get = connect({ ...server, adapter });
const made = performance.now();
const found = await get(id);
const end = performance.now();
if (found.id !== id) throw new Error(`${name} gives ${JSON.stringify(found)}: expected the user ${id}`);
const phases = { importMs: loaded - start, clientMs: made - loaded, callMs: sent - made };
console.log(JSON.stringify({ ...phases, requestMs: sent - start, answerMs: end - start }));
