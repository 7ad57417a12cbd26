/** What serves a `fetch` on a port: the head and the parts of an answer as they come, and what becomes of those that do not. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { after, test } from "node:test";
import { source } from "./source.mjs";

const { serve } = await source("cli/server.ts");
const bytes = (text) => new TextEncoder().encode(text);

/** Serves what a function answers. @param {(request: Request, served: { connectionCall: number }) => Response | Promise<Response>} answer */
async function serving(answer) {
  const failures = [];
  const server = await serve(async (request, served) => answer(request, served), 0, (cause) => failures.push(cause));
  after(() => server.close());
  return { url: server.url, failures };
}

test("hands on the method, the path as it is written, the query, the headers and the body", async () => {
  const { url } = await serving(async (request) => {
    const { pathname, search } = new URL(request.url);
    const { method, headers } = request;
    const names = ["host", "origin", "x-two"].map((name) => headers.get(name));
    return Response.json([method, pathname + search, ...names, await request.text()]);
  });
  const headers = { host: "localhost:1", origin: "http://localhost:2", "x-two": ["a", "b"] };
  const sent = request(`${url}//users/a%2Fb?q=%20&q=+`, { method: "PUT", headers }).end("body");
  const [answer] = await once(sent, "response");
  const told = JSON.parse(Buffer.concat(await answer.toArray()).toString());
  assert.deepEqual(told, ["PUT", "//users/a%2Fb?q=%20&q=+", "localhost:1", "http://localhost:2", "a, b", "body"]);
});

test("sends the head before there is a body, and each part as it comes", async () => {
  let body;
  const stream = new ReadableStream({ start: (controller) => void (body = controller) });
  const { url } = await serving(() => new Response(stream, { status: 207 }));
  const answer = await fetch(url);
  assert.equal(answer.status, 207);
  const reader = answer.body.getReader();
  for (const part of ["one", "two"]) {
    body.enqueue(bytes(part));
    assert.deepEqual((await reader.read()).value, bytes(part));
  }
  body.close();
  assert.equal((await reader.read()).done, true);
});

for (const headers of [{}, { "content-length": "6" }]) {
  test(`tears the connection where a body fails, behind what came before it (${JSON.stringify(headers)})`, async () => {
    const parts = [bytes("one")];
    const pull = (controller) => (parts.length > 0 ? controller.enqueue(parts.pop()) : controller.error(new TypeError("lost")));
    const { url, failures } = await serving(() => new Response(new ReadableStream({ pull }), { headers }));
    const reader = (await fetch(url)).body.getReader();
    assert.deepEqual((await reader.read()).value, bytes("one"));
    await assert.rejects(reader.read(), TypeError);
    assert.deepEqual(failures, []);
  });
}

test("closes the connection without an answer where the call is lost, and serves the next", async () => {
  const calls = [() => Promise.reject(new TypeError("Failed to fetch")), () => new Response("here")];
  const { url, failures } = await serving(() => calls.shift()());
  await assert.rejects(fetch(url), TypeError);
  assert.equal(await (await fetch(url)).text(), "here");
  assert.deepEqual(failures, []);
});

test("tells of a defect, whose caller has no answer", async () => {
  const defect = new RangeError("unreachable");
  const { url, failures } = await serving(() => Promise.reject(defect));
  await assert.rejects(fetch(url), TypeError);
  assert.deepEqual(failures, [defect]);
});

test("ends the request's signal when its caller leaves, who is no defect", async () => {
  const left = deferred();
  const arrived = deferred();
  const { url, failures } = await serving(({ signal }) => {
    arrived.resolve();
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => (left.resolve(), reject(signal.reason)));
    });
  });
  const caller = new AbortController();
  const call = fetch(url, { signal: caller.signal });
  await arrived.promise;
  caller.abort();
  await assert.rejects(call, { name: "AbortError" });
  await left.promise;
  assert.deepEqual(failures, []);
});

test("takes no more of a body than somebody reads, and lets go of it when its reader leaves", async () => {
  const cancelled = deferred();
  const pull = (controller) => controller.enqueue(new Uint8Array(65_536));
  const { url } = await serving(() => new Response(new ReadableStream({ pull, cancel: () => cancelled.resolve() })));
  const caller = new AbortController();
  const reader = (await fetch(url, { signal: caller.signal })).body.getReader();
  await reader.read();
  caller.abort();
  await cancelled.promise;
});

test("sends no body where there is none: to HEAD, and with 204", async () => {
  const four = () => new Response("four", { headers: { "content-length": "4" } });
  const { url } = await serving(({ method }) => (method === "HEAD" ? four() : new Response(null, { status: 204 })));
  const head = await fetch(url, { method: "HEAD" });
  assert.deepEqual([head.headers.get("content-length"), await head.text()], ["4", ""]);
  const empty = await fetch(url);
  assert.deepEqual([empty.status, empty.headers.get("transfer-encoding"), await empty.text()], [204, null, ""]);
});

test("leaves a redirect to the caller", async () => {
  const { url } = await serving(({ redirect }) => new Response(redirect, { status: 302, headers: { location: "/elsewhere" } }));
  const answer = await fetch(url, { redirect: "manual" });
  assert.deepEqual([answer.status, answer.headers.get("location"), await answer.text()], [302, "/elsewhere", "manual"]);
});

test("answers what no Request can be made of", async () => {
  const { url } = await serving(() => new Response("no"));
  const [answer] = await once(request(url, { method: "TRACE" }).end(), "response");
  assert.equal(answer.statusCode, 501);
  assert.match(JSON.parse(Buffer.concat(await answer.toArray()).toString()).message, /TRACE/);
});

test("tells which call of its connection each is", async () => {
  const { url } = await serving((_, { connectionCall }) => new Response(String(connectionCall)));
  const callsOf = async (agent) => {
    const told = [];
    while (told.length < 3) {
      const [answer] = await once(request(url, { agent }).end(), "response");
      told.push(Buffer.concat(await answer.toArray()).toString());
    }
    agent.destroy();
    return told;
  };
  assert.deepEqual(await callsOf(new Agent({ keepAlive: true, maxSockets: 1 })), ["1", "2", "3"]);
  assert.deepEqual(await callsOf(new Agent({ keepAlive: false })), ["1", "1", "1"]);
});

test("says why it cannot listen", async () => {
  const { url } = await serving(() => new Response("no"));
  const { port } = new URL(url);
  await assert.rejects(serve(() => new Response("no"), Number(port), () => {}), {
    code: "port_unavailable",
    message: `port ${port} is in use: give another one with --port, or --port 0 for any free one`,
  });
});

/** A promise, and what settles it. */
function deferred() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}
