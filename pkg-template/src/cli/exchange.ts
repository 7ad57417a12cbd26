import type { IncomingMessage, ServerResponse } from "node:http";
import type { Served } from "../sandbox/fetch.js";

/** What answers a request: the sandbox's `fetch`, or any other. */
export type Answering = (request: Request, served: RequestInit & Served) => Promise<Response>;

/** One byte more than any body may have: what is longer is cut here, and the sandbox refuses it. */
const MOST = 64 * 1024 * 1024 + 1;
/** No `Request` has a body with one of these; what came with it is read and left. */
const BODILESS = ["GET", "HEAD"];

/**
 * One call over a connection: read whole, handed to `answering`, answered part by part as the parts come. What `answering`
 * rejects is a call that is lost: the connection closes without an answer. A body that fails tears the connection.
 *
 * @param origin - Where the server is, since a request names its path alone.
 * @param served - Which call of its connection it is.
 */
export async function exchange(
  answering: Answering,
  origin: string,
  served: Served,
  message: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  reply.once("close", () => left.abort());
  try {
    const request = requestOf(message, origin, await read(message), left.signal);
    const response = request instanceof Response ? request : await answering(request, served);
    await send(reply, response, message.method === "HEAD");
  } catch (cause) {
    reply.socket?.destroy();
    // A lost call or a torn body on order, or a peer that has left. All else is a defect.
    if (!(cause instanceof TypeError || left.signal.aborted || isReset(cause))) throw cause;
  }
}

/** The body, or its beginning. It is read to its end, since who still sends does not read the answer. */
async function read(message: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of message) {
    if (length === MOST) continue;
    const kept = part.subarray(0, MOST - length);
    length += kept.length;
    parts.push(kept);
  }
  const body = new Uint8Array(length);
  let place = 0;
  for (const part of parts) {
    body.set(part, place);
    place += part.length;
  }
  return body;
}

/** A request, or the answer to what the platform knows no `Request` for, such as a `TRACE`. */
function requestOf(
  { method, url, rawHeaders }: IncomingMessage,
  origin: string,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Request | Response {
  const headers = new Headers();
  // `host` and `origin` among them: by these the sandbox knows who may give it orders.
  for (let place = 0; place < rawHeaders.length; place += 2) {
    headers.append(rawHeaders[place] as string, rawHeaders[place + 1] as string);
  }
  const hasBody = body.length > 0 && !BODILESS.includes(method);
  // Joined, not resolved: "//users" would name a host.
  const whole = url.startsWith("/") ? origin + url : url;
  try {
    // A redirect is the caller's to follow.
    return new Request(whole, { method, headers, signal, redirect: "manual", ...(hasBody && { body }) });
  } catch (cause) {
    // In the form of the sandbox's own answers.
    const message = `the sandbox cannot take this request: ${(cause as Error).message}`;
    const headers = { "access-control-allow-origin": "*" };
    return Response.json({ statusCode: 501, message }, { status: 501, headers });
  }
}

/** Sends an answer as its parts come. */
async function send(reply: ServerResponse, { status, headers, body }: Response, isHead: boolean): Promise<void> {
  reply.writeHead(status, [...(headers as unknown as Iterable<[string, string]>)].flat());
  if (!body || isHead) {
    await body?.cancel();
    reply.end();
    return;
  }
  // A body may be long in coming, or never come.
  reply.flushHeaders();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (reply.destroyed) return reader.cancel();
    await written(reply, value);
  }
  reply.end();
}

/** Waits until bytes are on their way, or nobody is there to take them: what is still here when a connection is torn never leaves. */
function written(reply: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    // Of bytes that wait for the peer, Node says nothing when the connection closes.
    reply.once("close", resolve);
    reply.write(bytes, () => {
      reply.off("close", resolve);
      resolve();
    });
  });
}

/** Whether a peer left in the middle of its body. */
function isReset(cause: unknown): boolean {
  return (cause as { code?: unknown } | undefined)?.code === "ECONNRESET";
}
