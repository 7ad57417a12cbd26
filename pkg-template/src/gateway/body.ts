import type { Refusal } from "./refusal.js";

/**
 * Reads a body, and stops where it is too long, whatever its headers say.
 *
 * @throws {Refusal} `tooLong`, at the first byte too many.
 */
export async function bytesOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  most: number,
  tooLong: Refusal,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > most) {
      // Whatever its end is waiting for, nobody else is.
      reader?.cancel().catch(() => {});
      throw tooLong;
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A body as text. A mark of the byte order stays. */
export function textOf(body: Uint8Array<ArrayBuffer>): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
}
