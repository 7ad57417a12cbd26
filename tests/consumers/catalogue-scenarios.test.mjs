/** What each resource of the catalogue can, and what it refuses: in every kind of module and runtime, with every answer checked. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { reportsOf } from "./catalogue-reports.mjs";
import { install } from "./install.mjs";
import { bundled } from "./runtimes.mjs";
import { reset, SANDBOX_URL, seed } from "./sandbox.mjs";
import { clientOf, json } from "./stub.mjs";

const consumer = install("programs");
const { folder } = consumer;
const RESOURCES = Object.keys(reportsOf("v3"));
/** Other tests play these. */
const ELSEWHERE = ["users", "socialPosting"];

const entries = async (load) => ({ ...(await load("ghl-users")), ...(await load("ghl-users/catalogue")) });
const imported = await entries((specifier) => consumer.import(specifier));
const required = await entries((specifier) => consumer.require(specifier));

/** Plays a program with these entries, in this process. */
const here = (entries) => async (resource, context) => {
  const program = await import(pathToFileURL(join(folder, `programs/catalogue/${resource}.mjs`)).href);
  const done = new Set();
  const report = await program[resource]({ ...entries }, { ...context, done });
  // As it comes out of a Worker.
  return JSON.parse(JSON.stringify({ report, done: [...done] }));
};

/** One Worker of all the programs. */
const worker = await bundled(
  folder,
  `import { HighLevel } from "ghl-users";
   import * as catalogue from "ghl-users/catalogue";
   ${RESOURCES.map((resource) => `import * as ${resource} from "./programs/catalogue/${resource}.mjs";`).join("\n")}
   const programs = { ${RESOURCES.map((resource) => `...${resource}`).join(", ")} };
   export default {
     async fetch(request) {
       const { resource, context } = await request.json();
       const done = new Set();
       const report = await programs[resource]({ HighLevel, ...catalogue }, { ...context, done });
       return Response.json({ report, done: [...done] });
     },
   };`,
);

const RUNTIMES = {
  "imported in Node": here(imported),
  "required in Node": here(required),
  "bundled in a Worker": (resource, context) => worker({ resource, context }),
};

/** What a program needs to know of the sandbox, which starts over. */
async function contextOf(api) {
  await reset();
  const { tokens, locationTokenLocationId: locationId, companyId, locations } = await seed();
  const foreignLocationId = locations.find(({ id }) => id !== locationId).id;
  const options = { api, baseUrl: SANDBOX_URL, token: tokens.location, locationId };
  return { options, agencyToken: tokens.agency, companyId, foreignLocationId };
}

/** The operations that a version has, but for those of `ELSEWHERE`. */
function operationsOf(api) {
  const { ghl } = clientOf(imported.HighLevel, json({}), { api });
  const ids = imported.catalogue(ghl).operations.map(({ id }) => id);
  return ids.filter((id) => !ELSEWHERE.includes(id.split(".")[0]));
}

for (const api of ["v2", "v3"]) {
  const operations = operationsOf(api);
  const reports = reportsOf(api);

  test(`every resource has a program, ${api}`, () => {
    assert.deepEqual([...new Set(operations.map((id) => id.split(".")[0]))].sort(), [...RESOURCES].sort());
  });

  for (const [runtime, play] of Object.entries(RUNTIMES)) {
    for (const resource of RESOURCES) {
      test(`${resource} does what it can and says what it refuses, ${runtime}, ${api}`, async () => {
        const { report, done } = await play(resource, await contextOf(api));
        assert.deepEqual(report, reports[resource]);
        const own = operations.filter((id) => id.startsWith(`${resource}.`));
        assert.deepEqual(own.filter((id) => !done.includes(id)), [], "operations that the program forgets");
      });
    }
  }
}
