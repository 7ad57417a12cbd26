import { adopt, cannotStart, IMPORTS, isStarted, start } from "./engine.js";
import { HighLevelError } from "./error.js";
import { isBytes, tagOf } from "./tag.js";

/** `WebAssembly.Module`, by this detour since the types of Node do not have that name. */
type Compiled = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : unknown;

/** The engine's WebAssembly: compiled, or as the bytes of `ghl-users/ghl_users_bg.wasm`. */
export type WasmSource = ArrayBuffer | ArrayBufferView | (Compiled & object);

/** Where the engine's WebAssembly comes from: itself, a response that carries it, or the URL to fetch it from. */
export type InitSource = WasmSource | Response | URL | string;

type Wasm = WebAssembly.Module | BufferSource;

let starting: Promise<void> | undefined;

/**
 * Starts the engine at once. Does nothing if it has started already.
 *
 * @throws {HighLevelError} `invalid_config` if `source` is not the engine's WebAssembly, or may not be compiled here.
 */
export function initSync(source: WasmSource): void {
  if (isStarted()) return;
  if (!isWasm(source)) throw wrongSource("initSync", source, "a WebAssembly.Module or bytes");
  start(source);
}

/**
 * Starts the engine. Calls made meanwhile share one start; after a failure the next call tries again.
 *
 * @param source - The compiled module, its bytes, a response that carries them or the URL to fetch them from,
 *   or a promise of one of these.
 * @throws {HighLevelError} `invalid_config` for an unusable source; `network` or `unexpected_response` if it cannot be
 *   fetched.
 */
export function init(source: InitSource | PromiseLike<InitSource>): Promise<void> {
  if (isStarted()) return Promise.resolve();
  starting ??= load(source).finally(() => (starting = undefined));
  return starting;
}

async function load(source: InitSource | PromiseLike<InitSource>): Promise<void> {
  const wasm = await read(await source);
  try {
    // Both steps asynchronously: older browsers refuse to compile or instantiate more than 4 KB on the main thread.
    const module = isBytes(wasm) ? await WebAssembly.compile(wasm) : wasm;
    adopt(await WebAssembly.instantiate(module, IMPORTS));
  } catch (cause) {
    throw cannotStart(cause);
  }
}

async function read(source: InitSource): Promise<Wasm> {
  if (isWasm(source)) return source;
  const isUrl = typeof source === "string" || tagOf(source) === "URL";
  const response = isUrl ? await fetched(fetch(source as URL | string)) : source;
  if (!isResponse(response)) throw wrongSource("init", source, "a WebAssembly.Module, bytes, a Response or a URL");
  const { ok, status, url } = response;
  if (!ok) {
    throw new HighLevelError({
      code: "unexpected_response",
      message: `init: ${url || "the response"} has status ${status}: expected the engine's WebAssembly`,
      status,
    });
  }
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (cause) {
    if (cause instanceof WebAssembly.CompileError) throw cannotStart(cause);
    // Unread, it was refused for its MIME type or its realm, or the runtime cannot stream: its bytes may do.
    return fetched(response.bodyUsed ? Promise.reject(cause) : response.arrayBuffer());
  }
}

async function fetched<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    const message = `init: the engine's WebAssembly cannot be fetched: ${String(cause)}`;
    throw new HighLevelError({ code: "network", message, cause });
  }
}

function isResponse(source: unknown): source is Response {
  return tagOf(source) === "Response";
}

function isWasm(source: unknown): source is Wasm {
  return isBytes(source) || tagOf(source) === "WebAssembly.Module";
}

function wrongSource(caller: string, source: unknown, expected: string): HighLevelError {
  const message = `${caller}: the source is ${tagOf(source)}: expected ${expected}`;
  return new HighLevelError({ code: "invalid_config", message });
}
