/** Uses each resource once, and prints how long its rows took to learn. */

import { catalogue } from "ghl-users/catalogue";
import { changed } from "./glue.mjs";
import { STUBBED } from "./stub.mjs";

const learned = [];
globalThis.timed = (pack, learn) => {
  const start = performance.now();
  const number = learn(pack);
  const ms = performance.now() - start;
  // A pack has the ids of its operations, such as `users.search`.
  const [, resource = "rawRequest"] = /([a-z]+)\.[a-z]/i.exec(pack) ?? [];
  learned.push({ resource, characters: pack.length, ms });
  return number;
};
const { HighLevel } = await changed([["known.set(pack, learn(pack))", "known.set(pack, timed(pack, learn))"]]);
const ghl = new HighLevel({ ...STUBBED, fetch: async () => new Response("{}") });
await ghl.users.get("u");
await ghl.rawRequest("GET", "/users/u");
for (const { id } of catalogue(ghl).operations) {
  // What an operation needs does not matter: its rows are learned before its input is judged.
  await ghl.request(id, {}).catch(() => {});
}
process.stdout.write(JSON.stringify(learned));
