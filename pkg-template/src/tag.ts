/** The built-in class of `value` by name, such as `"Response"`. Knows values of other realms, unlike `instanceof`. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Whether `value` is an `ArrayBuffer` or a view of one. */
export function isBytes(value: unknown): value is BufferSource {
  return ArrayBuffer.isView(value) || tagOf(value) === "ArrayBuffer";
}

/** A copy of a plain object, so that its owner may change it later. Anything else stays as it is, for the engine to judge. */
export function copyOf<T>(value: T): T {
  return tagOf(value) === "Object" ? { ...value } : value;
}

/** Says what `value` is without showing it, in the engine's words. */
export function wordsFor(value: unknown): string {
  const tag = tagOf(value);
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (tag === "Array" || tag === "Object") return `an ${tag.toLowerCase()}`;
  return typeof value === "object" ? `an instance of ${tag}` : `a ${typeof value}`;
}
