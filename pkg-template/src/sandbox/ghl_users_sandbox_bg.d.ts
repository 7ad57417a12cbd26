/** The glue that wasm-bindgen writes beside the sandbox, as far as this package uses it. Not in the published types. */

/** A company in memory. Its failures are texts. */
export class Engine {
  /** Begins as `options` say: `{ start, state, config }` as JSON. */
  static open(options: string): Engine;
  /** Answers a request: `head` is `{ method, url, headers }` as JSON, its `url` a path with a query. */
  send(head: string, body: Uint8Array, nowMs: number, connectionCall: number): Answer;
  /** Carries out an order: what `/__sandbox/` has, as JSON. */
  command(name: string, input: string): string;
  free(): void;
}

/** An answer. */
export class Answer {
  /** `{ status, headers, delivery }` as JSON. */
  readonly head: string;
  /** Its bytes, once. */
  takeBody(): Uint8Array<ArrayBuffer>;
  free(): void;
}

/** What the WebAssembly imports. */
export const imports: WebAssembly.ModuleImports;

/** Gives the glue the instance that its functions work on. */
export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
