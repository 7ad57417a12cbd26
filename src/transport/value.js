/** The kinds of values, in the order of the engine's `Type`. */
const [NULL, FLAG, NUMBER, TEXT, LIST, OBJECT, FUNCTION, FOREIGN] = Array(8).keys();

const KINDS = { undefined: NULL, boolean: FLAG, number: NUMBER, string: TEXT, function: FUNCTION };

/** Returns what a value is, as the number of its kind. */
export function kindOf(value) {
  if (typeof value !== "object") return KINDS[typeof value] ?? FOREIGN;
  if (value === null) return NULL;
  const name = nameOf(value);
  // Anything may call itself an array.
  if (name === "Array" && Array.isArray(value)) return LIST;
  return name === "Object" ? OBJECT : FOREIGN;
}

/** Returns what a value is called: `Date`, `AbortSignal`, `BigInt`. */
export function nameOf(value) {
  try {
    return Object.prototype.toString.call(value).slice(8, -1);
  } catch {
    return "something that cannot be read";
  }
}

/** Returns a string, or a finite number or a boolean in the notation of JSON; `undefined` for all else. */
export function textOf(value) {
  if (typeof value === "string") {
    // Half a character would be replaced on its way.
    return /\p{Surrogate}/u.test(value) ? undefined : value;
  }
  return typeof value === "boolean" || Number.isFinite(value) ? String(value) : undefined;
}
