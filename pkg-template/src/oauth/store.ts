import type { Store, Stored } from "../store/store.js";
import type { OAuthTokens } from "./tokens.js";

/** Tokens in a {@link TokenStore}. */
export type StoredTokens = Stored<OAuthTokens>;

/**
 * Where tokens outlive the process. They are secrets, and a refresh token works once: keep them encrypted, and never
 * restore them from a backup.
 */
export type TokenStore = Store<OAuthTokens>;
