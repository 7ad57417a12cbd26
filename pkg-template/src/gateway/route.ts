import { type Route, ROUTES } from "../generated/routes.js";
import type { Visit } from "./visit.js";

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

/** Ids consist of letters and digits. Whatever else a URL may hold could mean something else to another server. */
const ID = "[\\w~-][\\w.~-]{0,127}";
/** The routes of all versions. */
export const ALL_ROUTES = Object.values(ROUTES).flat();
/** Words of paths, in any version: an id of that name would lead elsewhere, be it in other letters. */
const WORDS = ALL_ROUTES.flatMap(({ path }) => path.split("/"));

/** The path and query of a URL, as they were sent; nothing if they would be read in another way when sent on. */
export function targetOf(url: string): string | undefined {
  const [, target] = /^https?:\/\/[^/?#]*(.*)$/is.exec(url) ?? [];
  const { pathname, search } = new URL(url);
  return target === pathname + search ? target : undefined;
}

/** The route that a request fits exactly, if there is one. */
export function matchOf({ api, prefix, request }: Visit, target: string): Match | undefined {
  const [whole = "", query = ""] = target.split(/\?(.*)/s);
  if (!whole.startsWith(`${prefix}/`)) return undefined;
  const path = whole.slice(prefix.length);
  for (const route of ROUTES[api]) {
    const pattern = route.path.replace(/\{(\w+)\}/g, `(?<$1>${ID})`);
    const found = route.method === request.method ? new RegExp(`^${pattern}$`).exec(path) : null;
    const params = { ...found?.groups };
    const isId = (value: string): boolean => !WORDS.includes(value.toLowerCase());
    if (found !== null && Object.values(params).every(isId)) return { route, path, params, query };
  }
  return undefined;
}
