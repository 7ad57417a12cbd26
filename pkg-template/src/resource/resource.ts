import type { Paging } from "./pages.js";
import type { Kind } from "./shape.js";

/** What is generated of a resource: its rows, which the engine reads, and its methods. */
export interface Resource {
  readonly name: string;
  /** The rows as the engine reads them. */
  readonly pack: string;
  readonly methods: Methods;
  /** Loads what its answers are checked with, unless the client has it. */
  readonly shapes?: () => Promise<{ readonly ANSWERS: Readonly<Record<string, Kind>> }>;
}

/** Methods by name; what lives inside something is nested. */
export interface Methods {
  readonly [name: string]: Method | Methods;
}

/** How a method's arguments become the input of an operation. */
export interface Method {
  /** The number of its row in the pack. */
  readonly row: number;
  /** The fields that its first arguments are. */
  readonly about?: readonly string[];
  /** Whether the next argument is an object with the other fields. */
  readonly input?: boolean;
  /** Makes of its input what the engine takes, if JavaScript has more for it: dates. */
  readonly prepare?: (input: unknown) => unknown;
  /** Where its pages have their items, such as `users`, if it gives one of many. */
  readonly list?: string;
  /** How the next page is asked for. Default: by `skip` and `limit`. */
  readonly paging?: Paging;
}

/**
 * Where a client takes a resource, and gives its methods. A registered symbol, since the resource and the client may come from
 * different files of the package.
 */
export const CONNECT = Symbol.for("ghl-users.connect");
