// Consumers of the stores of `ghl-users/workers`, without a session.
import { durableStore, kvStore, Vault as Base } from "ghl-users/workers";
import { actor } from "./acts.mjs";

export class Vault extends Base {
  /** Ends this instance, as the runtime does when it likes. */
  end() {
    this.ctx.abort("ended by the test");
  }
}

const stores = { durable: ({ TOKENS }) => durableStore(TOKENS), kv: ({ KV }) => kvStore(KV) };
const storeOf = (env, kind = "durable") => stores[kind](env);
const never = new Promise(() => {});

export default actor({
  get: (env, { key, kind }) => storeOf(env, kind).get(key),
  set: (env, { key, value, version, kind }) => storeOf(env, kind).set(key, value, version),
  refuses: () => durableStore({}),

  /** Adds one, in two steps that nobody may come between. */
  count: (env, { key }) => {
    const store = storeOf(env);
    return store.exclusively(key, async () => {
      const stored = await store.get(key);
      await new Promise((resolve) => setTimeout(resolve, 1));
      return store.set(key, { count: (stored?.value.count ?? 0) + 1 }, stored?.version);
    });
  },

  /** What the caller gets of an error that its own work throws. */
  async fail(env, { key }) {
    class Own extends Error {}
    const own = new Own();
    const seen = await storeOf(env).exclusively(key, () => Promise.reject(own)).catch((error) => error);
    return seen === own;
  },

  /** Begins, and is gone: the request ends under its work. */
  abandon: (env, { key }) =>
    new Promise((begun) => {
      const work = () => {
        begun("begun");
        return never;
      };
      storeOf(env).exclusively(key, work).catch(() => undefined);
    }),

  /** Holds the lock for as long as the process lives. What it does under it is told to `noticed`. */
  hold: (env, { key, noticed }) => storeOf(env).exclusively(key, () => fetch(noticed).then(() => never)),

  /** Works on while the object ends. */
  outlive: (env, { key }) =>
    storeOf(env).exclusively(key, async () => {
      await env.TOKENS.get(env.TOKENS.idFromName(key)).end().catch(() => undefined);
      return "outlived";
    }),
});
