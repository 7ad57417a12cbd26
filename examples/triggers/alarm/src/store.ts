import type { Store, Stored } from "ghl-users/triggers";

/** A store in a Durable Object's own storage. No other process writes there, so it reads, compares and writes in one step. */
export function storeIn<Value>(storage: SyncKvStorage): Store<Value> {
  return {
    async get(key) {
      return storage.get<Stored<Value>>(key);
    },
    async set(key, value, version) {
      if (storage.get<Stored<Value>>(key)?.version !== version) return undefined;
      const stored = { value, version: crypto.randomUUID() };
      storage.put(key, stored);
      return stored.version;
    },
  };
}
