/** The version of HighLevel's OAuth calls. Both give the same tokens. */
export type OAuthApi = "v2" | "v3";

/** Where OAuth calls go, and how. */
export interface OAuthServer {
  /** The version of the calls. Default: `"v2"`. */
  readonly api?: OAuthApi | undefined;
  /**
   * The URL before every path: https, or http on a loopback host. Its path is kept.
   * Default: `https://services.leadconnectorhq.com`.
   */
  readonly baseUrl?: string | undefined;
  /** The `fetch` to use, called with a URL and an init object. Default: the global one, at the time of the call. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** The most milliseconds that a call may take, waits, retries and body included. Default: 30,000. */
  readonly timeoutMs?: number | undefined;
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** The marketplace app, and where its OAuth calls go. */
export interface OAuthClient extends OAuthServer {
  /** The app's client id, from its settings. */
  readonly clientId: string;
  /** The app's client secret, which must not reach a page. */
  readonly clientSecret: string;
}
