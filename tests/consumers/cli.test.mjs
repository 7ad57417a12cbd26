/** `ghl-users sandbox`: the sandbox without Rust, from the packed package. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { install, ROOT } from "./install.mjs";
import { lineOf, serving, start } from "./program.mjs";

const consumer = install();
const { folder } = consumer;
const { HighLevel } = await consumer.import("ghl-users");
const { verifyWebhook } = await consumer.import("ghl-users/server");
const manifest = JSON.parse(readFileSync(join(folder, "node_modules/ghl-users/package.json"), "utf8"));
const ends = (...args) => start(folder, ...args).ended;

const sandbox = await serving(folder);
const { told, order } = sandbox;
const headers = { authorization: `Bearer ${told.tokens.agency}`, version: "2021-07-28" };
const someone = `${told.url}/users/search?companyId=${told.ids.companyId}&limit=1`;

test("serves users to a client that has what scripts are told", async () => {
  const { url, v1Url, tokens, ids } = told;
  const ghl = new HighLevel({ baseUrl: url, token: tokens.agency, companyId: ids.companyId });
  assert.equal((await ghl.users.search().all()).length, told.userCount);
  const ofLocation = new HighLevel({ baseUrl: url, token: tokens.location });
  assert.ok((await ofLocation.users.list({ locationId: ids.locationId })).users.length > 0);
  const v1 = new HighLevel({ api: "v1", baseUrl: v1Url, token: tokens.v1Agency });
  assert.ok((await v1.users.list({ locationId: ids.locationId })).users.length > 0);
});

test("tells scripts one line, which is all that it prints", async () => {
  const { child, ended } = await serving(folder);
  child.kill("SIGTERM");
  const { code, stdout, stderr } = await ended;
  assert.deepEqual([code, stderr, stdout.split("\n").length], [0, "", 2]);
  const { url, ids, tokens, ...others } = JSON.parse(stdout);
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.deepEqual(Object.keys(tokens).sort(), ["agency", "location", "v1Agency", "v1Location"]);
  assert.ok(ids.locationIds.includes(ids.locationId));
  assert.equal(others.start, "agency");
});

test("tells people what to do next, and it works", async () => {
  const { said, ...program } = start(folder, "sandbox", "--port", "0");
  await lineOf({ said, ...program });
  const [, url] = /v2, v3 +(\S+)/.exec(said.stdout);
  assert.ok(said.stdout.includes(`new HighLevel({ baseUrl: "${url}", token: "`));
  const [, line] = /^ +curl (-H .*)$/m.exec(said.stdout);
  const words = [...line.matchAll(/"([^"]*)"/g)].map(([, word]) => word);
  const answer = await fetch(words.pop(), { headers: words.map((word) => word.split(": ")) });
  assert.equal((await answer.json()).users.length, 1);
  assert.doesNotMatch(said.stdout, /\x1b/);
});

test("takes orders: tells what it was asked, misbehaves, and starts over", async () => {
  await order("reset", { deleteAfterMs: 0 });
  await order("fault", { status: 503, only: { method: "GET" } });
  assert.equal((await fetch(someone, { headers })).status, 503);
  assert.equal((await fetch(someone, { headers })).status, 200);
  const asked = await order("requests");
  assert.deepEqual(asked.map(({ path, status }) => [path, status]), [["/users/search", 503], ["/users/search", 200]]);
  assert.ok(!JSON.stringify(asked).includes(told.tokens.agency));
  await order("reset", {});
  assert.deepEqual(await order("requests"), []);
});

for (const [name, count] of [["agency", 120], ["large", 10_000], ["messy", undefined], ["empty", 1]]) {
  test(`begins with the company that is called ${name}`, async () => {
    const own = await serving(folder, "--start", name);
    assert.equal(own.told.start, name);
    assert.equal((await own.order("seed")).start, name);
    const { url, tokens, ids, userCount } = own.told;
    const ghl = new HighLevel({ baseUrl: url, token: tokens.agency, companyId: ids.companyId });
    assert.equal((await ghl.users.search({ limit: 1 })).count, count ?? userCount);
    for (const id of Object.values(ids.people)) await ghl.users.get(id).catch(({ code }) => assert.equal(code, "not_found", id));
  });
}

test("signs webhooks as the native one does, for those who may give orders and ask for what there is", async () => {
  const { users } = await (await fetch(someone, { headers })).json();
  const ask = { type: "UserUpdate", userId: users[0].id };
  const { webhookPublicKeys } = await order("seed");
  assert.deepEqual(webhookPublicKeys, told.publicKeys);
  for (const [legacy, key] of [[false, "ed25519"], [true, "rsa"]]) {
    const webhook = await order("webhook", { ...ask, legacy });
    const event = await verifyWebhook(webhook, { publicKeys: [webhookPublicKeys[key]], allowLegacySignature: true });
    assert.deepEqual([event.type, event.raw.id], ["UserUpdate", users[0].id]);
  }
  assert.match((await order("webhook", { ...ask, userId: "nobody" })).message, /^webhook: userId is nobody: /);
  const foreign = { method: "POST", headers: { origin: "https://example.com" }, body: JSON.stringify(ask) };
  assert.equal((await fetch(`${told.url}/__sandbox/webhook`, foreign)).status, 403);
});

test("takes orders of this machine alone", async () => {
  for (const foreign of [{ host: "example.com" }, { origin: "https://example.com" }]) {
    const sent = request(`${told.url}/__sandbox/reset`, { method: "POST", headers: foreign }).end();
    const [answer] = await once(sent, "response");
    answer.resume();
    assert.equal(answer.statusCode, 403);
  }
});

test("loses calls and answers on order", async () => {
  await order("reset", {});
  for (const drop of ["call", "answer"]) {
    await order("fault", { drop });
    await assert.rejects(fetch(someone, { headers }), TypeError, drop);
  }
  assert.deepEqual((await order("requests")).map(({ status, apiStatus }) => [status, apiStatus]), [[null, null], [null, 200]]);
});

test("tears a body on order, whose head and first half arrive", async () => {
  const whole = await (await fetch(someone, { headers })).arrayBuffer();
  await order("fault", { drop: "rest" });
  const answer = await fetch(someone, { headers });
  assert.equal(Number(answer.headers.get("content-length")), whole.byteLength);
  const parts = [];
  await assert.rejects(async () => {
    for await (const part of answer.body) parts.push(part);
  }, TypeError);
  assert.equal(Buffer.concat(parts).length, Math.floor(whole.byteLength / 2));
});

test("sends a body without an end for as long as somebody reads", async () => {
  await order("fault", { status: 200, bodyBytes: "endless", chunked: true });
  const answer = await fetch(someone, { headers });
  let length = 0;
  for await (const part of answer.body) {
    length += part.length;
    if (length > 1_000_000) break;
  }
  assert.ok(length > 1_000_000);
  assert.equal((await fetch(someone, { headers })).status, 200);
});

test("loses the answers of those calls that reuse a connection on order", async () => {
  await order("reset", {});
  await order("fault", { drop: "answer", only: { operation: "users.search", fromNth: 2 }, times: "untilOff" });
  const { pathname, search } = new URL(someone);
  const ask = async (agent) => {
    const [answer] = await once(request(told.url, { path: pathname + search, headers, agent }).end(), "response");
    await answer.toArray();
    return answer.statusCode;
  };
  for (let turn = 0; turn < 2; turn += 1) {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    assert.equal(await ask(agent), 200);
    await assert.rejects(ask(agent), { code: "ECONNRESET" });
    agent.destroy();
  }
  assert.deepEqual((await order("requests")).map(({ status }) => status), [200, null, 200, null]);
});

test("begins again with a state that was exported, whatever its size", async () => {
  await order("reset", {});
  const state = await order("export");
  assert.ok(JSON.stringify(state).length > 1024 * 1024);
  const config = await order("reset", { state, logSize: 7 });
  assert.equal(config.logSize, 7);
  await order("reset", { state });
  assert.deepEqual(await order("export"), state);
  await order("reset", {});
});

test("refuses a body beyond a megabyte, and goes on", async () => {
  const answer = await fetch(`${told.url}/users/`, { method: "POST", headers, body: "x".repeat(1024 * 1024 + 1) });
  assert.equal(answer.status, 413);
  assert.deepEqual(await answer.json(), { statusCode: 413, message: "request entity too large" });
  assert.equal((await fetch(someone, { headers })).status, 200);
});

test("listens on 127.0.0.1 alone", async () => {
  const { port } = new URL(told.url);
  for (const host of ["127.0.0.2", "::1"]) {
    const [error] = await once(connect({ host, port }), "error");
    assert.match(error.code, /^(ECONNREFUSED|EADDRNOTAVAIL|ETIMEDOUT|ENETUNREACH)$/, host);
  }
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  test(`ends on ${signal}, also while somebody waits for an answer`, async () => {
    const { child, ended, ...own } = await serving(folder);
    await own.order("fault", { delayMs: 60_000 });
    const waiting = fetch(`${own.told.url}/users/u1`, { headers });
    const lost = assert.rejects(waiting, TypeError);
    while ((await own.order("requests")).length === 0);
    child.kill(signal);
    await lost;
    assert.deepEqual(await ended.then(({ code, stderr }) => [code, stderr]), [0, ""]);
  });
}

test("says that a port is in use", async () => {
  const { port } = new URL(told.url);
  const { code, stdout, stderr } = await ends("sandbox", "--port", port);
  assert.deepEqual([code, stdout], [1, ""]);
  assert.equal(stderr, `ghl-users: port ${port} is in use: give another one with --port, or --port 0 for any free one\n`);
});

const WRONG = [
  [["sandbix"], '"sandbix" is no command: expected one of sandbox, --help, --version'],
  [["sandbox", "--prt", "1"], "--prt is no option of sandbox: expected one of --port, --start, --json, --help"],
  [["sandbox", "-p"], "-p is no option of sandbox: expected one of --port, --start, --json, --help"],
  [["sandbox", "4010"], '"4010" is an argument too many: expected options alone'],
  [["sandbox", "--port"], "--port has no value: expected a whole number from 0 to 65535"],
  [["sandbox", "--port", "--start"], "--port has no value: expected a whole number from 0 to 65535"],
  [["sandbox", "--port="], "--port has no value: expected a whole number from 0 to 65535"],
  [["sandbox", "--port", "65536"], '--port is "65536": expected a whole number from 0 to 65535'],
  [["sandbox", "--port", "4010\u001b[31m"], '--port is "4010\\u001b[31m": expected a whole number from 0 to 65535'],
  [["sandbox", "--start", "larg"], '--start is "larg": expected one of agency, large, messy, empty'],
];
for (const [args, message] of WRONG) {
  test(`says what is wrong with ${JSON.stringify(args.join(" "))}`, async () => {
    assert.deepEqual(await ends(...args), { code: 2, stdout: "", stderr: `ghl-users: ${message}\n` });
  });
}

test("tells scripts in JSON what is wrong", async () => {
  const { code, stdout, stderr } = await ends("sandbox", "--json=no", "--json");
  assert.deepEqual([code, stderr], [2, ""]);
  assert.deepEqual(JSON.parse(stdout), { error: { code: "wrong_argument", message: '--json is "no": expected no value' } });
});

test("tells its version, its commands, and all of a command", async () => {
  assert.deepEqual(await ends("--version"), { code: 0, stdout: `${manifest.version}\n`, stderr: "" });
  const [bare, help, ofCommand] = await Promise.all([ends(), ends("--help"), ends("sandbox", "--help")]);
  assert.deepEqual(bare, help);
  assert.deepEqual([help.code, ofCommand.code], [0, 0]);
  assert.match(help.stdout, /^ {2}sandbox /m);
  for (const name of ["port", "start", "json", "help"]) assert.match(ofCommand.stdout, new RegExp(`^ {2}--${name} `, "m"));
});

test("names the native program, which names it", async () => {
  const { stdout } = await ends("sandbox", "--help");
  assert.ok(stdout.includes("ghl-users-sandbox"));
  assert.ok(readFileSync(join(ROOT, "sandbox/src/main.rs"), "utf8").includes("npx ghl-users sandbox"));
});
