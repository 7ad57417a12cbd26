/** Ten thousand calls through a storm: does every one end in time, tell the truth, and do nothing twice? */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "../consumers/install.mjs";
import { dice } from "./dice.mjs";
import { listen } from "./listener.mjs";
import { CODES, inParallel, outcomeOf, tally } from "./outcome.mjs";
import { calm, fault, requests, reset, SANDBOX_URL, seed, storm } from "./sandbox.mjs";
import { CALM, faults } from "./weather.mjs";

const { HighLevel, isHighLevelError } = await install().import("ghl-users");

const CALLS = 10_000;
const PARALLEL = 200;
const TIMEOUT_MS = 4_000;
/** How long a busy machine may take to notice that the time is up. */
const MACHINE_MS = 3_000;
const MAX_RETRIES = 2;
const SEED = 20_261_122;

const { below, pick } = dice(SEED);
const isObject = (data) => typeof data === "object" && data !== null && !Array.isArray(data);
const isPage = (data) => isObject(data) && Array.isArray(data.users);

/**
 * What calls do, and what they give. `id` is a user who exists; one whom a call deletes is met by no other call.
 *
 * @typedef {{ n: number, id: string, locationId: string }} Subject
 * @typedef {(ghl: any, subject: Subject) => Promise<unknown>} Make
 * @typedef {{ weight: number, make: Make, gives: (data: any) => boolean }} Kind
 * @type {Record<string, Kind>}
 */
const MIX = {
  search: {
    weight: 3,
    make: (ghl) =>
      ghl.users.search({ type: "agency", query: pick(["", "example", "nobody"]), limit: pick([1, 25, 100]) }),
    gives: isPage,
  },
  filterByEmail: {
    weight: 2,
    make: (ghl, { n }) => ghl.users.filterByEmail({ emails: [addressOf(below(n + 1))], projection: "all" }),
    gives: isPage,
  },
  get: { weight: 3, make: (ghl, { id }) => ghl.users.get(id), gives: isObject },
  create: { weight: 5, make: (ghl, { n, locationId }) => ghl.users.create(person(n, locationId)), gives: isObject },
  update: { weight: 3, make: (ghl, { n, id }) => ghl.users.update(id, { firstName: `n${n}` }), gives: isObject },
  delete: { weight: 2, make: (ghl, { id }) => ghl.users.delete(id), gives: isObject },
};
const LOTS = Object.entries(MIX).flatMap(([name, { weight }]) => Array(weight).fill(name));

const addressOf = (n) => `n${n}@storm.example.com`;

const person = (n, locationId) => ({
  firstName: `n${n}`,
  lastName: "Storm",
  email: addressOf(n),
  password: "Analytical-Engine-1843",
  type: "account",
  role: "user",
  locationIds: [locationId],
});

