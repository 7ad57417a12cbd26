/** How a consumer is run, and what must come of it. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { requests, required, reset, SANDBOX_URL, seed } from "../sandbox.mjs";
import { BOXED } from "../scenario/boxed.mjs";
import { checksOf } from "../scenario/checks.mjs";
import { SIGNATURE } from "../scenario/signature.mjs";
import { STEPS } from "../scenario/steps.mjs";
import { TOLD } from "../scenario/told.mjs";
import { outputs, serveFiles } from "./browser.mjs";
import { judgeBundles } from "./bundles.mjs";

/** The pages of 120 users by 50, one user in three ways, and tags. */
const REQUESTS_PER_ROSTER = 7;
/** The same for those who have users alone. */
const REQUESTS_FOR_USERS = 4;

const { companyId, locationTokenLocationId: locationId, tokens, userCount } = await seed();
/** What a consumer needs to know. */
const GIVEN = {
  GHL_SANDBOX_URL: SANDBOX_URL,
  GHL_TOKEN: tokens.agency,
  GHL_COMPANY_ID: companyId,
  GHL_LOCATION_TOKEN: tokens.location,
  GHL_LOCATION_ID: locationId,
};

/** What has to come of it, which the sandbox tells without the package. */
const ROSTER = await expected();

/** What a project has in its environment: test runners judge by themselves. */
export const ENVIRONMENT = { ...GIVEN, GHL_ROSTER: JSON.stringify(ROSTER) };

/**
 * Where answers appear, and how they are fetched from there.
 *
 * @typedef {import("./project.mjs").Project} Project
 * @typedef {import("./consumers.mjs").Run} Run
 * @type {Record<Run["answers"], (project: Project, run: Run) => Promise<object[]>>}
 */
const PLACES = {
  async stdout(project, { script }) {
    return [JSON.parse(await project.script(script))];
  },
  http(project, { script, path = "/" }) {
    return project.serve(script, async (origin) => {
      const reply = await fetch(`${origin}${path}`);
      const text = await reply.text();
      assert.equal(reply.status, 200, text);
      return [JSON.parse(text)];
    });
  },
  page(project, { script, files, csp, path = "/", rosters = 1, browser }) {
    const read = (origin) => outputs(`${origin}${path}?${new URLSearchParams(GIVEN)}`, rosters, browser);
    return script === undefined
      ? serveFiles(join(project.folder, files), csp, read)
      : project.serve(script, read);
  },
  scenario(project, { files, path, browser }) {
    return serveFiles(join(project.folder, files), undefined, async (origin) => {
      for (const api of Object.keys(STEPS)) {
        await reset();
        const context = { api, url: SANDBOX_URL, seed: await seed() };
        const address = `${origin}${path}?${new URLSearchParams({ context: JSON.stringify(context) })}`;
        const [report] = await outputs(address, 1, browser);
        for (const check of Object.values(checksOf(project.folder, context, report))) await check();
      }
      return [];
    });
  },
  async bundles(project, { script, users }) {
    await judgeBundles(project, script, users);
    return [];
  },
  async suite(project, { script }) {
    await project.script(script);
    return [];
  },
};

/**
 * Runs a consumer once, and fails unless it did what it should. The sandbox's log tells, whatever the consumer says.
 *
 * @param {Project} project @param {Run} run
 */
export async function play(project, run) {
  await reset();
  if (run.compiled) project.addBuild(required(run.compiled));
  if (run.build) await project.script(run.build);
  const answers = await PLACES[run.answers](project, run);
  if (run.answers === "scenario") return;
  const statuses = (await requests()).map(({ status }) => status);
  if (run.fails) {
    assert.notEqual(answers.length, 0);
    for (const { error } of answers) assert.match(String(error), run.fails);
    assert.deepEqual(statuses, []);
    return;
  }
  const rosters = run.rosters ?? 1;
  assert.equal(answers.length, ["suite", "bundles"].includes(run.answers) ? 0 : rosters);
  const { ids, first } = ROSTER;
  const wanted = run.usersOnly ? { ids, first: { method: first.method } } : ROSTER;
  for (const answer of answers) assert.deepEqual(answer, wanted);
  const each = run.usersOnly ? REQUESTS_FOR_USERS : REQUESTS_PER_ROSTER;
  assert.deepEqual(statuses, Array(rosters * each).fill(200));
}

async function expected() {
  await reset();
  const users = [];
  while (users.length < userCount) {
    const page = await ask(tokens.agency, `/users/search?companyId=${companyId}&limit=100&skip=${users.length}`);
    users.push(...page.users);
  }
  const [{ id, email }] = users;
  const { results } = await ask(tokens.location, `/social-media-posting/${locationId}/tags?limit=5`);
  return {
    ids: users.map((user) => user.id),
    first: { method: { id, email }, json: { id, email }, text: { id, email } },
    tags: results.tags.map(({ tag }) => tag),
    signature: SIGNATURE,
    boxed: BOXED,
    told: TOLD,
  };
}

async function ask(token, path) {
  const headers = { authorization: `Bearer ${token}`, version: "2021-07-28" };
  const reply = await fetch(`${SANDBOX_URL}${path}`, { headers });
  assert.equal(reply.status, 200);
  return reply.json();
}
