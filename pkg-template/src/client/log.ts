import type { Logger } from "../common/events.js";
import type { ClientOptions } from "../generated/types.js";

/** Every level, each with what comes before it. */
const LEVELS = ["off", "error", "warn", "info", "debug"] as const;

/** The level of a line. */
export type Level = keyof Logger;

/** The caller's logger, which may fail without anything else failing, and may be absent. */
export class Log {
  readonly #logger: Logger | undefined;
  readonly #level: number;

  /** Takes the options before the engine has checked them. */
  constructor(options: Pick<ClientOptions, "logger" | "logLevel"> | undefined) {
    this.#logger = options?.logger;
    this.#level = LEVELS.indexOf(options?.logLevel ?? "warn");
  }

  /** Whether the logger wants lines of this level. */
  shows(level: Level): boolean {
    return this.#logger !== undefined && LEVELS.indexOf(level) <= this.#level;
  }

  /** Writes a line, to `fallback` if there is no logger. It must hold nothing of an input, a URL or a header. */
  write(level: Level, line: () => string, fallback?: Logger): void {
    const logger = this.#logger ?? fallback;
    if (logger === undefined || LEVELS.indexOf(level) > this.#level) return;
    contain(
      () => logger[level](`[ghl-users] ${line()}`),
      () => {}, // There is nobody left to tell.
    );
  }
}

/** The names of an object's members. One that has other signs than names have may be somebody's id or secret, and is not shown. */
export function namesOf(object: object): string {
  const names = Object.keys(object).map((name) => (/^\w{1,64}$/.test(name) ? name : "*"));
  return names.join(", ");
}

/** Runs a caller's function. What it throws, or its promise rejects with, goes to `failed` and no further. */
export function contain(run: () => unknown, failed: (reason: unknown) => void): void {
  try {
    Promise.resolve(run()).catch(failed);
  } catch (reason) {
    failed(reason);
  }
}
