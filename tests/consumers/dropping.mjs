/** A server that drops connections as proxies do: where a browser has used one before, and does not hear of its request. */

import { once } from "node:events";
import { readFileSync, existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after } from "node:test";

const TYPES = { html: "text/html", js: "text/javascript" };

/**
 * Serves a folder's files, and asks `handle` for all else. It does the work of a POST that is not the first request of
 * its connection, and then drops the connection in place of the answer.
 *
 * @param {string} folder @param {(request: Request) => Promise<Response>} handle
 * @returns Where it answers, and the POSTs that came.
 */
export async function dropping(folder, handle) {
  const posts = [];
  const used = new WeakSet();
  const server = createServer(async (message, reply) => {
    const { method, url, socket } = message;
    const isReused = used.has(socket);
    used.add(socket);
    const body = Buffer.concat(await message.toArray());
    const { pathname } = new URL(url, "http://localhost");
    const file = join(folder, pathname === "/" ? "index.html" : pathname);
    if (method === "GET" && /\.(html|js)$/.test(file) && existsSync(file)) {
      return reply.writeHead(200, { "content-type": TYPES[file.split(".").at(-1)] }).end(readFileSync(file));
    }
    const headers = Object.entries(message.headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    const init = { method, headers, ...(body.length > 0 && { body }) };
    if (method === "POST") posts.push({ body: body.toString(), isReused });
    const answer = await handle(new Request(`http://${message.headers.host}${url}`, init));
    if (method === "POST" && isReused) return socket.destroy();
    reply.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${server.address().port}`, posts };
}
