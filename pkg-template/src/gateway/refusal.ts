/** Why a request goes no further: what its sender is told, and what only the gateway's owner is. */
export class Refusal extends Error {
  readonly #own = true;
  declare readonly status: number;
  /** What went wrong within, once without secrets. */
  declare readonly detail: string | undefined;

  constructor(status: number, message: string, detail?: string) {
    super(message);
    Object.assign(this, { status, detail });
  }

  /** Whether this was thrown. Asks nothing of it: what a caller's function throws may be a Proxy. */
  static is(thrown: unknown): thrown is Refusal {
    return #own in Object(thrown);
  }
}

/** What a caller gets back: HighLevel's answer, or the gateway's own. */
export interface Passed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/**
 * The answer to a refused request, in the form of HighLevel's own: a client shows the message as a server's. `error`,
 * which is the status in words there, tells the two apart.
 */
export function answerTo({ status, message }: Refusal): Passed {
  const body = JSON.stringify({ statusCode: status, message, error: "Gateway" });
  return { status, headers: { "content-type": "application/json" }, body };
}

/** What is said where `replays` fails. */
export const UNCLEAR = "the gateway cannot tell whether it knows the request";

/** What was thrown, by its name and its words. */
export function wordsOf(thrown: unknown): string {
  try {
    const { name, message } = Object(thrown) as { name?: unknown; message?: unknown };
    return `${String(name ?? typeof thrown)}: ${String(message ?? "no message")}`;
  } catch {
    return "what was thrown cannot be read";
  }
}
