// What a TypeScript user of the Workers' entry writes: the main module of a Worker.

import { HighLevel } from "ghl-users";
import {
  durableBudget,
  durableReplays,
  durableStore,
  kvStore,
  type BudgetOptions,
  type ObjectNamespace,
  type Replays,
  type ReplayGuard,
  type Store,
  type TokenStore,
  type Vault,
} from "ghl-users/workers";
import { OAuthSession, verifyWebhook } from "ghl-users/server";
import { RateBudget } from "ghl-users/workers";

export { ReplayGuard, Vault } from "ghl-users/workers";

/** A class of one's own. */
export class Budget extends RateBudget {
  rows(): number {
    return this.ctx.storage.sql.exec("SELECT * FROM budget").toArray().length;
  }
}

/** As `wrangler types` writes it; the last one is another script's, of which it knows nothing. */
interface Env {
  TOKENS: DurableObjectNamespace<Vault>;
  BUDGET: DurableObjectNamespace<Budget>;
  REPLAYS: DurableObjectNamespace<ReplayGuard>;
  ELSEWHERE: DurableObjectNamespace;
  KV: KVNamespace;
}

export default {
  async fetch(request, env) {
    const limit: BudgetOptions = { requests: 50, perMs: 10_000 };
    const stores: TokenStore[] = [durableStore(env.TOKENS), durableStore(env.ELSEWHERE), kvStore(env.KV)];
    const store = stores[0] ?? kvStore(env.KV);
    const polled: Store<{ readonly mark: string }> = durableStore(env.TOKENS);
    await polled.set("poll", { mark: (await polled.get("poll"))?.value.mark ?? "" }, undefined);
    const app = { clientId: "id", clientSecret: "secret" };
    const session = new OAuthSession({ ...app, resource: { companyId: "c1" }, store });
    const rateBudget: (maxWaitMs: number) => Promise<number> = durableBudget(env.BUDGET, "c1", limit);
    const ghl = new HighLevel({ token: session.token, companyId: "c1", rateBudget });
    const { seen, forget }: Replays = durableReplays(env.REPLAYS, "webhooks", { keepMs: 600_000 });
    const event = await verifyWebhook(request, { seen });
    await forget(event.webhookId ?? "none");

    const vault = env.TOKENS.get(env.TOKENS.idFromName("key"));
    const version: string | undefined = (await vault.read())?.version;
    const rows: number = await env.BUDGET.get(env.BUDGET.idFromName("c1")).rows();
    const european: ObjectNamespace = env.TOKENS.jurisdiction("eu");

    // @ts-expect-error: a KV namespace is no binding of a class
    durableStore(env.KV);
    // @ts-expect-error: nor the other way round
    kvStore(env.TOKENS);
    // @ts-expect-error: a budget needs a name
    durableBudget(env.BUDGET);
    // @ts-expect-error: misspelt
    durableBudget(env.BUDGET, "c1", { request: 50 });
    // @ts-expect-error: what the runtime brings is not for others
    void vault.ctx;

    return Response.json([(await ghl.users.get("u1")).id, version, rows, durableStore(european)]);
  },
} satisfies ExportedHandler<Env>;
