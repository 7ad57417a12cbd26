// A consumer whose clients share a rate limit.
import { HighLevel } from "ghl-users";
import { durableBudget, RateBudget } from "ghl-users/workers";
import { actor } from "./acts.mjs";

export { RateBudget };

const clientOf = ({ BUDGET }, { name, limit, options }) =>
  new HighLevel({ ...options, rateBudget: durableBudget(BUDGET, name, limit) });

export default actor({
  call: async (env, input) => (await clientOf(env, input).users.get(input.userId)).id,

  /** Gives up before the turn of the call, which it waits for, has come. */
  giveUp: async (env, input) => {
    const controller = new AbortController();
    const ghl = clientOf(env, { ...input, options: { ...input.options, onRateLimit: () => controller.abort() } });
    await ghl.users.get(input.userId, { signal: controller.signal });
  },

  make: ({ BUDGET }, { name, limit }) => typeof durableBudget(BUDGET, name, limit),

  /** Asks for a place without a client. `null` is Infinity, which JSON has not. */
  reserve: ({ BUDGET }, { name, limit, maxWaitMs }) => durableBudget(BUDGET, name, limit)(maxWaitMs ?? Infinity),
});
