/** A body has more bytes than it may have. */
export class TooLong extends Error {}

/**
 * Reads a body, and stops where it is too long, whatever its headers say.
 *
 * @throws {TooLong} at the first byte too many.
 */
export async function bytesOf(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > most) {
      // Whatever its end is waiting for, nobody else is.
      reader?.cancel().catch(() => {});
      throw new TooLong();
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
