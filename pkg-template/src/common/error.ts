import type { ErrorCode } from "../generated/errors/code.js";

/** Marks the errors of every copy of this package, whatever bundle or realm they come from. */
const BRAND = Symbol.for("ghl-users.HighLevelError");

/** What a {@link HighLevelError} is made of. */
export interface HighLevelErrorFields {
  /** What kind of failure this is. */
  readonly code: ErrorCode;
  /** What happened, which field or call it concerns, and what was expected. Never contains a secret. */
  readonly message: string;
  /** What the server said, sentence by sentence, where it said something. */
  readonly messages?: readonly string[];
  /** The operation that failed, such as `"users.get"`. */
  readonly operation?: string;
  /** The HTTP status, where a response came. */
  readonly status?: number;
  /** HighLevel's own id for the request, where the response names one: quote it to their support. */
  readonly traceId?: string;
  /** The response's body: parsed where it is JSON, text where it is not. */
  readonly body?: unknown;
  /** How long to wait before another try, in milliseconds, where that is known. */
  readonly retryAfterMs?: number;
  /** How often a request was sent. Default: 0. */
  readonly attempts?: number;
  /** What was thrown beneath, such as the `TypeError` of `fetch`. */
  readonly cause?: unknown;
}

/** A {@link HighLevelError} as a plain object: it goes through JSON, `postMessage` and `structuredClone`. */
export interface HighLevelErrorJson extends Omit<HighLevelErrorFields, "cause"> {
  readonly name: string;
  readonly attempts: number;
  /** The error beneath, if it is one of this package: of others nobody knows what they show. */
  readonly cause?: HighLevelErrorJson;
}

/** The one class of all failures of this package. Tell them apart by `code`. */
export class HighLevelError extends Error implements HighLevelErrorFields {
  /** The class's name, also in minified code. */
  static override readonly name = "HighLevelError";
  declare readonly code: ErrorCode;
  declare readonly messages?: readonly string[];
  declare readonly operation?: string;
  declare readonly status?: number;
  declare readonly traceId?: string;
  declare readonly body?: unknown;
  declare readonly retryAfterMs?: number;
  /** How often a request was sent: 0 if the call failed before that. */
  declare readonly attempts: number;

  static {
    // On the prototype, since a stack's first line is written before any field of the instance exists.
    Object.defineProperties(this.prototype, { name: { value: this.name }, [BRAND]: { value: true } });
  }

  /** Makes an error from its fields, as tests and mocks need it too. */
  constructor({ message, cause, attempts = 0, ...fields }: HighLevelErrorFields) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, fields, { attempts });
  }

  /**
   * Makes an error again of what {@link HighLevelError.toJSON} gave, wherever that has been in between.
   *
   * @throws {HighLevelError} `invalid_input` for anything else.
   */
  static from(json: HighLevelErrorJson): HighLevelError {
    // JSON from elsewhere may have a member of this name, which would be set as what it is called.
    const { name, cause, ["__proto__"]: _, ...fields } = Object(json) as HighLevelErrorJson & { __proto__?: never };
    if (name === HighLevelError.name) {
      return new HighLevelError(cause ? { ...fields, cause: HighLevelError.from(cause) } : fields);
    }
    throw new HighLevelError({ code: "invalid_input", message: "HighLevelError.from: expected what toJSON gave" });
  }

  /** The fields as a plain object, for logs and other threads: {@link HighLevelError.from} makes it an error again. */
  toJSON(): HighLevelErrorJson {
    const { name, message, cause } = this;
    const beneath = isHighLevelError(cause) && { cause: cause.toJSON() };
    return Object.assign({ name, message }, this, beneath) as HighLevelErrorJson;
  }
}

/** The error of a call of `caller`, which its message begins with. `reason` must not show a value. */
export function failure(code: ErrorCode, caller: string, reason: string, cause?: unknown): HighLevelError {
  return new HighLevelError({ code, message: `${caller}: ${reason}`, cause });
}

/**
 * Whether `error` is a {@link HighLevelError}, and, if `code` is given, one with that code.
 * Unlike `instanceof` it also knows errors from another copy of this package or another realm.
 */
export function isHighLevelError<C extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: C,
): error is HighLevelError & { readonly code: C } {
  const known = Object(error) as Partial<HighLevelError> & { [BRAND]?: true };
  return known[BRAND] === true && (code === undefined || known.code === code);
}
