/**
 * Returns what a function gives, or this if it throws.
 * @template T, U
 * @param {() => T} get
 * @param {U} [otherwise]
 * @returns {T | U}
 */
export function attempt(get, otherwise) {
  try {
    return get();
  } catch {
    return otherwise;
  }
}

/**
 * Returns what a value is called: `Date`, `AbortSignal`, `BigInt`. It knows those of other realms, unlike `instanceof`.
 * @param {unknown} value
 * @returns {string}
 */
export function tagOf(value) {
  return attempt(() => Object.prototype.toString.call(value).slice(8, -1), "something that cannot be read");
}
