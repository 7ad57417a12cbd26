/** Watches the contacts of many customers. Who runs it adds, looks up and removes a customer at `/customers/LOCATION`. */

import type { Customer, Settings } from "./customer.js";

// The class of the Durable Objects that wrangler.jsonc binds.
export { Customer } from "./customer.js";

interface Env extends Settings {
  /** What whoever adds customers shows as `Authorization: Bearer …`: 32 random characters or more. A secret. */
  ADMIN_KEY: string;
  CUSTOMERS: DurableObjectNamespace<Customer>;
}

export default {
  async fetch(request, env) {
    if (!(await holdsKey(request, env.ADMIN_KEY))) return new Response("who are you?", { status: 401 });
    const [, locationId] = /^\/customers\/(\w{1,64})$/.exec(new URL(request.url).pathname) ?? [];
    if (locationId === undefined) return new Response("not found", { status: 404 });
    const customer = env.CUSTOMERS.getByName(locationId);
    if (request.method === "PUT") {
      const token = await request.text();
      if (!/^[!-~]{1,4096}$/.test(token)) return new Response("the body is no token", { status: 400 });
      await customer.add({ locationId, token });
      return new Response(null, { status: 204 });
    }
    if (request.method === "DELETE") {
      await customer.remove();
      return new Response(null, { status: 204 });
    }
    if (request.method !== "GET") return new Response("not allowed", { status: 405 });
    const status = await customer.status();
    return status ? Response.json(status) : new Response("no customer", { status: 404 });
  },
} satisfies ExportedHandler<Env>;

/** Compares digests, which have one length, in constant time. A key that is not set opens nothing. */
async function holdsKey(request: Request, key: string | undefined): Promise<boolean> {
  if (!key) return false;
  const [, given = ""] = /^Bearer (.+)$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  const digest = (text: string) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return crypto.subtle.timingSafeEqual(await digest(given), await digest(key));
}
