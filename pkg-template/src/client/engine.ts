import type { ClientOptions } from "../generated/types.js";
import { __wbg_set_wasm as setWasm, Engine, hear, imports, learn, listen, open } from "./ghl_users_bg.js";
import { ensure, type Module } from "../module/module.js";
import { need } from "../module/runtime.js";

/** The WebAssembly of all clients. */
export const ENGINE: Module = {
  name: "engine",
  file: "ghl_users_bg.wasm",
  imports,
  begin(exports) {
    setWasm(exports);
    listen(hear);
  },
};

type Observe = Parameters<typeof open>[1];

/** Makes a client inside the engine, which it starts if the entry brought it along. */
export function createEngine(options: ClientOptions, observe: Observe): Engine {
  need("WebAssembly", "TextDecoder", "TextEncoder", "AbortController", ...(options?.fetch ? [] : ["fetch"]));
  ensure(ENGINE);
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
