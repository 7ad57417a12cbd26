/** A gateway: pages and servers work with HighLevel's users through it, and never see its token. */

import { createGateway, durableReplays, ReplayGuard } from "ghl-users/workers";

// The runtime finds the Durable Object's class here: see wrangler.jsonc.
export { ReplayGuard };

interface Env {
  /** A private integration token of the agency, with the scopes `users.readonly` and `users.write`. A secret. */
  HIGHLEVEL_TOKEN: string;
  /** What your servers sign with, as `signed({ keyId: "server", secret })`: 32 random characters or more. A secret. */
  SIGNING_SECRET: string;
  /** What a page's visitor has in the cookie `access_key`: 32 random characters or more. A secret. */
  ACCESS_KEY: string;
  /** The origins of your pages, with spaces between them: `https://app.example https://admin.example`. */
  PAGE_ORIGINS: string;
  /** Where the nonces of signed requests are remembered. */
  REPLAYS: DurableObjectNamespace<ReplayGuard>;
  /** The sandbox's URL, for `wrangler dev`. */
  HIGHLEVEL_BASE_URL?: string;
}

export default createGateway<Env>((env) => ({
  token: env.HIGHLEVEL_TOKEN,
  baseUrl: env.HIGHLEVEL_BASE_URL,
  callers: {
    server: {
      secret: env.SIGNING_SECRET,
      operations: ["users.search", "users.get", "users.create", "users.update", "users.delete"],
    },
  },
  replays: durableReplays(env.REPLAYS, "gateway"),
  // Here belongs your own sign-in: whoever it is that calls, say what they may.
  authenticate: async (request) =>
    (await holdsKey(request, env.ACCESS_KEY)) ? { operations: ["users.search", "users.get"] } : undefined,
  origins: env.PAGE_ORIGINS.split(" ").filter((origin) => origin !== ""),
  credentials: true,
})) satisfies ExportedHandler<Env>;

/** Compares digests, which have one length, in constant time. A key that is not set opens nothing. */
async function holdsKey(request: Request, key: string | undefined): Promise<boolean> {
  if (!key) return false;
  const [, given = ""] = /(?:^|; )access_key=([^;]*)/.exec(request.headers.get("Cookie") ?? "") ?? [];
  const digest = (text: string) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return crypto.subtle.timingSafeEqual(await digest(given), await digest(key));
}
