import { type Passed, Refusal } from "./refusal.js";
import { ALL_ROUTES } from "./route.js";
import type { Visit } from "./visit.js";

const ALLOWED_HEADERS = "authorization, version, accept, content-type, content-digest, signature-input, signature";
const ALLOWED_METHODS = [...new Set(ALL_ROUTES.map(({ method }) => method))];
/** How long a browser remembers what it was allowed, in seconds. */
const REMEMBERED_S = "600";

/**
 * The page that a request comes from, if it is a listed one.
 *
 * @throws {Refusal} 403 for any other page than the gateway's own: it could use the cookies of whoever visits it.
 */
export function originOf({ request, origins }: Visit): string | undefined {
  const origin = request.headers.get("origin");
  if (origin === null) {
    // A browser names no origin where a page embeds something or links to it. Neither is a call.
    if (!/^(cross|same)-site$/.test(request.headers.get("sec-fetch-site") ?? "")) return undefined;
  } else {
    if (origins.includes(origin)) return origin;
    if (origin === new URL(request.url).origin) return undefined;
  }
  throw new Refusal(403, "this origin may not call this gateway");
}

/** What a page may read of an answer. */
export function corsHeaders(
  { origin, credentials }: Visit,
  readable: readonly string[] = [],
): Passed["headers"] {
  if (origin === undefined) return {};
  return {
    "access-control-allow-origin": origin,
    ...(credentials && { "access-control-allow-credentials": "true" }),
    ...(readable.length > 0 && { "access-control-expose-headers": readable.join(", ") }),
  };
}

/** Whether a browser only asks whether its page may call. */
export function isPreflight({ method, headers }: Request): boolean {
  return method === "OPTIONS" && headers.has("origin") && headers.has("access-control-request-method");
}

/** What a browser is told then. */
export function preflight(): Passed {
  const headers = {
    "access-control-allow-methods": ALLOWED_METHODS.join(", "),
    "access-control-allow-headers": ALLOWED_HEADERS,
    "access-control-max-age": REMEMBERED_S,
  };
  return { status: 204, headers, body: "" };
}
