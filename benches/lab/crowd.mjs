/** A process that makes many calls at once, and says what one costs the processor. */

import { HighLevel } from "ghl-users";
import { connect } from "./peers/bare.mjs";
import { answerWith, STUBBED } from "./stub.mjs";
import { user } from "./user.mjs";

/** How many calls are measured at least: fewer at once are made more often. */
const LEAST = 20_000;
const ONE_BY_ONE = 5_000;
/** Longer than anybody here waits. */
const TIMEOUT_MS = 2_000_000_000;

/** @type {{ way: string, count: number }} */
const { way, count } = JSON.parse(process.argv[2]);
const { id, name, email, roles } = user(1);
answerWith(JSON.stringify({ id, name, email, roles }));

const client = (rateLimit) => {
  const ghl = new HighLevel({ ...STUBBED, rateLimit, timeoutMs: TIMEOUT_MS });
  return () => ghl.users.get(id);
};
const together = (get) => ({ calls: count, run: () => Promise.all(Array.from({ length: count }, get)) });

const WAYS = {
  bare() {
    const get = connect(STUBBED);
    return together(() => get(id));
  },
  unlimited: () => together(client(false)),
  wide: () => together(client({ requests: 1_000_000, perMs: 10_000 })),
  queued: () => together(client({ requests: 100, perMs: 10 })),
  async beside() {
    const [busy, get] = [client({ requests: 1, perMs: 1_000 }), client(false)];
    for (let n = 0; n < count; n++) busy();
    await new Promise((resume) => setTimeout(resume, 100));
    const run = async () => {
      for (let n = 0; n < ONE_BY_ONE; n++) await get();
    };
    return { calls: ONE_BY_ONE, run };
  },
};

// What runs often is compiled, whatever is measured.
await together(client(false)).run();
const { calls, run } = await WAYS[way]();
const rounds = Math.ceil(LEAST / calls);
const before = process.cpuUsage();
for (let n = 0; n < rounds; n++) await run();
const { user: own, system } = process.cpuUsage(before);
process.send((own + system) / (rounds * calls), () => process.exit());
