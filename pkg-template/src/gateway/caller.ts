import { type OperationId, ROUTES } from "../generated/routes.js";
import type { Api } from "../generated/types.js";
import { wordsFor } from "../tag.js";
import { names, type Route } from "./route.js";

/** Someone who may call, and what. */
export interface GatewayCaller {
  /** The operations that are let through. No other is. */
  readonly operations: readonly OperationId[];
  /**
   * The only company that the caller may name. A call that names none is given it, and one that names another is
   * refused. Only for operations that take a `companyId`: others cannot be held to one, and are refused.
   */
  readonly companyId?: string | undefined;
  /**
   * The only location that the caller may name, likewise. So it confines `users.search` and `users.list`, but cannot
   * be had with `users.get` or `users.update`, which reach every user that the gateway's token reaches: hold such
   * callers to their users in `authorize`, or give each location a gateway with a token of its own.
   */
  readonly locationId?: string | undefined;
}

/** A caller that signs its requests. */
export interface GatewayKey extends GatewayCaller {
  /** The secret that it signs with: at least 32 characters, best drawn at random. */
  readonly secret: string;
}

/** What a caller may be confined to. */
export const CONFINES = ["companyId", "locationId"] as const;

/** Says what is wrong with a caller, if anything is: of which member, and what was expected. */
export function problemOf(caller: unknown, api: Api): string | undefined {
  if (typeof caller !== "object" || caller === null) return `is ${wordsFor(caller)}: expected an object`;
  const { operations, ...rest } = caller as Partial<GatewayCaller>;
  if (!Array.isArray(operations)) return `has "operations" that are ${wordsFor(operations)}: expected a list of ids`;
  for (const confine of CONFINES) {
    const id = rest[confine];
    if (id === undefined || (typeof id === "string" && id !== "")) continue;
    return `has a "${confine}" that is ${id === "" ? "empty" : wordsFor(id)}: expected an id`;
  }
  for (const operation of operations as unknown[]) {
    const route = ROUTES[api].find(({ id }) => id === operation);
    if (route === undefined) return `has "operations" that api ${api} lacks: expected ids such as "users.get"`;
    const loose = looseIn(rest, route);
    if (loose !== undefined) return `has a "${loose}", to which "${route.id}" cannot be held: it takes none`;
  }
  return undefined;
}

/** What the caller is confined to, and the operation cannot be held to. */
function looseIn(caller: Partial<GatewayCaller>, route: Route): string | undefined {
  return CONFINES.find((confine) => caller[confine] !== undefined && !names(route).includes(confine));
}
