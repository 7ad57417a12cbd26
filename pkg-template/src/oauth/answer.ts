import type { JsonObject } from "../common/json.js";
import { read, tagOf } from "../common/tag.js";
import { httpDateOf } from "./http-date.js";

/** The most bytes that an answer may have. One with tokens has a few thousand. */
const MOST_BYTES = 1_048_576;

/** The most bytes of a refusal that are read for its reasons. */
const LONGEST_REFUSAL = 65_536;

/** The longest interval that is believed, in milliseconds, as the engine does. */
const LONGEST_INTERVAL = 60_000;

/** An answer, read. */
export interface Answer {
  /** The HTTP status; 0 for a redirect that the runtime keeps to itself. */
  readonly status: number;
  /** Whether it succeeded. */
  readonly isGood: boolean;
  /** A header without blanks around it; an empty text if there is none. */
  readonly header: (name: string) => string;
  /** What its JSON is, or a text that is none; nothing if there is nothing, or too much. */
  readonly body: { readonly json: unknown } | { readonly text: string } | undefined;
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
  const reading = textOf(response, isGood ? MOST_BYTES : LONGEST_REFUSAL);
  const text = await (isGood ? reading : reading.catch(() => undefined));
  const header = (name: string): string => {
    // A stand-in's headers may be anything. What they might say is no reason for a call to fail.
    const value: unknown = read(() => headers.get(name));
    return typeof value === "string" ? value.trim() : "";
  };
  return { status, isGood, header, body: text ? bodyOf(text) : undefined };
}

function bodyOf(text: string): Answer["body"] {
  const json: unknown = read(() => JSON.parse(text));
  return typeof json === "symbol" ? { text } : { json };
}

/** The object that an answer is, if it is one; one without anything if not. */
export function objectIn({ body }: Answer): JsonObject {
  const json = body && "json" in body ? body.json : undefined;
  return tagOf(json) === "Object" ? (json as JsonObject) : {};
}

/** How long to wait, in milliseconds, if the server says so. HighLevel documents the second header only. */
export function waitAskedFor({ status, header }: Answer, now: number): number | undefined {
  const after = header("retry-after");
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000;
  const date = httpDateOf(after, now);
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  const interval = header("x-ratelimit-interval-milliseconds");
  const isBelieved = status === 429 && /^[1-9]\d{0,4}$/.test(interval) && Number(interval) <= LONGEST_INTERVAL;
  return isBelieved ? Number(interval) : undefined;
}

/** The server's id of a request, where it is one, rather than anything that a server quotes there. */
export function traceOf(answer: Answer): string | undefined {
  return [objectIn(answer).traceId, answer.header("x-request-id")].find(
    (id): id is string => typeof id === "string" && /^[\w.:-]{1,128}$/.test(id),
  );
}

/** The text of a body; nothing if it has more bytes than `most`. */
async function textOf(response: Response, most: number): Promise<string | undefined> {
  // A stand-in for a `Response` may have a body of another kind, or its text alone.
  const reader = typeof response.body?.getReader === "function" ? response.body.getReader() : undefined;
  if (reader === undefined) {
    const text = String(await response.text());
    return text.length > most ? undefined : text;
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let length = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).text();
    length += value.byteLength;
    if (length > most) {
      // Whether it listens is not waited for.
      reader.cancel().catch(() => {});
      return undefined;
    }
    parts.push(value);
  }
}
