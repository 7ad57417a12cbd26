/** Requests that no client would send. */

import { once } from "node:events";
import { connect } from "node:net";

/** The status that a request gets whose first line nobody has tidied up. @param {URL} url @param {string} line */
export async function raw({ hostname, port }, line, headers) {
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const lines = [`${line} HTTP/1.1`, `host: ${hostname}:${port}`, "connection: close"];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  socket.end(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  const parts = await socket.toArray();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(Buffer.concat(parts).toString("latin1"))?.[1]);
}
