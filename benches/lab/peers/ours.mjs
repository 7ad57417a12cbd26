import { HighLevel } from "ghl-users";

/** A limit that is never reached: the run would wait for it. Its time is short, since every call within it is remembered. */
export const UNREACHED = { requests: 10_000, perMs: 100 };

/** @type {import("../peers.mjs").Connect} */
export function connect({ baseUrl, token }) {
  const ghl = new HighLevel({ baseUrl, token, rateLimit: UNREACHED });
  return (userId) => ghl.users.get(userId);
}
