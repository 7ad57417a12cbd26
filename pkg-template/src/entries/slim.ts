/** Without the engine's WebAssembly: the caller brings it. */
export * from "../api.js";
export { init, initSync } from "../wasm-source.js";
export type { InitSource, WasmSource } from "../wasm-source.js";
