import type { Passed } from "./refusal.js";

/** An answer, with what each has: it is for this caller alone, and no page to look at, whatever HighLevel sent. */
export function responseOf({ status, headers, body }: Passed, cors: Passed["headers"] = {}): Response {
  const always = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    vary: "Origin",
    "x-content-type-options": "nosniff",
  };
  // These statuses must not come with a body, not even an empty one.
  const isBare = status === 204 || status === 205;
  return new Response(isBare ? null : body, { status, headers: { ...headers, ...always, ...cors } });
}
