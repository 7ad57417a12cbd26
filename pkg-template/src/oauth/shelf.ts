import { failure, type HighLevelError } from "../common/error.js";
import { wordsFor } from "../common/tag.js";
import { type OAuthResource, nameOf } from "./resource.js";
import type { StoredTokens, TokenStore } from "./store.js";
import { checkTokens, knownFieldsOf } from "./token-fields.js";
import type { OAuthTokens } from "./tokens.js";

/** The place of one resource's tokens in a store. Whatever the store does wrong is an error with `store_failed`. */
export class Shelf {
  readonly #store: TokenStore;
  readonly #key: string;
  readonly #resource: OAuthResource;

  constructor(store: TokenStore, key: string, resource: OAuthResource) {
    this.#store = store;
    this.#key = key;
    this.#resource = resource;
  }

  /** What the store has, if it can be used. */
  async read(): Promise<StoredTokens | undefined> {
    const stored = await this.#get();
    if (stored === undefined) return undefined;
    const value = knownFieldsOf(stored.value);
    checkTokens("store_failed", `${this.#caller}: what the store has`, value, this.#resource);
    return { value, version: stored.version };
  }

  /** The version of what the store has, whatever that is. */
  async version(): Promise<string | undefined> {
    return (await this.#get())?.version;
  }

  /** Writes, if `version` is still the stored one. Gives the new version; nothing if another was written. */
  async write(tokens: OAuthTokens, version: string | undefined): Promise<string | undefined> {
    let written: unknown;
    try {
      written = await this.#store.set(this.#key, tokens, version);
    } catch (cause) {
      throw this.failure("the store did not take the new tokens", cause);
    }
    if (written === undefined || typeof written === "string") return written;
    throw this.failure(`the store's "set" gave ${wordsFor(written)}: expected a version, or undefined`);
  }

  /** Runs `work`, alone where the store can see to that. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (this.#store.exclusively === undefined) return work();
    // Its result takes no way through the store, where an error may lose its class, or another one come after it.
    let running: Promise<T> | undefined;
    try {
      await this.#store.exclusively(this.#key, async () => {
        await Promise.allSettled([(running ??= work())]);
      });
    } catch (cause) {
      if (running === undefined) throw this.failure("the store gave no turn to renew the tokens", cause);
    }
    return running ?? Promise.reject(this.failure(`the store's "exclusively" ended without a call of its work`));
  }

  /** The error of a store that fails. `reason` must not show a value. */
  failure(reason: string, cause?: unknown): HighLevelError {
    return failure("store_failed", this.#caller, reason, cause);
  }

  get #caller(): string {
    return `OAuthSession of ${nameOf(this.#resource)}`;
  }

  async #get(): Promise<StoredTokens | undefined> {
    let stored: unknown;
    try {
      stored = await this.#store.get(this.#key);
    } catch (cause) {
      throw this.failure("the store could not be read", cause);
    }
    if (stored === undefined) return undefined;
    if (typeof stored !== "object" || stored === null) {
      throw this.failure(`the store's "get" gave ${wordsFor(stored)}: expected tokens with a version, or undefined`);
    }
    const { version } = stored as Partial<StoredTokens>;
    if (typeof version === "string") return stored as StoredTokens;
    throw this.failure(`what the store has: "version" is ${wordsFor(version)}: expected a text`);
  }
}
