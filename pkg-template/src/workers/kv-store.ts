import { check, NAME } from "../common/fields.js";
import { parsed, strange, textOf } from "../store/json.js";
import type { Store, Stored } from "../store/store.js";
import { checkBinding } from "./binding.js";

/** The binding of a namespace of Workers KV, as Cloudflare's `KVNamespace` is one. */
export interface KeyValueNamespace {
  get(key: string, type: "text"): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
}

/** What lies in KV. */
interface Entry<Value> extends Partial<Stored<Value>> {
  /** What `value` was called while stores were for tokens only. */
  readonly tokens?: Value;
}

/**
 * A store in Workers KV, for values that are JSON and that one isolate at a time writes, such as a scheduled Worker.
 *
 * KV cannot do more. What is written may be seen elsewhere only after a minute or more: another isolate may refresh
 * with a token that is used up, which HighLevel forgives for 30 seconds, and then wants the app to be connected again.
 * And KV cannot compare and write in one step: of two who write at once the later one wins, unnoticed. Where several
 * isolates write, take {@link durableStore}.
 *
 * @throws {HighLevelError} `invalid_config` if `namespace` is no such binding. The store's methods throw
 *   `invalid_input` for a key of more than 512 characters, `store_failed` for a value that is no JSON, and what KV
 *   throws.
 */
export function kvStore<Value = any>(namespace: KeyValueNamespace): Store<Value> {
  checkBinding("kvStore", namespace, "a KV namespace", ["get", "put"]);
  const get = async (key: string): Promise<Stored<Value> | undefined> => {
    check("invalid_input", "kvStore", { key }, { key: NAME });
    const text = await namespace.get(key, "text");
    if (text === null) return undefined;
    const { tokens, value = tokens, version } = Object(parsed<Entry<Value>>("kvStore", text)) as Entry<Value>;
    if (value !== undefined && typeof version === "string") return { value, version };
    throw strange("kvStore");
  };
  return {
    get,
    async set(key, value, version) {
      if ((await get(key))?.version !== version) return undefined;
      const next = crypto.randomUUID();
      await namespace.put(key, `{"value":${textOf("kvStore", value)},"version":"${next}"}`);
      return next;
    },
  };
}
