import type { Command } from "./command.js";
import { SANDBOX_COMMAND } from "./sandbox.js";

/** All that the program can do. */
export const COMMANDS: readonly Command[] = [SANDBOX_COMMAND];
