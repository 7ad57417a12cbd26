import { HighLevel, isHighLevelError } from "ghl-users";
import { authorizeUrl, checkState, createState, exchangeCode, isUserEvent, OAuthSession, verifyWebhook } from "ghl-users/server";
import { durableBudget, durableReplays, durableStore } from "ghl-users/workers";

// The classes of the Durable Objects that wrangler.jsonc binds.
export { RateBudget, ReplayGuard, Vault } from "ghl-users/workers";

interface Env {
  /** The app's id and secret, from its settings. */
  CLIENT_ID: string;
  CLIENT_SECRET: string;
  TOKENS: DurableObjectNamespace;
  BUDGET: DurableObjectNamespace;
  REPLAYS: DurableObjectNamespace;
  /** The sandbox's URL and the key of its webhooks, for `wrangler dev`. */
  HIGHLEVEL_BASE_URL?: string;
  WEBHOOK_KEY?: string;
}

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    try {
      if (pathname === "/connect") return connect(request, env);
      if (pathname === "/callback") return await callback(request, env);
      if (pathname === "/webhook" && request.method === "POST") return await webhook(request, env);
      return new Response("not found", { status: 404 });
    } catch (error) {
      if (!isHighLevelError(error)) throw error;
      console.error(error.message); // It holds no secret.
      const status = error.code === "invalid_signature" ? 401 : 502;
      return new Response(error.code, { status });
    }
  },
} satisfies ExportedHandler<Env>;

/** Sends the agency's admin to HighLevel, where they choose what to install the app in. */
function connect(request: Request, env: Env): Response {
  const state = createState();
  const location = authorizeUrl({
    clientId: env.CLIENT_ID,
    redirectUri: new URL("/callback", request.url).href,
    scopes: ["users.readonly"],
    state,
  });
  const cookie = `state=${state}; Path=/callback; Max-Age=600; HttpOnly; Secure; SameSite=Lax`;
  return new Response(null, { status: 302, headers: { location, "set-cookie": cookie } });
}

/** Where HighLevel sends them back: keeps the tokens, and makes a first call with them. */
async function callback(request: Request, env: Env): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const cookie = /(?:^|; )state=([^;]*)/.exec(request.headers.get("cookie") ?? "");
  if (!checkState(searchParams.get("state"), cookie?.[1])) return new Response("start at /connect", { status: 400 });
  const tokens = await exchangeCode(appOf(env), { code: searchParams.get("code") ?? "", userType: "Company" });
  const { companyId } = tokens;
  if (companyId === undefined) return new Response("install the app as the agency", { status: 400 });
  await sessionOf(env, companyId).setTokens(tokens);
  const { count } = await withClient(env, companyId, (ghl) => ghl.users.search({ limit: 1 }));
  return new Response(`Connected: ${count} users.`);
}

/** What happens to the users. */
async function webhook(request: Request, env: Env): Promise<Response> {
  // Remembers an event for longer than HighLevel repeats it, which is three days.
  const { seen, forget } = durableReplays(env.REPLAYS, "webhooks");
  const publicKeys = env.WEBHOOK_KEY === undefined ? undefined : [env.WEBHOOK_KEY];
  const event = await verifyWebhook(request, { seen, publicKeys });
  if (!isUserEvent(event) || event.type === "UserDelete" || event.companyId === undefined) return new Response("ignored");
  try {
    const { name } = await withClient(env, event.companyId, (ghl) => ghl.users.get(event.id));
    return new Response(`${event.type}: ${name}`);
  } catch (error) {
    // HighLevel will send the event once more.
    if (event.webhookId) await forget(event.webhookId);
    throw error;
  }
}

/** A client for an agency that has the app. Its token is renewed in time, once for all isolates. */
async function withClient<T>(env: Env, companyId: string, call: (ghl: HighLevel) => Promise<T>): Promise<T> {
  const ghl = new HighLevel({
    companyId,
    token: sessionOf(env, companyId).token,
    rateBudget: durableBudget(env.BUDGET, companyId),
    baseUrl: env.HIGHLEVEL_BASE_URL,
  });
  try {
    return await call(ghl);
  } finally {
    ghl.close();
  }
}

function sessionOf(env: Env, companyId: string): OAuthSession {
  return new OAuthSession({ ...appOf(env), store: durableStore(env.TOKENS), resource: { companyId } });
}

function appOf(env: Env) {
  return { clientId: env.CLIENT_ID, clientSecret: env.CLIENT_SECRET, baseUrl: env.HIGHLEVEL_BASE_URL };
}
