import type { OAuthTokens } from "./tokens.js";

/** What a store holds under a key. */
export interface StoredTokens {
  /** The tokens, field for field as they were written. A store may keep them as JSON. */
  readonly tokens: OAuthTokens;
  /** Names this write, so that a later one can tell whether another came between. Only the store reads it. */
  readonly version: string;
}

/**
 * Where tokens outlive the process. They are secrets, and a refresh token works once: keep them encrypted, and never
 * restore them from a backup. What a method throws becomes the `cause` of an error with the code `store_failed`.
 */
export interface TokenStore {
  /** What was written last under `key`, by anyone. */
  get(key: string): Promise<StoredTokens | undefined>;

  /**
   * Writes, if `version` is still the stored one (`undefined`: if nothing is stored yet), in one step.
   *
   * @returns The new version; nothing if another was written meanwhile, which this left as it was.
   */
  set(key: string, tokens: OAuthTokens, version: string | undefined): Promise<string | undefined>;

  /**
   * Runs `work` while nobody else does for this key, wherever they are, and comes to its result. `work` calls `get` and
   * `set`. A store that several processes or isolates share should have it: without it each of them may refresh.
   */
  exclusively?<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** A store that lasts as long as its process: for tests, or where the tokens come from elsewhere at each start. */
export function memoryStore(): TokenStore {
  const entries = new Map<string, StoredTokens>();
  const queues = new Map<string, Promise<unknown>>();
  let writes = 0;
  return {
    async get(key) {
      return entries.get(key);
    },
    async set(key, tokens, version) {
      if (entries.get(key)?.version !== version) return undefined;
      const stored = { tokens: structuredClone(tokens), version: String((writes += 1)) };
      entries.set(key, stored);
      return stored.version;
    },
    exclusively(key, work) {
      const turn = Promise.allSettled([queues.get(key)])
        .then(work)
        .finally(() => queues.get(key) === turn && queues.delete(key));
      queues.set(key, turn);
      return turn;
    },
  };
}
