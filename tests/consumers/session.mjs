/** Sessions with a clock that stands, a HighLevel that is a stub, and a store that tells what it was asked. */

import assert from "node:assert/strict";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const NOW = 1_800_000_000_000;
export const COMPANY = { companyId: "c1" };
/** Must not show anywhere. */
export const SECRET = "client-secret-0123456789";

/** Tokens as an exchange gives them, of the generation `n`: the next are those of `n + 1`. */
export const tokensOf = (n, fields) => ({
  accessToken: `access-${n}`,
  refreshToken: `refresh-${n}`,
  expiresAt: NOW + DAY,
  userType: "Company",
  companyId: "c1",
  scopes: ["oauth.write"],
  ...fields,
});

/** What `/oauth/token` answers: the generation after that of the refresh token. */
export const granted = (n) =>
  Response.json({
    access_token: `access-${n}`,
    refresh_token: `refresh-${n}`,
    expires_in: 86_400,
    token_type: "Bearer",
    scope: "oauth.write",
    userType: "Company",
    companyId: "c1",
  });

/** What it answers to a refresh token that is used up. */
export const refused = () =>
  Response.json({ message: "Invalid grant: refresh token is invalid" }, { status: 400 });

/** A promise, and what settles it. */
export function gate() {
  let open;
  let fail;
  const opened = new Promise((resolve, reject) => ([open, fail] = [resolve, reject]));
  return { opened, open, fail };
}

/** Wraps a store, so that `log` has what is asked of it, and `failing.get` or `failing.set` is what it throws. */
export function watched(store, log, failing = {}) {
  return {
    async get(key) {
      log.push("get");
      if (failing.get) throw failing.get;
      return store.get(key);
    },
    async set(key, tokens, version) {
      log.push(`set ${tokens.accessToken}`);
      if (failing.set) throw failing.set;
      return store.set(key, tokens, version);
    },
  };
}

/**
 * A HighLevel whose answers are up to `stub.answer`, and sessions that ask it.
 *
 * @param {any} OAuthSession
 */
export function stage(OAuthSession) {
  const log = [];
  const stub = { answer: ({ generation }) => granted(generation + 1) };
  const clock = { now: NOW };
  const fetch = async (url, { body, headers }) => {
    const { pathname } = new URL(url);
    const form = Object.fromEntries(new URLSearchParams(String(body)));
    const generation = Number(form.refresh_token?.split("-")[1]);
    const authorization = new Headers(headers).get("authorization") ?? undefined;
    log.push(form.refresh_token === undefined ? `${pathname} ${form.locationId}` : `refresh ${form.refresh_token}`);
    return stub.answer({ pathname, form, generation, authorization });
  };
  const sessionOf = (options) =>
    new OAuthSession({
      clientId: "app-1",
      clientSecret: SECRET,
      resource: COMPANY,
      fetch,
      now: () => clock.now,
      ...options,
    });
  /** How often HighLevel was asked for new tokens. */
  const refreshes = () => log.filter((line) => line.startsWith("refresh")).length;
  return { log, stub, clock, sessionOf, refreshes };
}

/** The key of the company's tokens. */
export const KEY = "ghl-users:oauth:app-1:company:c1";

/** Writes tokens past any session, as another process does. */
export async function put(store, tokens, key = KEY) {
  const version = (await store.get(key))?.version;
  assert.notEqual(await store.set(key, tokens, version), undefined);
}

/**
 * A session whose tokens have expired, in a store that tells what it is asked, and gives no turns.
 *
 * @param {any} server - What `ghl-users/server` exports.
 */
export async function expired({ memoryStore, OAuthSession }) {
  const scene = stage(OAuthSession);
  const memory = memoryStore();
  const failing = {};
  const store = watched(memory, scene.log, failing);
  await put(memory, tokensOf(1));
  scene.clock.now = NOW + DAY;
  return { ...scene, memory, store, failing, session: scene.sessionOf({ store }) };
}
