/** Why a request goes no further: what its sender is told, and what only the gateway's owner is. */
export class Refusal extends Error {
  readonly status: number;
  /** What went wrong within, once without secrets. */
  readonly detail: string | undefined;

  constructor(status: number, message: string, detail?: string) {
    super(message);
    this.status = status;
    this.detail = detail;
  }
}

const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** The answer to a refused request, in the form of HighLevel's own: a client shows the message as a server's. */
export function answerTo({ status, message }: Refusal): Response {
  return Response.json({ statusCode: status, message, error: REASONS[status] }, { status });
}

/** What was thrown, by its name and its words. */
export function wordsOf(thrown: unknown): string {
  try {
    if (typeof thrown !== "object" || thrown === null) return `a ${typeof thrown} was thrown`;
    const { name, message } = thrown as { name?: unknown; message?: unknown };
    return `${String(name ?? "an object")}: ${String(message ?? "without a message")}`;
  } catch {
    return "something was thrown that cannot be read";
  }
}
