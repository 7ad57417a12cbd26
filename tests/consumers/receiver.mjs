/** Who is told of events: keeps what was posted, and takes it or not. */

import { once } from "node:events";
import { createServer } from "node:http";
import { after } from "node:test";

/**
 * Starts a receiver of webhooks.
 *
 * @param {(nth: number) => number | Promise<number>} [statusOf] - What it answers to the first, the second…; 200 unless said.
 */
export async function receiver(statusOf = () => 200) {
  const posts = [];
  const waiting = new Set();
  let answer = statusOf;
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const { "idempotency-key": key, "content-type": type } = request.headers;
    const post = { method: request.method, key, type, event: JSON.parse(Buffer.concat(chunks).toString() || "null") };
    const nth = posts.push(post);
    for (const look of waiting) look();
    const status = await answer(nth);
    response.writeHead(status, status < 400 && status >= 300 ? { location: "/" } : {}).end("noted");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  after(() => server.close());
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    posts,
    /** The keys of what was posted. */
    get keys() {
      return posts.map(({ key }) => key);
    },
    /** From now on it answers so. @param {typeof statusOf} next */
    answers(next) {
      answer = next;
    },
    /** When what was posted is as `isIt` says. @param {(posts: any[]) => boolean} isIt */
    until: (isIt) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isIt(posts)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
