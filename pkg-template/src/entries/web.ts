import { ENGINE } from "../client/engine.js";
import { init as initOf, type InitSource } from "../module/source.js";

export * from "../client/api.js";
export type { InitSource, WasmSource } from "../module/source.js";

/**
 * Starts the engine, which a page downloads as a file of its own. Calls made meanwhile share one start; after a failure
 * the next call tries again.
 *
 * @param source - For servers and bundlers that put the file elsewhere: its URL, or whatever else holds it. Default:
 *   `ghl_users_bg.wasm` beside this module.
 * @throws {HighLevelError} `network` or `unexpected_response` if it cannot be fetched; `invalid_config` if it is
 *   something else, or if the page may not compile WebAssembly.
 */
export function init(
  source: InitSource | PromiseLike<InitSource> = new URL("./ghl_users_bg.wasm", import.meta.url),
): Promise<void> {
  return initOf(ENGINE, source);
}
