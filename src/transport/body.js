/**
 * Reads the body of an answer, of at most so many bytes: as a `Blob` if a type is given, else as text. What is not wanted of
 * it is cancelled, also when the signal is aborted.
 *
 * Gives `undefined` for what is no `Response`, and `null` for too long a body; what breaks off, throws.
 */
export async function read(response, most, signal, type) {
  const stream = response.body;
  if (typeof stream?.getReader !== "function") return readWhole(response, most, type);
  const reader = stream.getReader();
  const parts = [];
  let length = 0;
  let isOver = false;
  const cancel = async () => {
    try {
      await reader.cancel();
    } catch {
      // What was not wanted is not missed.
    }
  };
  signal.addEventListener("abort", cancel);
  try {
    for (;;) {
      const { value } = await reader.read();
      isOver = value === undefined || value === null;
      if (isOver) break;
      const size = value.byteLength;
      if (typeof size !== "number") return undefined;
      length += size;
      // A stand-in's length may be no number that could be compared.
      if (!(length <= most)) return null;
      parts.push(value);
    }
  } finally {
    signal.removeEventListener("abort", cancel);
    if (!isOver) cancel();
  }
  return type === undefined ? textOf(parts, length) : new Blob(parts, { type });
}

/** Reads what has no stream: a stand-in for a `Response`, or one of a runtime without them. */
async function readWhole(response, most, type) {
  const read = type === undefined ? "text" : "blob";
  if (typeof response[read] !== "function") return undefined;
  const whole = await response[read]();
  const length = typeof whole === "string" ? whole.length : whole?.size;
  if (typeof length !== "number") return undefined;
  return length <= most ? whole : null;
}

/** In one go, which takes Node less time than part by part. */
function textOf(parts, length) {
  let whole = parts[0];
  if (parts.length !== 1) {
    whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      // One that is another kind of buffer leaves zeros behind, which JSON does not have.
      whole.set(part, at);
      at += part.byteLength;
    }
  }
  return new TextDecoder().decode(whole);
}
