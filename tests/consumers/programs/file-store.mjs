// A process with a store in a file: node file-store.mjs ACT PATH [COUNT]. It says "there" where it can be killed.
import files from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { fileState } from "ghl-users/node";

const [act, path, count = "0"] = process.argv.slice(2);

/** Says so, and lasts until it is killed. */
const stay = () => {
  process.stdout.write("there");
  return new Promise(() => setInterval(() => {}, 60_000));
};

const ACTS = {
  /** Adds one so often; again, where another came between. */
  async add(store) {
    for (let added = 0; added < Number(count); ) {
      const stored = await store.get("count");
      if (await store.set("count", (stored?.value ?? 0) + 1, stored?.version)) added += 1;
    }
  },

  /** The same, alone. */
  async addAlone(store) {
    for (let added = 0; added < Number(count); added += 1) {
      await store.exclusively("count", async () => {
        const stored = await store.get("count");
        const version = await store.set("count", (stored?.value ?? 0) + 1, stored?.version);
        if (version === undefined) throw new Error("another came between");
      });
    }
  },

  /** Comes to the last step of a write, and not through it. */
  async almostWrite(store) {
    files.rename = stay;
    syncBuiltinESMExports();
    const stored = await store.get("tokens");
    await store.set("tokens", "of the one that dies", stored?.version);
  },

  hold: (store) => store.exclusively("tokens", stay),
};

await ACTS[act](fileState(path));
