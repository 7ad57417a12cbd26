import { check } from "../common/fields.js";
import type { StoredTokens, TokenStore } from "../oauth/store.js";
import { checkBinding, NAME } from "./binding.js";
import { parsed } from "./json.js";

/** The binding of a namespace of Workers KV, as Cloudflare's `KVNamespace` is one. */
export interface KeyValueNamespace {
  get(key: string, type: "text"): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
}

/**
 * A store in Workers KV, for what one isolate at a time renews, such as a scheduled Worker.
 *
 * KV cannot do more. What is written may be seen elsewhere only after a minute or more: another isolate may refresh
 * with a token that is used up, which HighLevel forgives for 30 seconds, and then wants the app to be connected again.
 * And KV cannot compare and write in one step: of two who write at once the later one wins, unnoticed. Where several
 * isolates share tokens, take {@link durableStore}.
 *
 * @throws {HighLevelError} `invalid_config` if `namespace` is no such binding. The store's methods throw
 *   `invalid_input` for a key of more than 512 characters, `store_failed` for a value that is no JSON, and what KV
 *   throws.
 */
export function kvStore(namespace: KeyValueNamespace): TokenStore {
  checkBinding("kvStore", namespace, "a KV namespace", ["get", "put"]);
  const get = async (key: string): Promise<StoredTokens | undefined> => {
    check("invalid_input", "kvStore", { key }, { key: NAME });
    const text = await namespace.get(key, "text");
    return text === null ? undefined : parsed<StoredTokens>("kvStore", text);
  };
  return {
    get,
    async set(key, tokens, version) {
      if ((await get(key))?.version !== version) return undefined;
      const stored: StoredTokens = { tokens, version: crypto.randomUUID() };
      await namespace.put(key, JSON.stringify(stored));
      return stored.version;
    },
  };
}
