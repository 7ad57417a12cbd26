import { failure, type HighLevelError } from "../common/error.js";
import { isBytes } from "../common/tag.js";

/** A WebAssembly as an entry brings it along: compiled by the runtime, or what takes its bytes out. */
export type Bundled = WebAssembly.Module | (() => Uint8Array<ArrayBuffer>);

/** A WebAssembly of this package, of which a program has one instance, and what wasm-bindgen has written beside it. */
export interface Module {
  /** What it is, for messages. */
  readonly name: string;
  /** The name of its file. */
  readonly file: string;
  /** What it imports, from a module that the build calls `a`. */
  readonly imports: WebAssembly.ModuleImports;
  /** Begins to work with the instance. */
  begin(exports: WebAssembly.Exports): void;
  /** What an entry brings along. The first who needs it starts it, so that importing costs nothing. */
  bundled?: Bundled;
  /** Whether there is an instance. */
  started?: boolean;
  /** Who starts it, meanwhile. */
  starting?: Promise<void>;
}

/** Makes `instance` the one, unless there is one already: what the first has made would be lost. */
export function adopt(module: Module, { exports }: WebAssembly.Instance): void {
  if (module.started) return;
  module.begin(exports);
  module.started = true;
}

/** Compiles `wasm` if need be and starts it, without waiting. */
export function start(module: Module, wasm: WebAssembly.Module | BufferSource): void {
  try {
    const compiled = isBytes(wasm) ? new WebAssembly.Module(wasm) : wasm;
    adopt(module, new WebAssembly.Instance(compiled, { a: module.imports }));
  } catch (cause) {
    throw cannotStart(module, cause);
  }
}

/** Starts it if need be, and if an entry brought it along. */
export function ensure(module: Module): void {
  const { name, bundled, started } = module;
  if (started) return;
  if (bundled === undefined) throw failure("invalid_config", `the ${name} has not started`, "await init(...) of the same entry");
  start(module, typeof bundled === "function" ? bundled() : bundled);
}

/** The failure to report when a WebAssembly does not compile or does not fit its glue. */
export function cannotStart({ name }: Module, cause: unknown): HighLevelError {
  return failure("invalid_config", `the ${name}'s WebAssembly cannot start`, String(cause), cause);
}
