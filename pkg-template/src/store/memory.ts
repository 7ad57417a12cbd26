import type { Store, Stored } from "./store.js";
import { inTurn } from "./turns.js";

/** A store that lasts as long as its process: for tests, or where the values come from elsewhere at each start. */
export function memoryStore<Value = any>(): Store<Value> {
  const entries = new Map<string, Stored<string>>();
  let writes = 0;
  return {
    async get(key) {
      const entry = entries.get(key);
      // A copy, as other stores give one: who changes it has not written it.
      return entry && { ...entry, value: JSON.parse(entry.value) as Value };
    },
    async set(key, value, version) {
      if (entries.get(key)?.version !== version) return undefined;
      // As JSON: jsdom has no `structuredClone`.
      const entry = { value: JSON.stringify(value), version: String((writes += 1)) };
      entries.set(key, entry);
      return entry.version;
    },
    exclusively: inTurn(),
  };
}
