import { failure, type HighLevelError } from "../common/error.js";
import type { ClientOptions } from "../generated/types.js";
import { __wbg_set_wasm as setWasm, Engine, hear, imports, learn, listen, open } from "./ghl_users_bg.js";
import { need } from "./runtime.js";
import { isBytes } from "../common/tag.js";

/** What the WebAssembly imports: the glue's functions, from a module that the build calls `a`. */
export const IMPORTS: WebAssembly.Imports = { a: imports };

/** The engine's WebAssembly as an entry brings it along: compiled by the runtime, or what takes its bytes out. */
export type Bundled = WebAssembly.Module | (() => Uint8Array<ArrayBuffer>);

type Observe = Parameters<typeof open>[1];

let bundled: Bundled | undefined;
let started = false;

/** Names the WebAssembly that an entry brings along. The first client starts it, so that importing costs nothing. */
export function bundle(wasm: Bundled): void {
  bundled = wasm;
}

/** Whether clients can be made. */
export function isStarted(): boolean {
  return started;
}

/** Makes `instance` the engine, unless there is one already: the clients of the first would be lost. */
export function adopt({ exports }: WebAssembly.Instance): void {
  if (started) return;
  setWasm(exports);
  listen(hear);
  started = true;
}

/** Compiles `wasm` if need be and starts it, without waiting. */
export function start(wasm: WebAssembly.Module | BufferSource): void {
  try {
    const module = isBytes(wasm) ? new WebAssembly.Module(wasm) : wasm;
    adopt(new WebAssembly.Instance(module, IMPORTS));
  } catch (cause) {
    throw cannotStart(cause);
  }
}

/** Makes a client inside the engine, which it starts if the entry brought it along. */
export function createEngine(options: ClientOptions, observe: Observe): Engine {
  need("WebAssembly", "TextDecoder", "TextEncoder", "AbortController", ...(options?.fetch ? [] : ["fetch"]));
  if (!started) {
    if (bundled === undefined) {
      const first = "await init(...) of the same entry";
      throw failure("invalid_config", "the engine has not started", first);
    }
    start(typeof bundled === "function" ? bundled() : bundled);
  }
  const opened = open(options, observe);
  // A failure object, which the client makes an error of.
  if (!(opened instanceof Engine)) throw opened;
  return opened;
}

const known = new Map<string, unknown>();

/** Hands the engine, which has been started, the rows of a resource, once. Returns the number of the first, or a failure. */
export function numberOf(pack: string): unknown {
  if (!known.has(pack)) known.set(pack, learn(pack));
  return known.get(pack);
}

/** The failure to report when the WebAssembly does not compile or does not fit its glue. */
export function cannotStart(cause: unknown): HighLevelError {
  return failure("invalid_config", "the engine's WebAssembly cannot start", String(cause), cause);
}
