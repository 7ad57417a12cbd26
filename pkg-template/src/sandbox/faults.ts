/** Which calls a fault is for: those that all of it is true of. */
export interface SandboxTarget {
  /** The id of an operation, such as `users.get`, or with a dot at its end the beginning of many: `contacts.`. */
  readonly operation?: string | undefined;
  /** A method in capitals. */
  readonly method?: string | undefined;
  /** How the path begins. */
  readonly pathPrefix?: string | undefined;
  /** From 2, the calls that reuse a connection: from the so-manyth of each. Those of a `fetch` since the reset are taken for one's. */
  readonly fromNth?: number | undefined;
}

/** What goes wrong, and for which calls. Without any field a call is answered as ever. */
export interface SandboxFault {
  /** How many calls it strikes: 1, which is the next one only, to 100,000, or all until it is ended. Default: 1. */
  readonly times?: number | "untilOff" | undefined;
  /** Which calls it strikes; the others pass it by. Default: all. */
  readonly only?: SandboxTarget | undefined;
  /** Whether the call is carried out, though its answer is another. Default: only if the sandbox itself answers. */
  readonly execute?: boolean | undefined;
  /** An answer that was seen in the wild, such as `cloudflare1010`. A wrong name is refused with all that there are. */
  readonly seen?: string | undefined;
  /** 200 to 599. */
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Default: JSON, or plain text where `body` is a text. */
  readonly contentType?: string | undefined;
  /** A text as it is, anything else as JSON. */
  readonly body?: unknown;
  /** A body of filler: how many bytes, or one that never ends. */
  readonly bodyBytes?: number | "endless" | undefined;
  /** How many bytes of the body are kept. The `content-length` agrees, so that nobody notices before reading it. */
  readonly truncateAt?: number | undefined;
  /** How late the answer comes, in milliseconds, at most 60,000. Default: 0. */
  readonly delayMs?: number | undefined;
  /** How slowly the body comes: so many bytes, then a pause of so many milliseconds, and so on. */
  readonly pace?: { readonly bytes: number; readonly everyMs: number } | undefined;
  /** Whether the answer has no `content-length`. Default: false. */
  readonly chunked?: boolean | undefined;
  /**
   * What is lost: the `call`, which is not carried out (`true` is the same); its `answer`, though it is; the `body` of the
   * answer; or the `rest` of that, its second half. `fetch` or the reading of the body then fails with a `TypeError`.
   */
  readonly drop?: true | "call" | "answer" | "body" | "rest" | undefined;
}

/** Faults by chance: from now on every call draws one, or none. */
export interface SandboxStorm {
  /** The same seed strikes the same calls, counted as they come: 0 to 4,294,967,295. Default: that of the sandbox. */
  readonly seed?: number | undefined;
  /** How often a call meets no fault, against the weights of the faults. Default: 0. */
  readonly calm?: number | undefined;
  /** The faults, and how often each is drawn. Its `times`, a number, make a burst: it strikes so many calls in a row. */
  readonly faults: readonly { readonly weight: number; readonly fault: SandboxFault }[];
}

/** Ends what was ordered. Does nothing where that is over. */
export type Off = () => void;
