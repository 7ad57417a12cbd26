import type { Bundled } from "../module/module.js";

/** The engine: what takes its bytes out where the build inlines them, its module where the runtime imports it. */
declare const wasm: Bundled;
export default wasm;
