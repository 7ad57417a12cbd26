/** The glue that wasm-bindgen writes beside the engine, as far as this package uses it. Not in the published types. */

import type { RateLimit } from "./events.js";
import type { WatchedEvent } from "./observer.js";

/** What one call came to: the parsed body, the response it was read from, and how often a request was sent. */
export interface Answer<T = unknown> {
  data: T;
  response: Response;
  attempts: number;
}

/** What takes the result of a call. */
export type Done = (data: unknown, response: Response, attempts: number) => void;

/** One client inside the engine. Its failures are plain objects, since a Rust struct cannot extend `Error`. */
export class Engine {
  /** Checks the options, and tells `observe` of every event. It must not throw. */
  constructor(options: unknown, observe: ((event: WatchedEvent) => void) | undefined);
  /** Makes a call, and calls one of the two functions once. */
  request(operation: string, input: unknown, options: unknown, done: Done, failed: (failure: unknown) => void): void;
  rateLimit(): RateLimit;
  setToken(token: unknown): void;
  free(): void;
}

/** What the WebAssembly imports. */
export const imports: WebAssembly.ModuleImports;

/** Gives the glue the instance that its functions work on. */
export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
