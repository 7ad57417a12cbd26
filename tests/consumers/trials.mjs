/** The runtimes that try `ghl-users/server`: each takes a list of trials, and gives the list of their outcomes. */

import { after } from "node:test";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { trial } from "./programs/trial.mjs";

/**
 * @typedef {Record<string, unknown> & { call: "verifyWebhook" | "decryptSso" }} Trial
 * @typedef {{ value?: any, error?: any, hasCause?: boolean }} Outcome
 * @typedef {(trials: Trial[]) => Promise<Outcome[]>} Runtime
 */

/** @param {ReturnType<typeof import("./install.mjs").install>} consumer @returns {Promise<Record<string, Runtime>>} */
export async function runtimesOf(consumer) {
  const here = (server) => (trials) => Promise.all(trials.map((input) => trial(server, input)));
  return {
    "Node with import": here(await consumer.import("ghl-users/server")),
    "Node with require": here(consumer.require("ghl-users/server")),
    workerd: await workerd(consumer.folder),
  };
}

/** `programs/trials.mjs` in workerd without any compatibility flag, bundled as wrangler does it. */
async function workerd(folder) {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: ["programs/trials.mjs"],
    write: false,
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
  });
  const worker = new Miniflare({ compatibilityDate: "2026-04-01", modules: true, script: outputFiles[0].text });
  after(() => worker.dispose());
  return async (trials) => {
    const reply = await worker.dispatchFetch("http://worker/", { method: "POST", body: JSON.stringify(trials) });
    if (!reply.ok) throw new Error(`the worker answered ${reply.status}: ${await reply.text()}`);
    return reply.json();
  };
}
