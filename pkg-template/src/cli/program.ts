import { JSON_LINE, quoted, valuesOf } from "./arguments.js";
import type { Command, Surroundings } from "./command.js";
import { commandHelp, programHelp } from "./help.js";
import { Refusal } from "./refusal.js";

/**
 * Does what the arguments say, and returns the code to end with: 0 when it is done, 1 when it cannot be done, 2 when an
 * argument is wrong. What is refused is told in a sentence, or, to scripts, as JSON in the place of the answer.
 */
export async function run(
  commands: readonly Command[],
  version: string,
  args: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  try {
    await perform(commands, version, args, surroundings);
    return 0;
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const { code, message, exitCode } = cause;
    if (args.includes(`--${JSON_LINE.name}`)) surroundings.out(`${JSON.stringify({ error: { code, message } })}\n`);
    else surroundings.err(`ghl-users: ${message}\n`);
    return exitCode;
  }
}

async function perform(
  commands: readonly Command[],
  version: string,
  [first, ...others]: readonly string[],
  surroundings: Surroundings,
): Promise<void> {
  const { out } = surroundings;
  if (first === undefined || first === "--help" || first === "-h") return out(programHelp(commands));
  if (first === "--version") return out(`${version}\n`);
  const command = commands.find(({ name }) => name === first);
  if (!command) {
    const names = [...commands.map(({ name }) => name), "--help", "--version"].join(", ");
    throw new Refusal("wrong_argument", `${quoted(first)} is no command: expected one of ${names}`);
  }
  const values = valuesOf(others, command);
  if (values["help"]) return out(commandHelp(command));
  await command.run(surroundings, values);
}
