import { isBytes, wordsFor } from "../common/tag.js";
import { refusal, unverified } from "./refusal.js";

/** What reads headers by name, such as `Headers`. */
export interface WebhookHeaderReader {
  get(name: string): string | null;
}

/** Headers by their names, in any case, such as those of Node's `IncomingMessage`. */
export type WebhookHeaderRecord = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request as `fetch` handlers get it. Its body is read: pass a clone if it is needed once more. */
export interface WebhookRequest {
  readonly headers: WebhookHeaderReader;
  readonly bodyUsed: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What came, where there is no `Request`. */
export interface WebhookDelivery {
  /** The body as it came, byte for byte: the signature is of these bytes, and not of the object that they describe. */
  readonly body: string | ArrayBuffer | Uint8Array;
  /** The headers, their names in any case. */
  readonly headers: WebhookHeaderReader | WebhookHeaderRecord;
}

/**
 * The one value of a header. Some proxies write it twice.
 *
 * @throws {HighLevelError} `invalid_signature` if there is none, or several that differ; `invalid_input` without any
 *   headers.
 */
export function headerOf(delivery: WebhookRequest | WebhookDelivery, name: string): string {
  // `Headers` joins several values with commas, which no signature has.
  const values = valuesOf(delivery?.headers, name).flatMap((value) => value.split(/, ?/));
  const [value, ...others] = new Set(values.filter((each) => each !== ""));
  if (value === undefined) throw unverified(`the header "${name}" is missing: expected a signature`);
  if (others.length > 0) throw unverified(`the header "${name}" has several values: expected one signature`);
  return value;
}

/** Whether the delivery has a header of this name, whatever is in it. */
export function hasHeader(delivery: WebhookRequest | WebhookDelivery, name: string): boolean {
  return valuesOf(delivery?.headers, name).length > 0;
}

function valuesOf(headers: WebhookDelivery["headers"], name: string): string[] {
  if (typeof headers !== "object" || headers === null) {
    throw refusal("invalid_input", `"headers" is ${wordsFor(headers)}: expected the headers of the request`);
  }
  if (typeof headers.get === "function") return [headers.get(name) ?? []].flat();
  return Object.entries(headers as WebhookHeaderRecord)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]) => value ?? [])
    .map(String);
}

/**
 * A copy of the raw body, which nobody else can change between its check and its use.
 *
 * @throws {HighLevelError} `invalid_input` if it was read or parsed before; `network` if it breaks off.
 */
export async function bodyOf(delivery: WebhookRequest | WebhookDelivery): Promise<Uint8Array<ArrayBuffer>> {
  if ("arrayBuffer" in delivery) return read(delivery);
  const { body } = delivery;
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (isBytes(body)) {
    const view = ArrayBuffer.isView(body) ? body : new Uint8Array(body);
    return new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
  }
  const expected = "expected the raw body, as text or bytes, before anything parses it";
  throw refusal("invalid_input", `"body" is ${wordsFor(body)}: ${expected}`);
}

async function read(request: WebhookRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { bodyUsed, body } = request as WebhookRequest & { body?: { locked?: boolean } | null };
  if (bodyUsed || body?.locked) {
    const remedy = "pass the request before anything reads it, or a clone of it";
    throw refusal("invalid_input", `the request's body was read before: ${remedy}`);
  }
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch (cause) {
    throw refusal("network", "the request's body broke off", cause);
  }
}
