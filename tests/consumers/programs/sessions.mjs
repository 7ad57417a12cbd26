// A consumer with OAuth sessions in a Durable Object, as a marketplace app's Worker is one.
import { HighLevel } from "ghl-users";
import { exchangeCode, OAuthSession } from "ghl-users/server";
import { durableStore, Vault } from "ghl-users/workers";
import { actor } from "./acts.mjs";

export { Vault };

const never = new Promise(() => {});

const sessionOf = ({ TOKENS }, { app, companyId }, store = durableStore(TOKENS)) =>
  new OAuthSession({ ...app, resource: { companyId }, store });

/** The session that all requests of the isolate share. */
let shared;

/** The session of an input's kind. */
const KINDS = {
  "per request": sessionOf,
  "per isolate": (env, input) => (shared ??= sessionOf(env, input)),
};

const call = (session, { app, companyId, userId }, locationId) =>
  new HighLevel({
    api: app.api,
    baseUrl: app.baseUrl,
    token: locationId ? session.forLocation(locationId).token : session.token,
    companyId,
    rateLimit: false,
    timeoutMs: 15_000,
  }).users.get(userId);

export default actor({
  async connect(env, input) {
    const { app, code, expiresAt } = input;
    const tokens = await exchangeCode(app, { code });
    await sessionOf(env, input).setTokens({ ...tokens, expiresAt: expiresAt ?? tokens.expiresAt });
  },

  /** One call of the API. */
  call: async (env, input) => (await call(KINDS[input.kind ?? "per request"](env, input), input)).id,

  /** One call of the API with a location's token. */
  callForLocation: async (env, input) => (await call(sessionOf(env, input), input, input.locationId)).id,

  /** Renews the token, and then does not come to its use. */
  async renewOnly(env, input) {
    await sessionOf(env, input).token({ rejected: await sessionOf(env, input).token() });
    await fetch(input.noticed);
    return never;
  },

  /** Renews the token, and does not come to storing it. */
  renewUnsaved(env, input) {
    const set = () => fetch(input.noticed).then(() => never);
    return sessionOf(env, input, { ...durableStore(env.TOKENS), set }).token();
  },

  /** Begins to renew the token of the session that others share, and is gone. */
  leave(env, input) {
    KINDS["per isolate"](env, input).token().catch(() => undefined);
    return "gone";
  },
});
