// A consumer of the guard against replays. The ids by themselves are bundled into it, for what takes a time.
import { DurableObject } from "cloudflare:workers";
import { durableReplays, ReplayGuard as Guard } from "ghl-users/workers";
import { SeenIds } from "./seen-ids.mjs";
import { actor } from "./acts.mjs";

export class ReplayGuard extends Guard {
  /** How many rows there are, over or not. */
  rows() {
    return this.ctx.storage.sql.exec("SELECT id FROM seen").toArray().length;
  }
}

/** `SeenIds` under the clock of the test. */
export class Ids extends DurableObject {
  ids = new SeenIds(this.ctx.storage.sql);

  /** Calls each method with its arguments, one after the other. */
  play(calls) {
    return calls.map(([method, ...input]) => this.ids[method](...input) ?? null);
  }
}

const byName = (namespace, name) => namespace.get(namespace.idFromName(name));

export default actor({
  seen: ({ REPLAYS }, { name, keepMs, id }) => durableReplays(REPLAYS, name, { keepMs }).seen(id),
  forget: ({ REPLAYS }, { name, id }) => durableReplays(REPLAYS, name).forget(id),
  begin: async ({ REPLAYS }, { name, id, keepMs }) =>
    (await durableReplays(REPLAYS, name).begin(id, keepMs)) ?? "first",
  end: ({ REPLAYS }, { name, id, outcome, keepMs }) => durableReplays(REPLAYS, name).end(id, outcome, keepMs),
  make: ({ REPLAYS }, { name, options }) => typeof durableReplays(REPLAYS, name, options).seen,
  rows: ({ REPLAYS }, { name }) => byName(REPLAYS, name).rows(),
  play: ({ IDS }, { name, calls }) => byName(IDS, name).play(calls),
});
