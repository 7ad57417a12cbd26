import type { SandboxOptions } from "../sandbox/api.js";
import { JSON_LINE } from "./arguments.js";
import type { Command, Surroundings, Values } from "./command.js";
import { factsOf } from "./facts.js";
import { introduction } from "./introduction.js";
import { serve } from "./server.js";
import { withSignatures } from "./signatures.js";

type Start = NonNullable<SandboxOptions["start"]>;

/** The port of the native sandbox, too: what speaks to the one speaks to the other. */
const PORT = "4010";
const STARTS = ["agency", "large", "messy", "empty"] as const satisfies readonly Start[];

/** Serves the sandbox. */
export const SANDBOX_COMMAND: Command = {
  name: "sandbox",
  summary: "serves HighLevel's API from memory, on 127.0.0.1",
  description: `Serves HighLevel's API, users in v1, v2 and v3 and the rest of the catalogue in v2 and v3, from memory on 127.0.0.1.
Prints its ids and tokens, which are made up. The repository's native program ghl-users-sandbox (cargo xtask sandbox) serves the
same, and takes the same --port and --start; this one needs neither Rust nor a checkout.`,
  options: [
    {
      name: "port",
      value: "PORT",
      expected: "a whole number from 0 to 65535",
      accepts: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
      description: `the port; 0 for any free one [default: ${PORT}]`,
    },
    {
      name: "start",
      value: "NAME",
      expected: `one of ${STARTS.join(", ")}`,
      accepts: (value) => STARTS.some((start) => start === value),
      description: `what there is at the start: ${STARTS.join(", ")} [default: ${STARTS[0]}]`,
    },
    JSON_LINE,
  ],
  examples: [
    ["ghl-users sandbox", "on port 4010"],
    ["ghl-users sandbox --port 0 --json", "on any free port, for a script to read"],
  ],
  run,
};

async function run({ out, err, ended }: Surroundings, { port = PORT, start = STARTS[0], json }: Values): Promise<void> {
  // The build has it beside this file, as an entry of the package, and nobody who asks for help loads it.
  const { createSandbox } = await import("../entries/sandbox.js");
  const box = createSandbox({ start: start as Start });
  const fail = (cause: unknown): void => err(`ghl-users: the sandbox has failed: ${String(cause)}\n`);
  const server = await serve(withSignatures(box), Number(port), fail);
  const facts = await factsOf(box, server.url, start as Start);
  out(json ? `${JSON.stringify(facts)}\n` : introduction(facts));
  await ended;
  await server.close();
}
