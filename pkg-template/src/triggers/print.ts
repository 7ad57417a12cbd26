import { textOf } from "../common/base64.js";
import { tagOf } from "../common/tag.js";

/** What differs from answer to answer, though nothing has changed. */
const VOLATILE = "traceId";

/** Eight bytes of the SHA-256 of what a value says, in base64. The order of an object's members says nothing. */
export async function printOf(value: unknown): Promise<string> {
  const bytes = value instanceof Blob ? await value.arrayBuffer() : new TextEncoder().encode(canonical(value));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return textOf(digest.slice(0, 8));
}

/** JSON with the members of objects in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) => {
    if (tagOf(part) !== "Object") return part;
    const members = Object.entries(part as object).filter(([name]) => name !== VOLATILE);
    return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
