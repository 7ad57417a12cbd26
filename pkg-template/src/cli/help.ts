import { HELP } from "./arguments.js";
import type { Command, Option } from "./command.js";

type Row = readonly [string, string];

/** What the program is told with `--help`. */
export function programHelp(commands: readonly Command[]): string {
  return text(
    "ghl-users COMMAND [OPTION…]",
    "What comes with the package ghl-users.",
    table(commands.map(({ name, summary }) => [name, summary])),
    table([
      ["--help", "tells this, and all of a command behind its name"],
      ["--version", "tells the package's version"],
    ]),
  );
}

/** What a command is told with `--help`. */
export function commandHelp({ name, description, options, examples }: Command): string {
  const forms = options.map((option) => `[${form(option)}]`).join(" ");
  return text(
    `ghl-users ${name} ${forms}`,
    description,
    table([...options, HELP].map((option) => [form(option), option.description])),
    table(examples),
  );
}

/** Rows as lines, their second halves below each other. */
export function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`).join("\n");
}

function form({ name, value }: Option): string {
  return value ? `--${name} ${value}` : `--${name}`;
}

function text(...parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}
