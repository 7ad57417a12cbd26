/** `signed` with the `fetch`, the `Request` and the WebCrypto of each runtime, in front of a gateway. */

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { gatewayOf, SECRET, workersOf } from "./gateway.mjs";
import { served } from "./gateway-server.mjs";
import { install } from "./install.mjs";
import { outputs, serveFiles } from "./matrix/browser.mjs";
import { bundled } from "./runtimes.mjs";

const consumer = install("programs");
const { folder } = consumer;
const { createGateway } = await workersOf(consumer);
const KEY = { keyId: "server-1", secret: SECRET };

/** A gateway of its own for each, and whether all of it was let through. */
async function tried(use, origins = []) {
  const { gateway, sent } = gatewayOf(createGateway, { now: undefined, origins });
  const statuses = await use(await served(gateway));
  assert.deepEqual(statuses, Object.fromEntries(Object.keys(statuses).map((name) => [name, 200])));
  assert.equal(sent.length, 11);
}

test("Node signs whatever its fetch takes", async () => {
  const { statusesOf } = await import(pathToFileURL(join(folder, "programs/signing.mjs")).href);
  await tried((gateway) => statusesOf(gateway, KEY));
});

test("workerd signs whatever its fetch takes", async () => {
  const run = await bundled(
    folder,
    `import { statusesOf } from "./programs/signing.mjs";
     export default { async fetch(request) { return Response.json(await statusesOf(...(await request.json()))); } };`,
  );
  await tried((gateway) => run([gateway, KEY]));
});

test("a page of another origin signs whatever its fetch takes, where the gateway names it", async () => {
  const bundle = { absWorkingDir: folder, bundle: true, format: "esm", outfile: join(folder, "page/signing.js") };
  await build({ ...bundle, entryPoints: ["programs/signing.mjs"] });
  await serveFiles(join(folder, "page"), undefined, (origin) =>
    tried(async (gateway) => {
      const call = `statusesOf(${JSON.stringify(gateway)}, ${JSON.stringify(KEY)})`;
      const page = `<!doctype html><link rel="icon" href="data:,"><output></output><script type="module">
        import { statusesOf } from "./signing.js";
        document.querySelector("output").textContent = JSON.stringify(await ${call});
      </script>`;
      writeFileSync(join(folder, "page/index.html"), page);
      const [statuses] = await outputs(`${origin}/`, 1);
      return statuses;
    }, [origin]),
  );
});
