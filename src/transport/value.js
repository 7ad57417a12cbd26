import { attempt, tagOf } from "./tag.js";

/** The kinds of values, in the order of the engine's `Type`. */
const [NULL, FLAG, NUMBER, TEXT, LIST, OBJECT, FUNCTION, FOREIGN] = Array(8).keys();

const KINDS = { undefined: NULL, boolean: FLAG, number: NUMBER, string: TEXT, function: FUNCTION };

/** In the place of what cannot be read: nothing takes it. */
const UNREADABLE = Symbol.for("unreadable");

/** Returns what a value is, as the number of its kind. */
export function kindOf(value) {
  if (typeof value !== "object") return KINDS[typeof value] ?? FOREIGN;
  if (value === null) return NULL;
  const tag = tagOf(value);
  // Anything may call itself an array.
  if (tag === "Array" && Array.isArray(value)) return LIST;
  return tag === "Object" ? OBJECT : FOREIGN;
}

/** Returns a string, or a finite number or a boolean in the notation of JSON; `undefined` for all else. */
export function textOf(value) {
  if (typeof value === "string") {
    // Half a character would be replaced on its way.
    return /\p{Surrogate}/u.test(value) ? undefined : value;
  }
  return typeof value === "boolean" || Number.isFinite(value) ? String(value) : undefined;
}

/** Returns what a value has under a name or at a place, if it has anything. */
export function memberOf(value, key) {
  return attempt(() => value?.[key], UNREADABLE);
}

/** Returns the names of a value's own members; `undefined` if they cannot be read. */
export function keysOf(value) {
  return attempt(() => Object.keys(value ?? {}));
}

/** Returns what JSON text says; `undefined` if it is none. */
export function parse(text) {
  return attempt(() => JSON.parse(text));
}

/** Returns a value as JSON text; `undefined` if JSON cannot carry it. */
export function stringify(value) {
  return attempt(() => JSON.stringify(value));
}
