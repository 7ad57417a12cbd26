/** The glue that wasm-bindgen writes beside the engine, as far as this package uses it. Not in the published types. */

/** What one call came to: the parsed body, and the response it was read from. */
export interface Answer<T = unknown> {
  data: T;
  response: Response;
}

/** One client inside the engine. Its failures are plain objects, since a Rust struct cannot extend `Error`. */
export class Engine {
  constructor(options: unknown);
  request(operation: string, input: unknown, options: unknown): Promise<Answer>;
  free(): void;
}

/** Gives the glue the instance that its functions work on. */
export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
