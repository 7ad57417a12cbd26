import { check } from "../common/fields.js";
import type { TokenStore } from "../oauth/store.js";
import type { OAuthTokens } from "../oauth/tokens.js";
import { checkBinding, NAME, type ObjectNamespace, reach } from "./binding.js";
import { parsed } from "./json.js";
import type { VaultEntry } from "./vault.js";

/** The methods of a {@link TokenVault}, as they are over RPC. */
interface Vault {
  read(): Promise<VaultEntry | undefined>;
  write(text: string, version: string | undefined): Promise<string | undefined>;
  exclusively(work: () => Promise<void>): Promise<void>;
}

/**
 * A store in Durable Objects, one for each key: all isolates see the same tokens at once, and of all of them one
 * refreshes. If it is gone before it is done, the next one does it.
 *
 * @param namespace - The binding of {@link TokenVault}, of this Worker or of another one (`script_name`).
 * @throws {HighLevelError} `invalid_config` if it is no such binding. The store's methods throw `invalid_input` for a
 *   key of more than 512 characters, and what the runtime throws while it cannot reach the object.
 */
export function durableStore(namespace: ObjectNamespace): TokenStore {
  checkBinding("durableStore", namespace, "TokenVault");
  const ask = <T>(key: string, call: (vault: Vault) => Promise<T>): Promise<T> => {
    check("invalid_input", "durableStore", { key }, { key: NAME });
    return reach(namespace, key, call);
  };
  return {
    async get(key) {
      const entry = await ask(key, (vault) => vault.read());
      return entry && { tokens: parsed<OAuthTokens>("durableStore", entry.text), version: entry.version };
    },

    // Written, but the answer lost, and tried again, this comes to nothing: what it wrote is then read.
    async set(key, tokens, version) {
      return ask(key, (vault) => vault.write(JSON.stringify(tokens), version));
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
