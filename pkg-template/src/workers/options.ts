import { HighLevelError } from "../error.js";
import { wordsFor } from "../tag.js";

/** What each option has to be, in words, and whether a value is that. */
export type Rules = Readonly<Record<string, readonly [string, (value: unknown) => boolean]>>;

/** @throws {HighLevelError} `invalid_config` for an option that does not exist, or is not as its rule says. */
export function checkOptions(caller: string, options: unknown, rules: Rules): void {
  const refuse = (reason: string) => new HighLevelError({ code: "invalid_config", message: `${caller}: ${reason}` });
  if (typeof options !== "object" || options === null) {
    throw refuse(`the options are ${wordsFor(options)}: expected an object`);
  }
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) throw refuse(`there is no option "${name}"`);
    const [expected, accepts] = rule;
    if (value !== undefined && !accepts(value)) throw refuse(`"${name}" is ${wordsFor(value)}: expected ${expected}`);
  }
}

/** Whether a value is a whole number from `least` to `most`. */
export function isWhole(least: number, most: number): (value: unknown) => boolean {
  return (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
