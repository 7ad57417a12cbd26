/** `GET /?query=jo`: the users whose name, e-mail address or phone number contains `jo`, for whoever has the access key. */

import { HighLevel, isHighLevelError } from "ghl-users";

interface Env {
  /** A private integration token of the agency with the scope `users.readonly`. A secret. */
  HIGHLEVEL_TOKEN: string;
  /** The agency's id. */
  HIGHLEVEL_COMPANY_ID: string;
  /** What callers send as `Authorization: Bearer …`: without it, everyone could read the users. A secret. */
  ACCESS_KEY?: string;
  /** The sandbox's URL, for `wrangler dev`. */
  HIGHLEVEL_BASE_URL?: string;
}

export default {
  async fetch(request, env) {
    if (!(await holdsKey(request, env.ACCESS_KEY))) {
      return Response.json({ error: "the access key is missing or wrong" }, { status: 401 });
    }
    const ghl = new HighLevel({
      token: env.HIGHLEVEL_TOKEN,
      companyId: env.HIGHLEVEL_COMPANY_ID,
      baseUrl: env.HIGHLEVEL_BASE_URL,
    });
    try {
      const query = new URL(request.url).searchParams.get("query") ?? undefined;
      const { users } = await ghl.users.search({ query });
      return Response.json(users.map(({ id, name, email }) => ({ id, name, email })));
    } catch (error) {
      if (!isHighLevelError(error)) throw error;
      return Response.json({ error: error.code }, { status: 502 });
    } finally {
      // A Worker lives long, and its garbage collector does not see the engine's memory.
      ghl.close();
    }
  },
} satisfies ExportedHandler<Env>;

/** Compares digests, which are of one length and can be compared in constant time. A key that is not set opens nothing. */
async function holdsKey(request: Request, key: string | undefined): Promise<boolean> {
  if (!key) return false;
  const digest = (text: string) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const given = request.headers.get("Authorization") ?? "";
  return crypto.subtle.timingSafeEqual(await digest(given), await digest(`Bearer ${key}`));
}
