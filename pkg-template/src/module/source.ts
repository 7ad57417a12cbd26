import { failure, HighLevelError } from "../common/error.js";
import { adopt, cannotStart, start, type Module } from "./module.js";
import { need } from "./runtime.js";
import { isBytes, tagOf } from "../common/tag.js";

/** `WebAssembly.Module`, by this detour since the types of Node do not have that name. */
type Compiled = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : unknown;

/** A WebAssembly of this package: compiled, or as the bytes of its file, such as `ghl-users/ghl_users_bg.wasm`. */
export type WasmSource = ArrayBuffer | ArrayBufferView | (Compiled & object);

/** Where a WebAssembly comes from: itself, a response that carries it, or the URL to fetch it from. */
export type InitSource = WasmSource | Response | URL | string;

type Wasm = WebAssembly.Module | BufferSource;

/** What comes of a module, and of bytes. */
type Started = WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource;

/** Starts a module at once. Does nothing if it has started already. */
export function initSync(module: Module, source: WasmSource): void {
  if (module.started) return;
  if (!isWasm(source)) throw wrongSource("initSync", source);
  start(module, source);
}

/** Starts a module. Calls made meanwhile share one start; after a failure the next call tries again. */
export function init(module: Module, source: InitSource | PromiseLike<InitSource>): Promise<void> {
  if (module.started) return Promise.resolve();
  return (module.starting ??= load(module, source).finally(() => delete module.starting));
}

async function load(module: Module, source: InitSource | PromiseLike<InitSource>): Promise<void> {
  const wasm = await read(module.file, await source);
  try {
    // Asynchronously: older browsers refuse to compile or instantiate more than 4 KB on the main thread.
    const started: Started = await WebAssembly.instantiate(wasm as BufferSource, { a: module.imports });
    adopt(module, "instance" in started ? started.instance : started);
  } catch (cause) {
    throw cannotStart(module, cause);
  }
}

async function read(file: string, source: InitSource): Promise<Wasm> {
  if (isWasm(source)) return source;
  const isUrl = typeof source === "string" || tagOf(source) === "URL";
  need("WebAssembly", ...(isUrl ? ["fetch"] : []));
  const response = isUrl ? await fetched(fetch(source as URL | string)) : source;
  if (!isResponse(response)) throw wrongSource("init", source, ", a Response or a URL");
  const { ok, status } = response;
  if (!ok) throw wrongAnswer(file, response, `has status ${status}`);
  const copy = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // The server calls it something else, or the runtime cannot stream, or it may not compile, which is told later.
    const bytes = await fetched(copy.arrayBuffer());
    if (WebAssembly.validate(bytes)) return bytes;
    throw wrongAnswer(file, response, `answered ${response.headers.get("content-type")} that is not WebAssembly`);
  }
}

async function fetched<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    throw failure("network", "init", `it cannot be fetched: ${String(cause)}`, cause);
  }
}

function wrongAnswer(file: string, { url, status }: Response, words: string): HighLevelError {
  const message = `init: ${url || "the response"} ${words}: expected ${file}`;
  return new HighLevelError({ code: "unexpected_response", message, status });
}

function isResponse(source: unknown): source is Response {
  return tagOf(source) === "Response";
}

function isWasm(source: unknown): source is Wasm {
  return isBytes(source) || tagOf(source) === "WebAssembly.Module";
}

function wrongSource(caller: string, source: unknown, more = ""): HighLevelError {
  return failure("invalid_config", caller, `the source is ${tagOf(source)}: expected a WebAssembly.Module or bytes${more}`);
}
