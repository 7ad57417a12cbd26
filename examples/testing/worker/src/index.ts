/** Takes colleagues in, and hears of users that changed. */

import { HighLevel, isHighLevelError } from "ghl-users";
import { verifyWebhook } from "ghl-users/server";

export interface Env {
  /** A private integration token of the agency, with the scope `users.write`. A secret. */
  HIGHLEVEL_TOKEN: string;
  HIGHLEVEL_COMPANY_ID: string;
  /** The key of a sandbox's webhooks, in tests. Default: HighLevel's own. */
  WEBHOOK_KEY?: string;
}

interface Colleague {
  firstName: string;
  lastName: string;
  email: string;
  locationId: string;
}

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    try {
      // Here belongs your own sign-in: whoever calls is given a colleague.
      if (pathname === "/colleagues" && request.method === "POST") return await take(await request.json(), env);
      if (pathname === "/webhook" && request.method === "POST") return await hear(request, env);
      return new Response("not found", { status: 404 });
    } catch (error) {
      if (!isHighLevelError(error)) throw error;
      const refused = error.code === "invalid_signature" || error.code === "invalid_input";
      return new Response(error.message, { status: refused ? 400 : 502 });
    }
  },
} satisfies ExportedHandler<Env>;

/** Creates a user, unless a call before whose answer was lost has done so. */
async function take({ locationId, ...person }: Colleague, env: Env): Promise<Response> {
  const ghl = new HighLevel({ token: env.HIGHLEVEL_TOKEN, companyId: env.HIGHLEVEL_COMPANY_ID });
  try {
    const known = await ghl.users.findByEmail(person.email);
    if (known) return Response.json({ id: known.id });
    const { id } = await ghl.users.create({ ...person, type: "account", role: "user", locationIds: [locationId] });
    return Response.json({ id }, { status: 201 });
  } finally {
    ghl.close();
  }
}

async function hear(request: Request, env: Env): Promise<Response> {
  const publicKeys = env.WEBHOOK_KEY === undefined ? undefined : [env.WEBHOOK_KEY];
  const { type } = await verifyWebhook(request, { publicKeys });
  return new Response(`heard of ${type}`);
}
