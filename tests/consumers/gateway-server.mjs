/** A gateway as a server of Node's, for programs in any language. */

import { once } from "node:events";
import { createServer } from "node:http";
import { after } from "node:test";

/** Where it answers, until the tests of the file are over. @param {any} gateway @returns {Promise<string>} */
export async function served(gateway) {
  const server = createServer(async (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const body = method === "GET" ? undefined : incoming;
    const request = new Request(new URL(url, "http://127.0.0.1"), { method, headers, body, duplex: "half" });
    const answer = await gateway.fetch(request);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}
