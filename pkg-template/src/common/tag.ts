import { attempt, tagOf } from "../../../src/transport/tag.js";

export { tagOf };

/** Whether `value` is an `ArrayBuffer` or a view of one. */
export function isBytes(value: unknown): value is BufferSource {
  return ArrayBuffer.isView(value) || tagOf(value) === "ArrayBuffer";
}

/**
 * A copy of a plain object, with nothing but its own members, so that its owner may change it later and nobody else can add
 * to it. A member that cannot be read becomes a symbol, and anything else stays as it is, for the engine to judge.
 */
export function copyOf<T>(value: T): T {
  if (tagOf(value) !== "Object") return value;
  return read(() => {
    const copy = Object.create(null) as T;
    for (const key of Object.keys(value as object) as (keyof T)[]) copy[key] = read(() => value[key]) as T[keyof T];
    return copy;
  }) as T;
}

/** In the place of what cannot be read. */
const UNREADABLE = Symbol.for("unreadable");

/** What `get` comes to, or a symbol where it fails. */
export function read<T>(get: () => T): T | typeof UNREADABLE {
  return attempt(get, UNREADABLE);
}

/** Says what `value` is without showing it, in the engine's words. */
export function wordsFor(value: unknown): string {
  const tag = tagOf(value);
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (tag === "Array" || tag === "Object") return `an ${tag.toLowerCase()}`;
  return typeof value === "object" ? `an instance of ${tag}` : `a ${typeof value}`;
}
