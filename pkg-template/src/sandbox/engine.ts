import { failure } from "../common/error.js";
import { ensure, type Module } from "../module/module.js";
import { need } from "../module/runtime.js";
import { __wbg_set_wasm as setWasm, Engine, imports } from "./ghl_users_sandbox_bg.js";

export type { Engine };

/** The WebAssembly of all sandboxes. */
export const SANDBOX: Module = { name: "sandbox", file: "ghl_users_sandbox_bg.wasm", imports, begin: setWasm };

/** Begins a company as `options` say, and starts the WebAssembly if the entry brought it along. */
export function openEngine(options: object): Engine {
  need("WebAssembly", "TextDecoder", "TextEncoder");
  ensure(SANDBOX);
  return said("createSandbox", () => Engine.open(JSON.stringify(options)));
}

/** Carries out an order. */
export function command<T>(engine: Engine, name: string, input?: object): T {
  const text = input === undefined ? "" : JSON.stringify(input);
  return JSON.parse(said(`sandbox.${name}`, () => engine.command(name, text))) as T;
}

/** What `act` gives; what the sandbox says is wrong becomes an error of `caller`. */
function said<T>(caller: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    // A defect of ours is no text.
    if (typeof cause !== "string") throw cause;
    throw failure("invalid_input", caller, cause);
  }
}
