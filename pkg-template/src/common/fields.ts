import { failure, type HighLevelError, type HighLevelErrorFields } from "./error.js";
import { copyOf, read, tagOf, wordsFor } from "./tag.js";

/** What a field has to be, and whether there has to be one. */
export interface Rule {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  readonly required?: boolean;
}

/** What each field of an object has to be. */
export type Rules<T> = Readonly<Record<keyof T, Rule>>;

/** The longest secret that is taken, in UTF-16 units: nobody's token is longer, and some come with a request. */
const LONGEST = 16_384;

/** Half of a character has no bytes: what is sent in its place would be another id. */
const isText = (value: unknown): value is string => typeof value === "string" && /^\P{Cs}+$/u.test(value);

/** Text such as an id. */
export const TEXT: Rule = { expected: "a text", accepts: isText };

/** Text that is kept from being seen. */
export const SECRET: Rule = {
  expected: `a text of at most ${LONGEST} characters`,
  accepts: (value) => isText(value) && value.length <= LONGEST,
};

/** What can stand in an `Authorization` header. */
export const TOKEN: Rule = {
  expected: `printable ASCII without white space, at most ${LONGEST} characters`,
  accepts: (value) => isToken(value) && value.length <= LONGEST,
};

export const FLAG: Rule = { expected: "a boolean", accepts: (value) => typeof value === "boolean" };

export const FUNCTION: Rule = { expected: "a function", accepts: (value) => typeof value === "function" };

/** One of a few words. */
export const oneOf = (...words: readonly string[]): Rule => ({
  expected: words.map((word) => `"${word}"`).join(" or "),
  accepts: (value) => words.some((word) => word === value),
});

/** A whole number, perhaps of some unit. */
export const whole = (least: number, most = Infinity, unit?: string): Rule => ({
  expected: `a whole number${unit ? ` of ${unit}` : ""} from ${least}${most === Infinity ? "" : ` to ${grouped(most)}`}`,
  accepts: (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
});

const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

export const required = (rule: Rule): Rule => ({ ...rule, required: true });

/** What names an object or a value: text from outside may be of any length. Counted as `length` does. */
export const NAME: Rule = {
  expected: "a text of at most 512 characters",
  accepts: (value) => isText(value) && value.length <= 512,
  required: true,
};

/** Whether a value can stand in an `Authorization` header, behind `Bearer`. */
export function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[!-~]+$/.test(value);
}

/**
 * Checks the fields of an object, which may have no others.
 *
 * @returns A copy to go on with. It has the object's own fields alone, whatever has been added to all objects, and none
 *   of them changes any more.
 * @throws {HighLevelError} With this code, naming the field and what was expected, and showing no value.
 */
export function check<T extends object>(
  code: HighLevelErrorFields["code"],
  caller: string,
  given: T,
  rules: Rules<T>,
): T {
  const wrong = (reason: string): HighLevelError => failure(code, caller, reason);
  const [whole, part] = code === "invalid_config" ? ["the options are", "option"] : ["the input is", "field"];
  const own = copyOf(given);
  if (tagOf(own) !== "Object") throw wrong(`${whole} ${wordsFor(own)}: expected an object`);
  for (const name of Object.keys(own)) {
    if (!Object.hasOwn(rules, name)) throw wrong(`there is no ${part} ${JSON.stringify(name)}`);
  }
  for (const [name, { expected, accepts, required }] of Object.entries<Rule>(rules)) {
    const value = (own as Readonly<Record<string, unknown>>)[name];
    // A value that cannot even be looked at is none that is wanted.
    if (value === undefined ? !required : read(() => accepts(value)) === true) continue;
    throw wrong(`"${name}" is ${value === "" ? "an empty string" : wordsFor(value)}: expected ${expected}`);
  }
  return own;
}
