import type { Paging } from "./pages.js";

/** What is generated of a resource: its rows, which the engine reads, and its methods. */
export interface Resource {
  readonly name: string;
  /** The rows as the engine reads them. */
  readonly pack: string;
  /**
   * Its methods, in the order of their rows: `tasks.update/contactId/taskId?` takes two ids and an object with the other
   * fields, and the pages of `search?contacts` have their items there. Of two with one name, the first counts.
   */
  readonly methods: string;
  /** What else some of them need. */
  readonly more?: Readonly<Record<string, More>>;
  /** Loads what its answers are checked with, unless the client has it. */
  readonly shapes?: () => Promise<Shapes>;
}

/** What a method needs that is no text. */
export interface More {
  /** Makes of its input what the engine takes, if JavaScript has more for it: dates. */
  readonly prepare?: (input: unknown) => unknown;
  /** How the next page is asked for. Default: by `skip` and `limit`. */
  readonly paging?: Paging;
}

/** What answers are checked with. `shapesOf` reads it. */
export interface Shapes {
  readonly ANSWERS: string;
}

/**
 * Where a client takes a resource, and gives its methods. A registered symbol, since the resource and the client may come from
 * different files of the package.
 */
export const CONNECT = Symbol.for("ghl-users.connect");
