import type { Client } from "../client/connect.js";
import type { CatalogueDocs, CatalogueOperation } from "../resource/description.js";
import { OPERATIONS } from "../generated/catalogue/data.js";
import { FUNCTIONS, type Operations, type Resources } from "../generated/catalogue/resources.js";
import type { Api, CallOptions } from "../generated/types.js";
import type { PagePromise } from "../resource/pages.js";
import type { ApiPromise } from "../resource/promise.js";

/** The operations of an API version by id, of all resources: what each takes and what it gives. */
export type CatalogueOperations<A extends Api> = Operations<A>;

/** All resources of a client, for tools and servers. */
export interface Catalogue<A extends Api> extends Resources<A> {
  /** Every operation of the client's version, as data. */
  readonly operations: readonly CatalogueOperation[];

  /** What each operation is, in words, by its id. They are a file of their own, which this loads. */
  docs(): Promise<Readonly<Record<string, CatalogueDocs>>>;

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
    docs: async () => (await import("../generated/catalogue/docs.js")).DOCS,
    request: request.bind(ghl) as Catalogue<A>["request"],
  });
}
