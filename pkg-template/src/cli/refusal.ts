/** Why a command is not carried out, and the code with which the program then ends. */
const EXIT_CODES = {
  /** The port belongs to another program, or may not be used. */
  port_unavailable: 1,
  /** Something is wrong with an argument. */
  wrong_argument: 2,
} as const;

/** A command that was not carried out. Its message is one sentence for whoever typed it. */
export class Refusal extends Error {
  constructor(
    readonly code: keyof typeof EXIT_CODES,
    message: string,
  ) {
    super(message);
  }

  get exitCode(): number {
    return EXIT_CODES[this.code];
  }
}
