import { failure } from "../common/error.js";
import { copyOf, tagOf, wordsFor } from "../common/tag.js";
import { FORMS, ID, METHODS, type RawForm } from "../generated/raw.js";
import type { CallOptions } from "../generated/types.js";

/** A word of a query. */
export type RawWord = string | number | boolean;

/** What a raw request is made of besides its method and its path, and the options of the call. */
export interface RawOptions extends Omit<CallOptions, "extra"> {
  /** The query, in addition to that of the path. A list repeats its name; what is `undefined` is left out. */
  readonly query?: Readonly<Record<string, RawWord | readonly RawWord[] | undefined>> | undefined;
  /** The body, sent as JSON: anything that JSON can carry. Not with `GET`. */
  readonly body?: unknown;
  /** The `Version` header. Default: that of the client's `api`: `2021-07-28` in v2, `v3` in v3, none in v1. */
  readonly version?: string | undefined;
  /**
   * Whether the request only reads, as some searches by POST do: then it may be sent again after a failure. A GET always may,
   * a PUT or a DELETE does the same when it is sent twice. Default: `false`.
   */
  readonly reads?: boolean | undefined;
  /** What the answer is taken as: parsed JSON, or `undefined` if it is empty; a text; a `Blob` of its type. Default: `"json"`. */
  readonly as?: RawForm | undefined;
}

/** A raw request as the engine takes it: the place of its row among the raw ones, the input, the options of the call. */
export interface RawCall {
  readonly row: number;
  readonly input: unknown;
  readonly options: CallOptions | undefined;
}

/**
 * Takes a raw request apart.
 *
 * @throws {HighLevelError} `invalid_input`, for a choice that is none. The engine judges all else.
 */
export function rawCall(method: unknown, path: unknown, given: RawOptions | undefined): RawCall {
  const own = copyOf(given ?? {});
  const { query, body, version, reads = false, as = "json", ...rest } = own;
  const row = (placeOf("method", method, METHODS) * FORMS.length + placeOf("as", as, FORMS)) * 2 + placeOf("reads", reads, [false, true]);
  // What is no object goes to the engine as it is, which says so.
  return { row, input: { path, query, version, body }, options: tagOf(own) === "Object" ? rest : own };
}

function placeOf(name: string, value: unknown, all: readonly unknown[]): number {
  const place = all.indexOf(value);
  if (place >= 0) return place;
  const expected = all.map((choice) => JSON.stringify(choice)).join(" or ");
  throw failure("invalid_input", ID, `"${name}" is ${wordsFor(value)}: expected ${expected}`);
}