test("ten thousand calls through a storm", { timeout: 300_000 }, async (t) => {
  const elsewhere = await listen((request, response) => response.end("{}"));
  const unhandled = [];
  const onUnhandled = (reason) => unhandled.push(reason);
  process.on("unhandledRejection", onUnhandled);
  t.after(() => process.off("unhandledRejection", onUnhandled));

  const plenty = { requests: 1_000_000, perMs: 10_000, window: "fixed" };
  await reset({ logSize: 100_000, rateLimit: plenty, dailyLimit: 1_000_000_000 });
  const { tokens, companyId, locations } = await seed();
  const options = { token: tokens.agency, companyId, baseUrl: SANDBOX_URL, timeoutMs: TIMEOUT_MS };
  const ghl = new HighLevel({ ...options, rateLimit: false, maxRetries: MAX_RETRIES, maxResponseBytes: 1024 * 1024 });
  const locationId = locations[0].id;
  const kept = (await ghl.users.search({ limit: 100 })).users.map(({ id }) => id);
  const doomed = await crowd(ghl, locationId);

  await storm({ seed: SEED, calm: CALM, faults: faults(elsewhere.url) });
  const start = performance.now();
  const calls = [];
  await inParallel(CALLS, PARALLEL, async (n) => {
    const name = pick(LOTS);
    const id = name === "delete" ? doomed.pop() : pick(kept);
    const outcome = await outcomeOf(MIX[name].make(ghl, { n, id, locationId }), 4 * TIMEOUT_MS);
    calls.push({ n, name, id, ...outcome });
  });
  const seconds = (performance.now() - start) / 1_000;
  await calm();
  const log = await requests();
  const failed = calls.filter(({ error }) => error);
  const slowest = Math.max(...calls.map(({ ms }) => ms));

  t.diagnostic(
    `${CALLS} calls, ${log.length} requests, ${seconds.toFixed(1)} s; slowest call ${slowest.toFixed(0)} ms`,
  );
  t.diagnostic(`calls: ${tally(calls.map(({ name, error }) => `${name} ${error ? "failed" : "done"}`))}`);
  t.diagnostic(`codes: ${tally(failed.map(({ error }) => String(error.code)))}`);
  t.diagnostic(`statuses: ${tally(log.map(({ status }) => String(status)))}`);

  await t.test("leaves something done and something failed in every way that matters", () => {
    const codes = new Set(failed.map(({ error }) => error.code));
    for (const code of ["network", "timeout", "rate_limited", "server", "unexpected_response", "unexpected_redirect"]) {
      assert.ok(codes.has(code), `no call failed with ${code}`);
    }
    for (const name of Object.keys(MIX)) {
      assert.ok(
        calls.some((call) => call.name === name && !call.error),
        `no ${name} was done`,
      );
    }
  });

  await t.test("settles every promise within its time", () => {
    const late = calls.filter(({ ms }) => ms > TIMEOUT_MS + MACHINE_MS);
    assert.deepEqual(
      late.map(({ n, name, ms }) => `${n} ${name} ${ms.toFixed(0)} ms`),
      [],
    );
  });

  await t.test("fails with its own error and a known code only", () => {
    const foreign = failed.filter(({ error }) => !isHighLevelError(error) || !CODES.has(error.code));
    assert.deepEqual(
      foreign.map(({ n, name, error }) => `${n} ${name}: ${error?.stack ?? error}`),
      [],
    );
    assert.deepEqual(unhandled, []);
  });

  await t.test("gives nothing that is not of the form asked for", () => {
    const odd = calls.filter(({ name, error, value }) => !error && !MIX[name].gives(value));
    assert.deepEqual(
      odd.map(({ n, name, value }) => `${n} ${name}: ${JSON.stringify(value)}`),
      [],
    );
  });

  await t.test("creates nobody twice, and repeats a create only after a 429", () => {
    const creates = grouped(log.filter(isCreate), ({ body }) => JSON.parse(body).email);
    assert.ok(creates.size > CALLS / 5, `only ${creates.size} addresses`);
    assert.ok(
      [...creates.values()].some((tries) => tries.length > 1),
      "no create was repeated after a 429",
    );
    assert.ok(
      log.some((entry) => isCreate(entry) && entry.apiStatus === 201 && entry.status === null),
      "no answer was lost",
    );
    for (const [email, tries] of creates) {
      const course = courseOf(tries);
      assert.ok(
        tries.filter(({ apiStatus }) => apiStatus !== null).length <= 1,
        `${email} was carried out twice: ${course}`,
      );
      assert.ok(
        tries.slice(0, -1).every(({ status }) => status === 429),
        `${email} was repeated: ${course}`,
      );
    }
  });

  await t.test("does not call a deletion failed because it was done before its answer was lost", () => {
    const tries = grouped(
      log.filter(({ method }) => method === "DELETE"),
      ({ path }) => path,
    );
    const isMissed = ({ code, body }) => code === "not_found" && typeof body === "object";
    const missed = failed.filter(({ name, error }) => name === "delete" && isMissed(error));
    assert.deepEqual(
      missed.map(({ id, error }) => `${error.message}, ${error.body}: ${courseOf(tries.get(`/users/${id}`))}`),
      [],
    );
    const lost = [...tries.values()].filter((all) => all[0].apiStatus === 200 && all.at(-1).apiStatus === 404);
    assert.ok(lost.length > 0, "no deletion was done whose answer was lost");
  });

  await t.test("sends nothing more often than it may", () => {
    const attempts = grouped(
      log.filter(({ method }) => method === "PUT"),
      ({ body }) => JSON.parse(body).firstName,
    );
    assert.ok(attempts.size > 500);
    const most = Math.max(...[...attempts.values()].map((tries) => tries.length));
    assert.equal(most, 1 + MAX_RETRIES);
    for (const { error } of failed)
      assert.ok(error.attempts >= 0 && error.attempts <= 1 + MAX_RETRIES, inspectAttempts(error));
  });

  await t.test("asks nothing of another origin, and follows no redirect at all", () => {
    assert.deepEqual(elsewhere.visits, []);
    assert.ok(!log.some(({ query }) => query === "companyId=elsewhere"));
  });

  await t.test("works on when the storm is over", async () => {
    const created = await ghl.users.create(person(CALLS, locationId));
    assert.equal((await ghl.users.get(created.id)).email, addressOf(CALLS));
    assert.equal((await ghl.users.update(created.id, { lastName: "Calm" })).lastName, "Calm");
    assert.equal((await ghl.users.search({ query: addressOf(CALLS) })).count, 1);
    assert.equal((await ghl.users.filterByEmail({ emails: [addressOf(CALLS)] })).users[0].id, created.id);
    assert.equal((await ghl.users.delete(created.id)).succeeded, true);
    await assert.rejects(ghl.users.get(created.id), { code: "not_found", attempts: 1 });
    ghl.close();
  });
});

const isCreate = ({ method, path }) => method === "POST" && path === "/users/";
/** What was answered to each attempt, and what the API had made of it. */
const courseOf = (tries) => tries.map(({ status, apiStatus }) => `${status} (${apiStatus})`).join(", ");
const inspectAttempts = ({ code, attempts }) => `${code} after ${attempts} attempts`;

function grouped(entries, keyOf) {
  const groups = new Map();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}

/** Users for the storm to delete. */
async function crowd(ghl, locationId) {
  const ids = [];
  await inParallel(1_200, 50, async (n) => {
    const { id } = await ghl.users.create({ ...person(n, locationId), email: `doomed${n}@storm.example.com` });
    ids.push(id);
  });
  return ids;
}

for (const [name, second, isDone] of [
  ["takes a deletion for done whose answer was lost and whose repetition meets a 404 that is whole", {}, true],
  ["takes a deletion for done whose answer was lost and whose repetition meets a 404 that is empty", { truncateAt: 0 }, true],
  ["takes half an answer for nobody's word that a deletion is done", { truncateAt: 40 }, false],
]) {
  test(name, async (t) => {
    t.mock.method(Math, "random", () => 0);
    await reset();
    const { tokens, companyId } = await seed();
    const ghl = new HighLevel({ token: tokens.agency, companyId, baseUrl: SANDBOX_URL });
    const { users } = await ghl.users.search({ limit: 1 });
    await fault({ drop: "answer" });
    await fault(second);
    const deletion = ghl.users.delete(users[0].id);
    if (isDone) assert.equal((await deletion).succeeded, true);
    else await assert.rejects(deletion, { code: "unexpected_response", status: 404, attempts: 2 });
    assert.deepEqual(
      (await requests()).slice(1).map(({ apiStatus }) => apiStatus),
      [200, 404],
    );
    ghl.close();
  });
}
