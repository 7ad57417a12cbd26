/** What a command reads of its surroundings and says to them. A test may give it others. */
export interface Surroundings {
  /** Writes to the standard output: what was asked for, and nothing else. */
  readonly out: (text: string) => void;
  /** Writes to the standard error. */
  readonly err: (text: string) => void;
  /** Settles when somebody wants the program to end. */
  readonly ended: Promise<void>;
}

/** An option of a command, such as `--port PORT`. */
export interface Option {
  readonly name: string;
  /** What stands for its value in the help; without it the option has none. */
  readonly value?: string;
  /** What the value has to be, in words, behind "expected". */
  readonly expected?: string;
  /** Whether a value is that. Default: any is. */
  readonly accepts?: (value: string) => boolean;
  readonly description: string;
}

/** What was given: a text for an option with a value, true for one without. */
export type Values = Readonly<Record<string, string | true>>;

/** A command: a row, from which its arguments are read and its help is made. */
export interface Command {
  readonly name: string;
  /** In a few words, for the list of all commands. */
  readonly summary: string;
  /** What it does, in a sentence or two. */
  readonly description: string;
  readonly options: readonly Option[];
  readonly examples: readonly (readonly [line: string, words: string])[];
  /** Does it. What hinders it is a `Refusal`. */
  readonly run: (surroundings: Surroundings, values: Values) => Promise<void>;
}
