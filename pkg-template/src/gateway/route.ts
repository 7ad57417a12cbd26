import { type OperationId, ROUTES } from "../generated/routes.js";
import type { Api } from "../generated/types.js";

/** A request that a version of the API knows. */
export interface Route {
  /** The operation. */
  readonly id: OperationId;
  readonly method: string;
  /** The path behind the URL before it, with placeholders: `/users/{userId}`. */
  readonly path: string;
  /** The `Version` header, if the version has one. */
  readonly version?: string;
  /** The parameters of the query. */
  readonly query: readonly string[];
  /** The members of the body, if there is one: an object of JSON. */
  readonly json?: readonly string[];
}

/** A route that a request fits. */
export interface Match {
  readonly route: Route;
  /** The path behind the gateway's prefix, as it came and as it goes on. */
  readonly path: string;
  /** The values of its placeholders. */
  readonly params: Readonly<Record<string, string>>;
  /** What follows the question mark, as it came. */
  readonly query: string;
}

const PLACEHOLDER = /^\{(\w+)\}$/;
/** Ids consist of letters and digits. Whatever else a URL may hold could mean something else to another server. */
const ID = /^[\w~-][\w.~-]{0,127}$/;
/** Words of paths, in any version: an id of that name would lead elsewhere, be it in other letters. */
const WORDS = new Set(
  Object.values(ROUTES).flatMap((routes) =>
    routes.flatMap(({ path }) => path.split("/").filter((part) => part !== "")),
  ),
);

/** The path and query of a URL, as they were sent; nothing if they would be read in another way when sent on. */
export function targetOf(url: string): string | undefined {
  const [, target] = /^https?:\/\/[^/?#]*(.*)$/is.exec(url) ?? [];
  const { pathname, search } = new URL(url);
  return target === pathname + search ? target : undefined;
}

/** The route that a request fits exactly, if there is one. */
export function matchOf(api: Api, prefix: string, method: string, target: string): Match | undefined {
  const [, whole = "", query = ""] = /^([^?]*)(?:\?(.*))?$/s.exec(target) ?? [];
  if (!whole.startsWith(`${prefix}/`)) return undefined;
  const path = whole.slice(prefix.length);
  for (const route of ROUTES[api]) {
    const params = route.method === method ? paramsOf(route.path, path) : undefined;
    if (params !== undefined) return { route, path, params, query };
  }
  return undefined;
}

function paramsOf(template: string, path: string): Record<string, string> | undefined {
  const given = path.split("/");
  const wanted = template.split("/");
  if (given.length !== wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    const [, name] = PLACEHOLDER.exec(part) ?? [];
    if (name === undefined) {
      if (value !== part) return undefined;
    } else {
      if (!ID.test(value) || WORDS.has(value.toLowerCase())) return undefined;
      params[name] = value;
    }
  }
  return params;
}

/** The fields that an operation takes, beside those of its path. */
export const names = ({ query, json = [] }: Route): readonly string[] => [...query, ...json];
