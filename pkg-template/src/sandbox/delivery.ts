import type { Engine } from "./engine.js";
import { fillerOf } from "./filler.js";
import { lettersOf } from "./header-text.js";
import { wait } from "./wait.js";

type Header = readonly [name: string, value: string];

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
  /** Their names in lower case, their values as `fetch` has them. */
  readonly headers: readonly Header[];
  readonly body: Uint8Array<ArrayBuffer>;
  readonly delivery: Delivery;
}

/** How much of a body goes at a time, at most. */
const CHUNK = 16_384;
/** The answers that have no body, not even an empty one. */
const BODILESS = [204, 205, 304];
/** At once and whole: nearly all do. */
const PLAIN: Delivery = { delayMs: 0, pace: null, chunked: false, filler: null, loss: null };

let decoder: TextDecoder | undefined;

/**
 * Has the sandbox answer a call, whose head are the lines that it takes. What it keeps of the body is its own copy, and what
 * it gives as well. It is the so-manyth of its connection, or 0 if it came over none.
 */
export function sent(engine: Engine, head: readonly string[], body: Uint8Array, nowMs: number, connectionCall: number): Sent {
  const answer = engine.send(head.join("\n"), body, nowMs, connectionCall);
  const end = answer.indexOf(0);
  decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
  const [status, delivery, ...lines] = decoder.decode(answer.subarray(0, end)).split("\n");
  return {
    status: Number(status),
    headers: headersOf(lines, nowMs),
    body: answer.subarray(end + 1),
    delivery: delivery ? (JSON.parse(delivery) as Delivery) : PLAIN,
  };
}

/** The headers as they arrive. */
function headersOf(lines: readonly string[], nowMs: number): Header[] {
  const headers = lines.map((line): Header => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), lettersOf(line.slice(colon + 1))];
  });
  // As every server does.
  if (!headers.some(([name]) => name === "date")) headers.push(["date", new Date(nowMs).toUTCString()]);
  return headers;
}

/** The answer to a call of this method as `fetch` gives it, whose body is on its way until `ended` is, if that can be. */
export function responseOf({ status, headers, body, delivery }: Sent, method: string, ended?: Request): Response {
  const { chunked, filler, loss } = delivery;
  const length = filler === "endless" ? Infinity : (filler ?? body.length);
  const end = loss === "body" ? 0 : loss === "rest" ? Math.floor(length / 2) : length;
  const part = filler === null ? (from: number, size: number) => body.slice(from, from + size) : fillerOf(length);
  const isBodiless = BODILESS.includes(status);
  const stream = isBodiless || method === "HEAD" ? null : streamOf(ended, part, end, delivery);
  const response = new Response(stream, { status });
  // Not by the constructor, which would read and check a list of them for longer than this takes.
  for (const [name, value] of headers) response.headers.append(name, value);
  if (!isBodiless && !chunked) response.headers.append("content-length", String(length));
  return response;
}

/** A body on its way: up to its `end`, or up to when the reader leaves or the signal ends it. */
function streamOf(
  ended: Request | undefined,
  part: (from: number, size: number) => Uint8Array,
  end: number,
  { pace, loss }: Delivery,
): ReadableStream<Uint8Array> {
  // Only a pause has to be ended: to make what ends it takes longer than most answers do.
  const left = pace ? new AbortController() : undefined;
  let at = 0;
  let stop: () => void;
  // Not the signal alone: in Node it hears nothing any more once the request is gone.
  const free = (): void => ended?.signal.removeEventListener("abort", stop);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stop = () => {
          controller.error(ended?.signal.reason);
          left?.abort();
        };
        ended?.signal.addEventListener("abort", stop, { once: true });
      },
      async pull(controller) {
        if (at > 0 && pace && left) await wait(pace.everyMs, left.signal);
        if (at < end) {
          const size = Math.min(pace?.bytes ?? CHUNK, CHUNK, end - at);
          controller.enqueue(part(at, size));
          at += size;
          // Nothing is to happen after the last bytes: to be asked for more takes as long as to be asked for them.
          if (at < end || pace || loss) return;
        }
        free();
        if (loss) controller.error(lost(`the ${loss} of the answer is lost, as ordered`));
        else controller.close();
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
