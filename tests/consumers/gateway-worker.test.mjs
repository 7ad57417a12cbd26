/** The example of a gateway, in workerd, between the client and the sandbox. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { start } from "./examples.mjs";
import { signature } from "./gateway.mjs";
import { install } from "./install.mjs";
import { raw } from "./raw-request.mjs";
import { requests, reset, SANDBOX_URL, seed } from "./sandbox.mjs";

const PAGE = "https://app.example";
const SECRET = "a secret of thirty-two characters or more";
const ACCESS_KEY = "open-sesame";
const VARS = { SIGNING_SECRET: SECRET, ACCESS_KEY, PAGE_ORIGINS: `${PAGE} https://admin.example` };

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const { signed } = await consumer.import("ghl-users/signing");
await reset();
const { companyId, tokens } = await seed();
const url = await start(consumer.folder, "worker", { ...VARS, HIGHLEVEL_TOKEN: tokens.agency, HIGHLEVEL_BASE_URL: SANDBOX_URL });
const baseUrl = url.origin;
before(() => reset());

const server = (options) =>
  new HighLevel({ baseUrl, companyId, fetch: signed({ keyId: "server", secret: SECRET }), ...options });
/** A page's client: the browser would add the origin, and the cookie. */
const page = (cookie, origin = PAGE) =>
  new HighLevel({
    baseUrl,
    companyId,
    fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, cookie, origin } }),
  });
/** Asks the gateway with a signature of this moment. */
function ask(method, path, { body, signing, headers } = {}) {
  const time = Math.floor(Date.now() / 1_000);
  const own = signature({ keyId: "server", secret: SECRET, method, path, time, ...(body && { body }), ...signing });
  const type = body && { "content-type": "application/json" };
  return fetch(baseUrl + path, { method, body, headers: { ...type, ...own, ...headers } });
}

test("a server works through it with signed requests, and without HighLevel's token", async () => {
  const ghl = server();
  const { users } = await ghl.users.search({ limit: 2 });
  assert.equal(users.length, 2);
  assert.equal((await ghl.users.search({ limit: 50 }).all()).length, 120);
  const found = await ghl.users.get(users[0].id);
  const changed = await ghl.users.update(found.id, { firstName: "Jörg ❤", permissions: found.permissions });
  assert.equal(changed.firstName, "Jörg ❤");
  const input = {
    firstName: "N",
    lastName: "R",
    email: "n.r@x.example",
    type: "account",
    role: "user",
    locationIds: found.roles.locationIds,
  };
  assert.equal((await server().users.create({ ...input, password: "S3cret-enough!" })).email, input.email);
  assert.equal((await ghl.users.delete(found.id)).succeeded, true);
  await assert.rejects(ghl.users.get("nobodyHere0000000001"), { status: 404 });
});

test("a page works through it with a cookie, and no token at all", async () => {
  const ghl = page(`theme=dark; access_key=${ACCESS_KEY}`);
  const { data, response } = await ghl.users.search({ limit: 1 }).withResponse();
  assert.equal(data.users.length, 1);
  assert.equal(response.headers.get("access-control-allow-origin"), PAGE);
  assert.equal(response.headers.get("access-control-allow-credentials"), "true");
  await assert.rejects(ghl.users.delete(data.users[0].id), {
    code: "forbidden",
    message: /does not let this caller use users.delete/,
  });
  for (const cookie of ["", "access_key=", "access_key=wrong", `xaccess_key=${ACCESS_KEY}`]) {
    await assert.rejects(page(cookie).users.get(data.users[0].id), {
      code: "invalid_token",
      message: /does not know who calls/,
    });
  }
  const foreign = page(`access_key=${ACCESS_KEY}`, "https://evil.example");
  await assert.rejects(foreign.users.get(data.users[0].id), { code: "forbidden", message: /this origin may not call/ });
});

test("a signed request counts once, whoever sends it how often", async () => {
  await reset();
  const time = Math.floor(Date.now() / 1_000);
  const path = `/users/search?companyId=${companyId}`;
  const headers = signature({ keyId: "server", secret: SECRET, method: "GET", path, time });
  const copies = Array.from({ length: 30 }, () => fetch(baseUrl + path, { headers }));
  const statuses = (await Promise.all(copies)).map(({ status }) => status).sort();
  assert.deepEqual(statuses, [200, ...Array(29).fill(401)]);
  assert.equal((await fetch(baseUrl + path, { headers })).status, 401);
  assert.equal((await requests()).length, 1);
});

