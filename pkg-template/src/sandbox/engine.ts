import type { ErrorCode } from "../generated/errors/code.js";
import { failure } from "../common/error.js";
import { read, tagOf, wordsFor } from "../common/tag.js";
import { ensure, type Module } from "../module/module.js";
import { need } from "../module/runtime.js";
import { __wbg_set_wasm as setWasm, Engine, imports } from "./ghl_users_sandbox_bg.js";

export type { Engine };

/** The WebAssembly of all sandboxes. */
export const SANDBOX: Module = { name: "sandbox", file: "ghl_users_sandbox_bg.wasm", imports, begin: setWasm };

/** Who gives an order, what a wrong one is, and which part of what they gave it is. */
interface Giver {
  readonly caller?: string;
  readonly code?: ErrorCode;
  readonly part?: string;
}

/** Begins a company as `options` say, and starts the WebAssembly if the entry brought it along. */
export function openEngine(caller: string, options: object): Engine {
  need("WebAssembly", "TextDecoder", "TextEncoder", "Request", "Response", "ReadableStream");
  ensure(SANDBOX);
  const json = jsonOf(options, { caller, code: "invalid_config" });
  return said("config", { caller, code: "invalid_config" }, () => Engine.open(json));
}

/** Asks what takes nothing. */
export function command<T>(engine: Engine, name: string): T {
  return JSON.parse(said(name, {}, () => engine.command(name, ""))) as T;
}

/**
 * Carries out an order.
 *
 * @throws {HighLevelError} With the giver's code, or `invalid_input`, in the sandbox's words.
 */
export function order<T>(engine: Engine, name: string, input: object, giver: Giver = {}): T {
  const named = { caller: `sandbox.${name}`, ...giver };
  const json = jsonOf(input, named);
  return JSON.parse(said(name, named, () => engine.command(name, json))) as T;
}

function jsonOf(input: object, giver: Giver): string {
  const json = read(() => JSON.stringify(input));
  if (tagOf(input) === "Object" && typeof json === "string") return json;
  throw wrong(giver, `it is ${wordsFor(input)}: expected an object that can be written as JSON`);
}

/** What `act` gives; what the sandbox says is wrong with the order `name` becomes an error of the giver. */
function said<T>(name: string, giver: Giver, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    // A defect of ours is no text.
    if (typeof cause !== "string") throw cause;
    const own = `${name}: `;
    throw wrong(giver, cause.startsWith(own) ? cause.slice(own.length) : cause);
  }
}

function wrong({ caller = "sandbox", code = "invalid_input", part }: Giver, words: string): Error {
  return failure(code, caller, part === undefined ? words : `${part}: ${words}`);
}
