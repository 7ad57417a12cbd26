import { attempt, nameOf } from "./value.js";

/** What a console shows in full: errors, plain objects, arrays and functions. Of others, such as `Headers`, nobody knows. */
const OPEN = /^(Object|Array|\w*(Function|Error|DOMException))$/;

/** How many values of one are looked at. */
const MOST_VALUES = 500;

/** Returns all the texts that can be seen of a value, line by line; `undefined` if there may be others. */
export function visible(value) {
  const seen = new Set();
  const texts = [];
  const isOpen = (value) => {
    if (typeof value === "string" || typeof value === "symbol") texts.push(String(value));
    if (Object(value) !== value || seen.has(value)) return true;
    // What a text of its own would say, only calling it tells.
    if (!OPEN.test(nameOf(value)) || value.toJSON !== undefined || Object.hasOwn(value, "toString")) return false;
    // A DOMException has its words from its prototype.
    const keys = [...Reflect.ownKeys(value), "name", "message", "stack"];
    return seen.add(value).size <= MOST_VALUES && keys.every((key) => isOpen(key) && isOpen(value[key]));
  };
  return attempt(() => isOpen(value)) ? texts.join("\n") : undefined;
}
