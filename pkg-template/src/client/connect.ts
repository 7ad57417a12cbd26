import type { HighLevel } from "./client.js";
import type { Api, CallOptions } from "../generated/types.js";
import { CONNECT, type Resource } from "../resource/resource.js";

/** A client, `HighLevel` of any entry of this package. */
export type Client<A extends Api> = Pick<HighLevel<A>, "api" | "close" | "companyId" | "locationId" | "rateLimit">;

/** What a client offers to the resources of this package. */
interface Connected {
  readonly [CONNECT]?: (resource: Resource) => object;
  request(id: string, input: unknown, options?: CallOptions): unknown;
}

/** The methods of a resource for a client. The client may come from another file of the package, or from another copy of it. */
export function connect(ghl: unknown, resource: Resource): object {
  const take = (ghl as Connected | undefined)?.[CONNECT];
  if (typeof take !== "function") {
    throw new TypeError(`${resource.name}: expected a client, new HighLevel(…), of this version of ghl-users`);
  }
  return take(resource);
}
