/** A process that makes many calls with a peer, and prints what its memory holds on the way. */

import { load } from "./peers.mjs";
import { collectGarbage } from "./rounds.mjs";
import { answerWith } from "./stub.mjs";

/** @type {{ name: string, server: object, id: string, text: string, marks: number[], inFlight: number }} */
const { name, server, id, text, marks, inFlight } = JSON.parse(process.argv[2]);

/** The engine's memory: the package does not give it away. */
const memories = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...parts) {
    super(...parts);
    memories.push(...Object.values(this.exports).filter((thing) => thing instanceof WebAssembly.Memory));
  }
};

const adapter = answerWith(text);
const get = (await load(name))({ ...server, adapter });
const settled = async () => {
  // Twice: what a finalizer lets go of is garbage only then.
  for (let n = 0; n < 2; n++) {
    await new Promise(setImmediate);
    collectGarbage();
  }
  return process.memoryUsage().heapUsed;
};
const before = await settled();
const report = [];
let calls = 0;
for (const mark of marks) {
  const callOn = async () => {
    while (calls < mark) {
      calls++;
      await get(id);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, callOn));
  const heap = (await settled()) - before;
  report.push({ calls, wasm: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0), heap });
}
console.log(JSON.stringify(report));
process.exit();
