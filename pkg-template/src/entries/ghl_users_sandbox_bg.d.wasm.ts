import type { Bundled } from "../module/module.js";

/** The sandbox: what takes its bytes out where the build inlines them, its module where the runtime imports it. */
declare const wasm: Bundled;
export default wasm;
