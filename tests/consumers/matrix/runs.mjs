/** How a consumer is run, and what must come of it. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { requests, required, reset, SANDBOX_URL, seed } from "../sandbox.mjs";
import { checksOf } from "../scenario/checks.mjs";
import { STEPS } from "../scenario/steps.mjs";
import { outputs, serveFiles } from "./browser.mjs";

/** The pages of 120 users by 50, and one user. */
const REQUESTS_PER_ROSTER = 4;

const { companyId, tokens, userCount } = await seed();
/** What a consumer needs to know. */
export const ENVIRONMENT = {
  GHL_SANDBOX_URL: SANDBOX_URL,
  GHL_TOKEN: tokens.agency,
  GHL_COMPANY_ID: companyId,
  GHL_USER_COUNT: String(userCount),
};

/** The e-mail addresses of the first users by id, which the sandbox tells without the package. */
const EMAILS = await emails();

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
    const read = (origin) => outputs(`${origin}${path}?${new URLSearchParams(ENVIRONMENT)}`, rosters, browser);
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
  assert.equal(answers.length, run.answers === "suite" ? 0 : rosters);
  for (const answer of answers) judge(answer);
  assert.deepEqual(statuses, Array(rosters * REQUESTS_PER_ROSTER).fill(200));
}

function judge({ ids, first, error }) {
  assert.equal(error, undefined);
  assert.equal(ids.length, userCount);
  assert.equal(new Set(ids).size, userCount);
  assert.deepEqual(first, { id: ids[0], email: EMAILS.get(ids[0]) });
}

async function emails() {
  await reset();
  const headers = { authorization: `Bearer ${tokens.agency}`, version: "2021-07-28" };
  const reply = await fetch(`${SANDBOX_URL}/users/search?companyId=${companyId}`, { headers });
  assert.equal(reply.status, 200);
  const { users } = await reply.json();
  return new Map(users.map(({ id, email }) => [id, email]));
}
