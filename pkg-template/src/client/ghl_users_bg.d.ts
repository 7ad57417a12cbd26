/** The glue that wasm-bindgen writes beside the engine, as far as this package uses it. Not in the published types. */

import type { RateLimit } from "../common/events.js";
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
  /** Makes a call of the operation with this number, or this id, and calls one of the two functions once. */
  request(operation: number | string, input: unknown, options: unknown, done: Done, failed: (failure: unknown) => void): void;
  rateLimit(): RateLimit;
  /** Gives a failure, if there is one. */
  setToken(token: unknown): unknown;
  free(): void;
}

/** Checks the options, and makes an engine that tells `observe` of every event. It must not throw. Gives a failure, if there is one. */
export function open(options: unknown, observe: ((event: WatchedEvent) => void) | undefined): unknown;

/** Takes in the rows of a resource, for every client. Returns the number of the first, or a failure. */
export function learn(pack: string): unknown;

/** Says of the call with this number what has happened to it. */
export function hear(call: number, happening: number, value: unknown): void;

/** Takes `hear`: the engine binds it to calls. */
export function listen(heard: typeof hear): void;

/** What the WebAssembly imports. */
export const imports: WebAssembly.ModuleImports;

/** Gives the glue the instance that its functions work on. */
export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
