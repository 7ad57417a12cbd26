/** Every peer in a process of its own, started and stopped. */

import { fork } from "node:child_process";
import { join } from "node:path";
import { PEERS } from "./peers.mjs";

/**
 * Starts a process per peer, and gives what makes each call: `{ cpuUs, wallUs, latencyUs }`, each for one call.
 *
 * @param {{ server: { baseUrl: string, token: string }, id: string, text?: string }} task
 * @returns {Promise<{ call: Record<string, (order: { calls: number, inFlight: number }) => Promise<any>>, stop: () => void }>}
 */
export async function startCallers(task) {
  const children = await Promise.all(Object.keys(PEERS).map((name) => start({ name, ...task })));
  const call = Object.keys(PEERS).map((name, n) => [name, (order) => ask(children[n], order)]);
  return { call: Object.fromEntries(call), stop: () => children.forEach((child) => child.disconnect()) };
}

async function start(task) {
  const child = fork(join(import.meta.dirname, "caller.mjs"), [JSON.stringify(task)]);
  await message(child);
  return child;
}

function ask(child, order) {
  child.send(order);
  return message(child);
}

/** What the child says next. It must not end before that. */
function message(child) {
  return new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`a caller ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (said) => {
      child.off("exit", ended);
      resolve(said);
    });
  });
}
