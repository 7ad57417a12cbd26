/** Without the engine's WebAssembly: the caller brings it. */
export * from "../client/api.js";
export { init, initSync } from "../client/wasm-source.js";
export type { InitSource, WasmSource } from "../client/wasm-source.js";
