import type { Engine } from "./engine.js";
import { fillerOf } from "./filler.js";
import { lettersOf } from "./header-text.js";
import { wait } from "./wait.js";

/** How an answer travels. */
interface Delivery {
  readonly delayMs: number;
  readonly pace: { readonly bytes: number; readonly everyMs: number } | null;
  readonly chunked: boolean;
  readonly filler: number | "endless" | null;
  readonly loss: "call" | "answer" | "body" | "rest" | null;
}

/** An answer of the sandbox, before it travels. */
export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly delivery: Delivery;
}

/** What a call is, for the sandbox. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** How much of a body goes at a time, at most. */
const CHUNK = 16_384;
/** The answers that have no body, not even an empty one. */
const BODILESS = [204, 205, 304];

/** Has the sandbox answer a call: the so-manyth of its connection, or 0 if it came over none. What it keeps of the body is its own copy, and what it gives as well. */
export function sent(engine: Engine, call: Call, body: Uint8Array, nowMs: number, connectionCall: number): Sent {
  const answer = engine.send(JSON.stringify(call), body, nowMs, connectionCall);
  try {
    const { status, headers, delivery } = JSON.parse(answer.head) as Sent & { headers: [string, string][] };
    return { status, headers: headersOf(headers, nowMs), body: answer.takeBody(), delivery };
  } finally {
    answer.free();
  }
}

/** The headers as they arrive. */
function headersOf(pairs: readonly [string, string][], nowMs: number): Headers {
  const headers = new Headers();
  for (const [name, value] of pairs) headers.append(name, lettersOf(value));
  // As every server does.
  if (!headers.has("date")) headers.set("date", new Date(nowMs).toUTCString());
  return headers;
}

/** The answer as `fetch` gives it, whose body is on its way. */
export function responseOf({ status, headers, body, delivery }: Sent, request: Request): Response {
  if (BODILESS.includes(status)) return new Response(null, { status, headers });
  const { chunked, filler, loss } = delivery;
  const length = filler === "endless" ? Infinity : (filler ?? body.length);
  if (!chunked) headers.set("content-length", String(length));
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const end = loss === "body" ? 0 : loss === "rest" ? Math.floor(length / 2) : length;
  const part = filler === null ? (from: number, size: number) => body.slice(from, from + size) : fillerOf(length);
  return new Response(streamOf(request, part, end, delivery), { status, headers });
}

/** A body on its way: up to its `end`, or up to when the reader leaves or the signal ends it. */
function streamOf(
  request: Request,
  part: (from: number, size: number) => Uint8Array,
  end: number,
  { pace, loss }: Delivery,
): ReadableStream<Uint8Array> {
  // Only a pause has to be ended: to make what ends it takes longer than most answers do.
  const left = pace ? new AbortController() : undefined;
  let at = 0;
  let stop: () => void;
  // Not the signal alone: in Node it hears nothing any more once the request is gone.
  const free = (): void => request.signal.removeEventListener("abort", stop);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stop = () => {
          controller.error(request.signal.reason);
          left?.abort();
        };
        request.signal.addEventListener("abort", stop, { once: true });
      },
      async pull(controller) {
        if (at > 0 && pace && left) await wait(pace.everyMs, left.signal);
        if (at < end) {
          const size = Math.min(pace?.bytes ?? CHUNK, CHUNK, end - at);
          controller.enqueue(part(at, size));
          at += size;
        } else {
          free();
          if (loss) controller.error(lost(`the ${loss} of the answer is lost, as ordered`));
          else controller.close();
        }
      },
      cancel() {
        free();
        left?.abort();
      },
    },
    { highWaterMark: 0 },
  );
}

/** What `fetch` and its bodies fail with where nothing arrives. */
export function lost(why: string, cause?: unknown): TypeError {
  return new TypeError("Failed to fetch", { cause: new Error(`the sandbox: ${why}`, { cause }) });
}
