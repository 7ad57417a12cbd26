import { check, NAME } from "../common/fields.js";
import { checkBinding, type ObjectNamespace, reach } from "./binding.js";
import { parsed, textOf } from "../store/json.js";
import type { Store } from "../store/store.js";
import type { VaultEntry } from "./vault.js";

/** The methods of a {@link Vault}, as they are over RPC. */
interface Methods {
  read(): Promise<VaultEntry | undefined>;
  write(text: string, version: string | undefined): Promise<string | undefined>;
  exclusively(work: () => Promise<void>): Promise<void>;
}

/**
 * A store in Durable Objects, one for each key, for values that are JSON: all isolates see the same one at once, and of
 * all of them one works on it, such as to renew tokens. If that is gone before it is done, or takes longer than 60 seconds,
 * the next one begins: versions keep the two from overwriting each other.
 *
 * @param namespace - The binding of {@link Vault}, of this Worker or of another one (`script_name`).
 * @throws {HighLevelError} `invalid_config` if it is no such binding. The store's methods throw `invalid_input` for a
 *   key of more than 512 characters, `store_failed` for what is no JSON, and what the runtime throws while it cannot
 *   reach the object.
 */
export function durableStore<Value = any>(namespace: ObjectNamespace): Store<Value> {
  checkBinding("durableStore", namespace, "Vault");
  const ask = <T>(key: string, call: (vault: Methods) => Promise<T>): Promise<T> => {
    check("invalid_input", "durableStore", { key }, { key: NAME });
    return reach(namespace, key, call);
  };
  return {
    async get(key) {
      const entry = await ask(key, (vault) => vault.read());
      return entry && { value: parsed<Value>("durableStore", entry.text), version: entry.version };
    },

    // Written, but the answer lost, and tried again, this comes to nothing: what it wrote is then read.
    async set(key, value, version) {
      const text = textOf("durableStore", value);
      return ask(key, (vault) => vault.write(text, version));
    },

    async exclusively<T>(key: string, work: () => Promise<T>): Promise<T> {
      let running: Promise<T> | undefined;
      // How the work ends stays here: over RPC an error would lose its class and its code.
      const turn = async (): Promise<void> => {
        running ??= work();
        await Promise.allSettled([running]);
      };
      try {
        await ask(key, (vault) => vault.exclusively(turn));
      } catch (error) {
        // The lock was lost under the work, not the work: versions guard what it writes.
        if (running === undefined) throw error;
      }
      return running as Promise<T>;
    },
  };
}
