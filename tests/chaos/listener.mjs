/** A plain server on loopback, which answers as it is told and remembers what it got. */

import { once } from "node:events";
import { createServer } from "node:http";
import { after } from "node:test";

/**
 * @typedef {object} Visit
 * @property {string} line - Method and URL.
 * @property {import("node:http").IncomingHttpHeaders} headers
 * @property {Promise<void>} closed - Settles when the connection closes before the answer is whole.
 */

/**
 * @param {import("node:http").RequestListener} answer
 * @returns {Promise<{ url: string, visits: Visit[], visited: () => Promise<Visit> }>}
 */
export async function listen(answer) {
  const visits = [];
  let greet = () => {};
  const server = createServer((request, response) => {
    const closed = new Promise((resolve) => {
      response.on("close", () => response.writableFinished || resolve());
    });
    visits.push({ line: `${request.method} ${request.url}`, headers: request.headers, closed });
    greet(visits.at(-1));
    request.resume();
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    visits,
    /** The next visit. */
    visited: () => new Promise((resolve) => (greet = resolve)),
  };
}
