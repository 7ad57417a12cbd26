/** The sandbox without its WebAssembly: the caller brings it. */
import { init as initOf, initSync as initSyncOf, type InitSource, type WasmSource } from "../module/source.js";
import { SANDBOX } from "../sandbox/engine.js";

export * from "../sandbox/api.js";
export type { InitSource, WasmSource };

/**
 * Starts the sandbox. Calls made meanwhile share one start; after a failure the next call tries again.
 *
 * @param source - The compiled module, its bytes, a response that carries them or the URL to fetch them from,
 *   or a promise of one of these: `ghl-users/ghl_users_sandbox_bg.wasm`.
 * @throws {HighLevelError} `invalid_config` for an unusable source; `network` or `unexpected_response` if it cannot be
 *   fetched.
 */
export function init(source: InitSource | PromiseLike<InitSource>): Promise<void> {
  return initOf(SANDBOX, source);
}

/**
 * Starts the sandbox at once. Does nothing if it has started already.
 *
 * @throws {HighLevelError} `invalid_config` if `source` is not the sandbox's WebAssembly, or may not be compiled here.
 */
export function initSync(source: WasmSource): void {
  initSyncOf(SANDBOX, source);
}
