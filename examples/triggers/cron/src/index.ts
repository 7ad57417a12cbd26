/** Looks every five minutes who has become an admin and who is none any more, and posts that to a webhook. */

import { HighLevel } from "ghl-users";
import { poll, type TriggerEvent } from "ghl-users/triggers";
import { durableStore } from "ghl-users/workers";

// The class of the Durable Object that wrangler.jsonc binds.
export { Vault } from "ghl-users/workers";

interface Env {
  /** A private integration token of the agency, with the scope `users.readonly`. A secret. */
  HIGHLEVEL_TOKEN: string;
  HIGHLEVEL_COMPANY_ID: string;
  /** Where the events go. A secret, since such a URL often lets in whoever knows it. */
  WEBHOOK_URL: string;
  /** Where it remembers whom it has seen. */
  STATE: DurableObjectNamespace;
  /** The sandbox's URL, for `wrangler dev`. */
  HIGHLEVEL_BASE_URL?: string;
}

/** The most events of a run: Cloudflare's free plan lets one make 50 requests. The others come with the next run. */
const MOST = 30;

export default {
  async scheduled(_, env) {
    const ghl = new HighLevel({
      token: env.HIGHLEVEL_TOKEN,
      companyId: env.HIGHLEVEL_COMPANY_ID,
      baseUrl: env.HIGHLEVEL_BASE_URL,
    });
    try {
      const admins = poll(ghl, "users.search", { role: "admin" }, {
        on: ["added", "removed"],
        state: durableStore(env.STATE),
      });
      const { events, commit } = await admins.once({ max: MOST });
      for (const event of events) await post(event, env.WEBHOOK_URL);
      // Not before: if one was not taken, the next run tells all of them again, by the same keys.
      await commit();
    } finally {
      ghl.close();
    }
  },
} satisfies ExportedHandler<Env>;

/** Posts an event. Throws unless the receiver has taken it. */
async function post(event: TriggerEvent<unknown>, url: string): Promise<void> {
  const reply = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": event.key },
    body: JSON.stringify(event),
    // Followed, a redirect would make a GET of it that others answer with 200.
    redirect: "manual",
    signal: AbortSignal.timeout(10_000),
  });
  await reply.body?.cancel();
  if (!reply.ok) throw new Error(`the receiver of ${event.key} answered ${reply.status}`);
}
