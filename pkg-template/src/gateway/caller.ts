import { type OperationId, type Route, ROUTES } from "../generated/routes.js";
import type { Api } from "../generated/types.js";
import { wordsFor } from "../common/tag.js";

/** Someone who may call, and what. */
export interface GatewayCaller {
  /** The operations that are let through. No other is. */
  readonly operations: readonly OperationId[];
  /**
   * The only company that the caller may name. A call that names none is given it, and one that names another is
   * refused. Only for operations that keep to the `companyId` that they are given. Others cannot be held to one, and
   * are refused: those that take none, and those of one user by id, which reach every user that the gateway's token
   * reaches. Hold callers to their users in `authorize`, or give each company a gateway with a token of its own.
   */
  readonly companyId?: string | undefined;
  /**
   * The only location that the caller may name, likewise: for `users.search` and `users.list`.
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
    const loose = CONFINES.find((confine) => rest[confine] !== undefined && !keepsTo(confine, route));
    if (loose !== undefined) return `has a "${loose}", to which "${route.id}" cannot be held: it reaches others, too`;
  }
  return undefined;
}

/**
 * Whether an operation reaches nothing beyond the company or location that it is given. Where the path has an id, that
 * alone says which user is meant, and what the body says of a company is no more than a value.
 */
function keepsTo(confine: string, { path, query, json = [] }: Route): boolean {
  return !path.includes("{") && [...query, ...json].includes(confine);
}
