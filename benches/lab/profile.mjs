/** Where the processor's time goes, by the part of the program that takes it. */

import { Session } from "node:inspector/promises";

const INTERVAL_US = 200;

/** Where JavaScript and WebAssembly hand over to each other. */
const CROSSING = /^(wasm-to-js|js-to-wasm)/;

/**
 * Runs something, and gives each part's share of the time. What belongs to no part counts for the nearest caller that does.
 *
 * @param {() => Promise<void>} run
 * @param {{ parts: Record<string, RegExp>, crossing: string, rest: string }} names - Parts by the address of their code.
 * @returns {Promise<Record<string, number>>}
 */
export async function sharesOf(run, { parts, crossing, rest }) {
  const { nodes, samples, timeDeltas } = await profileOf(run);
  const frames = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const partAt = (id) => {
    if (!frames.has(id)) return rest;
    const { functionName, url } = frames.get(id).callFrame;
    if (CROSSING.test(functionName)) return crossing;
    return Object.keys(parts).find((part) => parts[part].test(url)) ?? partAt(callers.get(id));
  };
  const shares = Object.fromEntries([...Object.keys(parts), crossing, rest].map((part) => [part, 0]));
  const total = timeDeltas.reduce((sum, delta) => sum + delta, 0);
  samples.forEach((id, index) => (shares[partAt(id)] += timeDeltas[index] / total));
  return shares;
}

async function profileOf(run) {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: INTERVAL_US });
  await session.post("Profiler.start");
  await run();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return profile;
}