test("what is stale, forged, foreign, too long or not allowed does not get through", async () => {
  await reset();
  const now = Math.floor(Date.now() / 1_000);
  const path = `/users/search?companyId=${companyId}`;
  const long = JSON.stringify({ lastName: "x".repeat(1_048_576) });
  const chunked = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 20; part += 1) controller.enqueue(new Uint8Array(65_536));
      controller.close();
    },
  });
  const put = { method: "PUT", headers: { cookie: `access_key=${ACCESS_KEY}`, "content-type": "application/json" } };
  const known = signature({ keyId: "server", secret: SECRET, method: "PUT", path: "/users/u1", time: now });
  const outcomes = {
    old: [401, ask("GET", path, { signing: { time: now - 310 } })],
    early: [401, ask("GET", path, { signing: { time: now + 310 } })],
    forged: [401, ask("GET", path, { signing: { secret: `${SECRET}x` } })],
    "another path": [401, ask("GET", path, { signing: { path: "/users/search" } })],
    "another origin": [403, ask("GET", path, { headers: { origin: "https://evil.example" } })],
    "not allowed": [403, ask("POST", "/users/search/filter-by-email", { body: "{}" })],
    "too long": [413, ask("PUT", "/users/u1", { body: long })],
    "too long without a length": [
      413,
      fetch(`${baseUrl}/users/u1`, { ...put, headers: { ...put.headers, ...known }, body: chunked, duplex: "half" }),
    ],
    "twice the same parameter": [400, ask("GET", `${path}&companyId=other`)],
  };
  for (const [name, [status, answer]] of Object.entries(outcomes)) assert.equal((await answer).status, status, name);
  assert.deepEqual(await requests(), []);
});

test("paths that nobody has tidied up get nowhere else than they say", async () => {
  await reset();
  const cookie = { cookie: `access_key=${ACCESS_KEY}` };
  const id = "ve9EPM428h8vShlRW1KT";
  const hostile = [
    ...[
      `/users//${id}`,
      `//users/${id}`,
      `/users/./${id}`,
      `/users/x/../${id}`,
      `/users/%2e%2e/users/${id}`,
      "/users/..%2foauth",
      "/users/%2e",
    ],
    ...[
      `/users/${id}/`,
      `/users/${id}%2f`,
      `/users/${id}%00`,
      `/users/${id};a`,
      `/users\\${id}`,
      `/u%73ers/${id}`,
      "/users/SEARCH",
      "/users/",
      "/users",
    ],
    ...[
      `/users/${id}#x`,
      `/users/${id}?`,
      `/users/${id}?x`,
      `/users/search?companyId=a&companyId=b`,
      "/users/search?companyId[]=a",
      "/../users",
      "/",
    ],
  ];
  for (const path of hostile) {
    for (const method of ["GET", "DELETE", "OPTIONS"]) {
      const status = await raw(url, `${method} ${path}`, cookie);
      assert.ok(status >= 400 && status <= 404, `${method} ${path}: ${status}`);
    }
  }
  // The runtime takes dots and backslashes out before the Worker sees them: then this is what was asked for, and judged.
  const seen = await requests();
  assert.ok(seen.length < 6, `${seen.length} requests`);
  for (const { method, path } of seen) assert.deepEqual([method, path], ["GET", `/users/${id}`]);
  assert.equal(await raw(url, `GET /users/${id}`, cookie), 404);
  assert.equal((await requests()).length, seen.length + 1);
});

test("an upstream that says the token again does not get it through", async () => {
  const upstream = createServer(({ headers: { authorization } }, response) => {
    response.setHeader("set-cookie", `token=${authorization}`);
    response.setHeader("x-ratelimit-note", authorization);
    response.setHeader("content-type", "application/json");
    const escaped = [...authorization].map((character) => `\\u00${character.charCodeAt(0).toString(16)}`).join("");
    response.end(
      `{"id":"u1","said":"${authorization}","url":"${encodeURIComponent(authorization)}","escaped":"${escaped}"}`,
    );
  });
  await once(upstream.listen(0, "127.0.0.1"), "listening");
  after(() => upstream.close());
  const HIGHLEVEL_BASE_URL = `http://127.0.0.1:${upstream.address().port}`;
  const own = await start(consumer.folder, "worker", { ...VARS, HIGHLEVEL_TOKEN: tokens.agency, HIGHLEVEL_BASE_URL });
  const { data, response } = await server({ baseUrl: own.origin }).users.get("u1").withResponse();
  assert.deepEqual(data, {
    id: "u1",
    said: "Bearer [redacted]",
    url: "Bearer%20[redacted]",
    escaped: "Bearer [redacted]",
  });
  assert.equal([...response.headers].flat().join().includes(tokens.agency), false);
  assert.equal(response.headers.get("set-cookie"), null);
});
