/** The engine: its bytes where the build inlines them, its module where the runtime imports WebAssembly itself. */
declare const wasm: WebAssembly.Module | Uint8Array<ArrayBuffer>;
export default wasm;
