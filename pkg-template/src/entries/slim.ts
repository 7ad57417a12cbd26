/** Without the engine's WebAssembly: the caller brings it. */
import { ENGINE } from "../client/engine.js";
import { init as initOf, initSync as initSyncOf, type InitSource, type WasmSource } from "../module/source.js";

export * from "../client/api.js";
export type { InitSource, WasmSource };

/**
 * Starts the engine. Calls made meanwhile share one start; after a failure the next call tries again.
 *
 * @param source - The compiled module, its bytes, a response that carries them or the URL to fetch them from,
 *   or a promise of one of these.
 * @throws {HighLevelError} `invalid_config` for an unusable source; `network` or `unexpected_response` if it cannot be
 *   fetched.
 */
export function init(source: InitSource | PromiseLike<InitSource>): Promise<void> {
  return initOf(ENGINE, source);
}

/**
 * Starts the engine at once. Does nothing if it has started already.
 *
 * @throws {HighLevelError} `invalid_config` if `source` is not the engine's WebAssembly, or may not be compiled here.
 */
export function initSync(source: WasmSource): void {
  initSyncOf(ENGINE, source);
}
