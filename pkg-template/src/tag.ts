/** The built-in class of `value` by name, such as `"Response"`. Knows values of other realms, unlike `instanceof`. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Whether `value` is an `ArrayBuffer` or a view of one. */
export function isBytes(value: unknown): value is BufferSource {
  return ArrayBuffer.isView(value) || tagOf(value) === "ArrayBuffer";
}
