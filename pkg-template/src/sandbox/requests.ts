/** What the sandbox was asked, and what it answered. Tokens are shortened, passwords and secrets masked. */
export interface SandboxRequest {
  /** When it came, in milliseconds since 1970, by the sandbox's clock. */
  readonly atMs: number;
  /** Which operation that is, such as `users.get`; `null` where the sandbox has no such call. */
  readonly operation: string | null;
  readonly method: string;
  /** Of a host that is not HighLevel's, with the host: `https://example.com/users/`. */
  readonly path: string;
  /** Without its `?`; empty where there was none. */
  readonly query: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text. */
  readonly body: string;
  /** What was answered; `null` where the answer was lost. */
  readonly status: number | null;
  /** What the sandbox would have answered without the fault that struck; `null` where the call was not carried out. */
  readonly apiStatus: number | null;
}
