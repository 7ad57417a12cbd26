import { type JsonObject, objectOf } from "../json.js";

/** The most bytes that an answer may have. One with tokens has a few thousand. */
const MOST_BYTES = 1_048_576;

/** The most bytes of a refusal that are read for its reasons. */
const LONGEST_REFUSAL = 65_536;

/** An answer, read. */
export interface Answer {
  /** The HTTP status; 0 for a redirect that the runtime keeps to itself. */
  readonly status: number;
  /** Whether it succeeded. */
  readonly isGood: boolean;
  readonly headers: { get(name: string): string | null };
  /** The object that it has; nothing if it has none, or too much. */
  readonly body: JsonObject | undefined;
}

/** Whether a value behaves like a `Response`, also one of another realm or package, where `instanceof` fails. */
export function isResponse(value: unknown): value is Response {
  const { status, headers, text } = Object(value) as Partial<Response>;
  return typeof status === "number" && typeof headers?.get === "function" && typeof text === "function";
}

/** Reads a response. What breaks off is an error only where it succeeded: a refusal has said enough with its status. */
export async function answerOf(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const isGood = status >= 200 && status < 300;
  const reading = bytesOf(response, isGood ? MOST_BYTES : LONGEST_REFUSAL);
  const bytes = await (isGood ? reading : reading.catch(() => undefined));
  return { status, isGood, headers, body: bytes && objectOf(bytes) };
}

/** How long to wait, in milliseconds, if the server says so. HighLevel documents the second header only. */
export function waitAskedFor({ status, headers }: Answer, now: number): number | undefined {
  const after = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000;
  // Anything else with a digit in it is a date too, in the eyes of some engines.
  const date = after.endsWith(" GMT") ? Date.parse(after) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  const interval = headers.get("x-ratelimit-interval-milliseconds")?.trim() ?? "";
  return status === 429 && /^\d{1,7}$/.test(interval) ? Number(interval) : undefined;
}

/** The server's id of a request, where it is one, rather than anything that a server quotes there. */
export function traceOf({ headers, body }: Answer): string | undefined {
  return [body?.traceId, headers.get("x-request-id")].find(
    (id): id is string => typeof id === "string" && /^[\w.:-]{1,128}$/.test(id),
  );
}

/** The bytes of a body; nothing if there are more than `most`. */
async function bytesOf(response: Response, most: number): Promise<BufferSource | undefined> {
  // A stand-in for a `Response` may have a body of another kind, or its text alone.
  const reader = typeof response.body?.getReader === "function" ? response.body.getReader() : undefined;
  if (reader === undefined) {
    const text = await response.text();
    return text.length > most ? undefined : new TextEncoder().encode(text);
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let length = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).arrayBuffer();
    length += value.byteLength;
    if (length > most) {
      // Whether it listens is not waited for.
      reader.cancel().catch(() => {});
      return undefined;
    }
    parts.push(value);
  }
}
