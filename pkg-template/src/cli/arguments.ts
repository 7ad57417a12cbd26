import { parseArgs } from "node:util";
import type { Command, Option, Values } from "./command.js";
import { Refusal } from "./refusal.js";

/** What every command has. */
export const HELP: Option = { name: "help", description: "tells this" };
/** What every command has that tells something. */
export const JSON_LINE: Option = { name: "json", description: "for scripts: one line of JSON, and nothing else" };

/** The one short name. */
const SHORT = { help: "h" };

/**
 * Reads the arguments of a command.
 *
 * @throws {Refusal} `wrong_argument`, for the first that is wrong: which, and what was expected.
 */
export function valuesOf(args: readonly string[], { name: command, options }: Pick<Command, "name" | "options">): Values {
  const known = [...options, HELP];
  const forms = known.map(({ name, value }) => [name, { type: value ? "string" : "boolean", ...shortOf(name) }] as const);
  // Not strict: its sentences do not say what was expected.
  const { tokens } = parseArgs({ args, options: Object.fromEntries(forms), strict: false, allowPositionals: true, tokens: true });
  const values: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") throw wrong(`${quoted(token.value)} is an argument too many: expected options alone`);
    const option = known.find(({ name }) => name === token.name);
    if (!option) {
      const names = known.map(({ name }) => `--${name}`).join(", ");
      throw wrong(`${token.rawName} is no option of ${command}: expected one of ${names}`);
    }
    values[option.name] = valueOf(option, token);
  }
  return values;
}

interface Given {
  readonly value: string | undefined;
  /** Whether it stands behind `=`. */
  readonly inlineValue: boolean | undefined;
}

function valueOf({ name, value: stands, expected, accepts }: Option, { value, inlineValue }: Given): string | true {
  if (stands === undefined) {
    if (value === undefined) return true;
    throw wrong(`--${name} is ${quoted(value)}: expected no value`);
  }
  // The next option has been taken for the value.
  if (value === undefined || value === "" || (!inlineValue && value.startsWith("-"))) {
    throw wrong(`--${name} has no value: expected ${expected}`);
  }
  if (accepts && !accepts(value)) throw wrong(`--${name} is ${quoted(value)}: expected ${expected}`);
  return value;
}

function shortOf(name: string): { short?: string } {
  return name in SHORT ? { short: SHORT[name as keyof typeof SHORT] } : {};
}

/** As JSON writes it, so that no control character reaches the terminal. */
export const quoted = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

function wrong(message: string): Refusal {
  return new Refusal("wrong_argument", message);
}
