import type { Client } from "./connect.js";
import { OPERATIONS } from "./generated/catalogue/data.js";
import { FUNCTIONS, type Operations, type Resources } from "./generated/catalogue/resources.js";
import type { Api, CallOptions } from "./generated/types.js";
import type { PagePromise } from "./pages.js";
import type { ApiPromise } from "./promise.js";

/** The operations of an API version by id, of all resources: what each takes and what it gives. */
export type CatalogueOperations<A extends Api> = Operations<A>;

/** An operation as data, from which a tool can build a form. */
export interface CatalogueOperation {
  /** Its id, for `request`. */
  readonly id: string;
  readonly method: string;
  /** The path, with placeholders: `/users/{userId}`. */
  readonly path: string;
  /** The versions that have it, each with the kind of token that it takes: `agency`, `location`, `agency or location`, `none`. */
  readonly tokens: { readonly [A in Api]?: string };
  /** The scope that a token needs; empty if none is documented. */
  readonly scope: string;
  /** Whether it changes nothing. */
  readonly reads: boolean;
  /** What it does. */
  readonly doc: string;
  readonly fields: readonly CatalogueField[];
}

/** A field of an operation. */
export interface CatalogueField {
  readonly name: string;
  /** A `count` is a whole number from 0; `json` is anything. */
  readonly kind: "text" | "id" | "secret" | "boolean" | "count" | "number" | "date" | "object" | "json";
  /** Whether it is a list of them. */
  readonly many: boolean;
  /** The versions that know it. */
  readonly versions: readonly Api[];
  /** The versions that require it. The client's `companyId` and `locationId` fill what is not given. */
  readonly required: readonly Api[];
  /** Where it travels; missing within an object. */
  readonly in?: "path" | "query" | "body";
  /** What it is; missing within an object. */
  readonly doc?: string;
  /** The words that it may be, if it may be no others. */
  readonly words?: readonly string[];
  /** The fields of an object that has any. */
  readonly fields?: readonly CatalogueField[];
}

/** All resources of a client, for tools and servers. */
export interface Catalogue<A extends Api> extends Resources<A> {
  /** Every operation of the client's version, as data. */
  readonly operations: readonly CatalogueOperation[];

  /**
   * Sends any operation by its id, such as `"socialPosting.statistics"`.
   *
   * @param input - The fields of the path, the query and the body together.
   */
  request<K extends keyof CatalogueOperations<A> & string>(
    operation: K,
    input: CatalogueOperations<A>[K] extends { input: infer I } ? I : never,
    options?: CallOptions,
  ): CatalogueOperations<A>[K] extends { output: infer R; item: infer I }
    ? PagePromise<R, I>
    : CatalogueOperations<A>[K] extends { output: infer R }
      ? ApiPromise<R>
      : never;
}

/**
 * All resources of a client. It brings all of them along: a page imports the functions of those that it needs instead.
 *
 * @throws {TypeError} For what is no client of this package.
 * @throws {HighLevelError} `invalid_config` for a client of another version of it.
 */
export function catalogue<A extends Api>(ghl: Client<A>): Catalogue<A> {
  const resources = Object.entries(FUNCTIONS).map(([name, of]) => [name, of(ghl)]);
  const { request } = ghl as unknown as Catalogue<A>;
  return Object.assign(Object.fromEntries(resources) as Resources<A>, {
    operations: OPERATIONS.filter(({ tokens }) => tokens[ghl.api] !== undefined),
    request: request.bind(ghl) as Catalogue<A>["request"],
  });
}
