/** The glue that wasm-bindgen writes beside the sandbox, as far as this package uses it. Not in the published types. */

/** A company in memory. Its failures are texts. */
export class Engine {
  /** Begins as `options` say: `{ start, state, config }` as JSON. */
  static open(options: string): Engine;
  /**
   * Answers a request, whose `head` are lines: the method, the path with its query, each header with a colon after its name.
   * So begins the answer: the status, how it travels as JSON or nothing, each header; then a zero byte, and its body.
   */
  send(head: string, body: Uint8Array, nowMs: number, connectionCall: number): Uint8Array<ArrayBuffer>;
  /** Carries out an order: what `/__sandbox/` has, as JSON. */
  command(name: string, input: string): string;
  free(): void;
}

/** What the WebAssembly imports. */
export const imports: WebAssembly.ModuleImports;

/** Gives the glue the instance that its functions work on. */
export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
