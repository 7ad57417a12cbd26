import type { Store, Stored } from "./store.js";
import { Turns } from "./turns.js";

/** A store that lasts as long as its process: for tests, or where the values come from elsewhere at each start. */
export function memoryStore<Value>(): Store<Value> {
  const entries = new Map<string, Stored<Value>>();
  const turns = new Turns();
  let writes = 0;
  return {
    async get(key) {
      // A copy, as other stores give one: who changes it has not written it.
      return structuredClone(entries.get(key));
    },
    async set(key, value, version) {
      if (entries.get(key)?.version !== version) return undefined;
      const stored = { value: structuredClone(value), version: String((writes += 1)) };
      entries.set(key, stored);
      return stored.version;
    },
    exclusively: (key, work) => turns.next(key, work),
  };
}
