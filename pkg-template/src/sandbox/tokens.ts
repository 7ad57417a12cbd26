/** What happens to the tokens of the marketplace app. */
export interface SandboxOAuthChange {
  /** Ends every access token at once. */
  readonly expireAccessTokens?: boolean | undefined;
  /** Ends every refresh token at once, so that only a new code helps. */
  readonly revokeRefreshTokens?: boolean | undefined;
  /** Gives out one more code. */
  readonly authorize?:
    | {
        /** The location that installs the app. Default: the company does. */
        readonly locationId?: string | undefined;
        /** What they allow it. Default: all that the app asks for. */
        readonly scopes?: readonly string[] | undefined;
      }
    | undefined;
}

/** How often tokens were given out. */
export interface SandboxOAuthTally {
  /** For a code. */
  readonly exchanges: number;
  /** For a refresh token. */
  readonly refreshes: number;
  /** The same ones once more, for a refresh token that was used a moment ago. */
  readonly graceAnswers: number;
  /** Of a location, for one of the company. */
  readonly locationTokens: number;
}
