/** A peer in a process of its own, where no garbage and no timer of another's is in its way. Its parent says when to call. */

import { load } from "./peers.mjs";
import { median } from "./rounds.mjs";
import { answerWith } from "./stub.mjs";

/** @type {{ name: string, server: { baseUrl: string, token: string }, id: string, text?: string }} */
const { name, server, id, text } = JSON.parse(process.argv[2]);
const adapter = text && answerWith(text);
const get = (await load(name))({ ...server, adapter });
const found = await get(id);
if (found.id !== id) throw new Error(`${name} gives ${JSON.stringify(found)}: expected the user ${id}`);

process.on("message", async ({ calls, inFlight }) => {
  const latencies = [];
  let left = calls;
  const callOn = async () => {
    while (left-- > 0) {
      const start = performance.now();
      await get(id);
      latencies.push(performance.now() - start);
    }
  };
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await Promise.all(Array.from({ length: inFlight }, callOn));
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  process.send({ cpuUs: (user + system) / calls, wallUs: (1_000 * wall) / calls, latencyUs: 1_000 * median(latencies) });
});
process.send("ready");
