/** Ports on loopback: free ones, and those that something listens on. */

import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout } from "node:timers/promises";

/** Long for a busy machine; nothing waits this long unless it fails. */
const PATIENCE_MS = 300_000;
const POLL_MS = 100;

/** A port that nothing listens on. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/**
 * Waits until a server accepts connections, without asking it for anything.
 *
 * @param {number} port @param {import("node:child_process").ChildProcess} child - Where it runs.
 */
export async function untilServed(port, child) {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server stopped with code ${child.exitCode}`);
    if (await accepts(port)) return;
    await setTimeout(POLL_MS);
  }
  throw new Error(`nothing listens on port ${port} after ${PATIENCE_MS} ms`);
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
