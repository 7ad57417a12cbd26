/** What a gateway lets through, as what, and what comes back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { GATEWAY, gatewayOf, outcomeOf, requestOf, signedRequest, TOKEN, USER, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";

const consumer = install();
const { createGateway } = await workersOf(consumer);
const { HighLevel } = await consumer.import("ghl-users");

/** A gateway that lets everybody in, as this caller. */
const openTo = (caller, options, answer) =>
  gatewayOf(createGateway, { callers: undefined, authenticate: () => caller, ...options }, answer);

test("sends on what was matched, with its own headers and no other", async () => {
  const { gateway, sent } = gatewayOf(createGateway);
  const headers = {
    authorization: "Bearer stolen",
    cookie: "a=b",
    version: "2021-07-28",
    "x-forwarded-for": "1.2.3.4",
  };
  const body = '{ "lastName": "Ray" }';
  const response = await gateway.fetch(signedRequest("PUT", `/users/${USER}`, { body, headers }));
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { id: USER });
  const [{ signal, ...request }] = sent;
  assert.equal(signal.aborted, false);
  assert.deepEqual(request, {
    url: `https://services.leadconnectorhq.com/users/${USER}`,
    method: "PUT",
    headers: {
      accept: "application/json",
      authorization: `Bearer ${TOKEN}`,
      version: "2021-07-28",
      "content-type": "application/json",
    },
    body: '{"lastName":"Ray"}',
    redirect: "manual",
  });
});

test("passes back the status, the body and what says when to call again, and nothing else", async () => {
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "x-ratelimit-remaining": "7",
    "x-ratelimit-max": "100",
    "retry-after": "2",
    "set-cookie": "session=1",
    server: "nginx",
    "x-powered-by": "Express",
    "access-control-allow-origin": "*",
  };
  const { gateway } = gatewayOf(createGateway, {}, () =>
    Response.json({ message: "Slow down" }, { status: 429, headers }),
  );
  const response = await gateway.fetch(signedRequest("GET", `/users/${USER}`));
  assert.equal(response.status, 429);
  assert.deepEqual(Object.fromEntries(response.headers), {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "content-type": "application/json; charset=utf-8",
    "retry-after": "2",
    vary: "Origin",
    "x-content-type-options": "nosniff",
    "x-ratelimit-max": "100",
    "x-ratelimit-remaining": "7",
  });
  assert.deepEqual(await response.json(), { message: "Slow down" });
});

test("passes back a body byte for byte, and none where there must be none", async () => {
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0xff, 0x00, 0x7d);
  const answers = [new Response(bytes), new Response(null, { status: 204 })];
  const { gateway } = gatewayOf(createGateway, {}, () => answers.shift());
  const first = await gateway.fetch(signedRequest("GET", `/users/${USER}`));
  assert.deepEqual(new Uint8Array(await first.arrayBuffer()), bytes);
  assert.equal((await gateway.fetch(signedRequest("GET", `/users/${USER}`))).status, 204);
});

test("is closed to who is not known, and to what is not on the caller's list", async () => {
  const { gateway, sent } = openTo(undefined);
  assert.deepEqual(await outcomeOf(gateway.fetch(requestOf("GET", `/users/${USER}`))), [
    401,
    "this gateway does not know who calls: expected a signature or a sign-in",
  ]);
  const signed = gatewayOf(createGateway);
  assert.deepEqual(await outcomeOf(signed.gateway.fetch(signedRequest("DELETE", `/users/${USER}`))), [
    403,
    "this gateway does not let this caller use users.delete",
  ]);
  const nothing = openTo({ operations: [] });
  assert.deepEqual((await outcomeOf(nothing.gateway.fetch(requestOf("GET", `/users/${USER}`))))[0], 403);
  assert.deepEqual([...sent, ...signed.sent, ...nothing.sent], []);
});

test("confines a caller to its company and its location", async () => {
  const caller = { operations: ["users.search"], companyId: "c1", locationId: "l 1" };
  const { gateway, sent } = openTo(caller);
  const statuses = [];
  for (const query of [
    "",
    "?companyId=c1",
    "?companyId=c1&locationId=l%201&query=jo",
    "?companyId=c2",
    "?locationId=l1",
  ]) {
    statuses.push((await gateway.fetch(requestOf("GET", `/users/search${query}`))).status);
  }
  assert.deepEqual(statuses, [200, 200, 200, 403, 403]);
  assert.deepEqual(
    sent.map(({ url }) => new URL(url).search),
    ["?companyId=c1&locationId=l%201", "?companyId=c1&locationId=l%201", "?companyId=c1&locationId=l%201&query=jo"],
  );
});

test("tells the client that a location is not the caller's", async () => {
  const { gateway } = openTo({ operations: ["users.search"], locationId: "l1" });
  const fetch = (url, init) => gateway.fetch(new Request(url, init));
  const ghl = new HighLevel({ baseUrl: GATEWAY, companyId: "c1", fetch });
  await assert.rejects(ghl.users.search({ locationId: "l2" }), { code: "wrong_location", attempts: 1 });
});

test("confines a caller to its company in a body", async () => {
  const { gateway, sent } = openTo({ operations: ["users.filterByEmail"], companyId: "c1" });
  const ask = (body) =>
    gateway.fetch(requestOf("POST", "/users/search/filter-by-email", { body: JSON.stringify(body) }));
  assert.equal((await ask({ emails: "a@b.example" })).status, 200);
  assert.equal((await ask({ emails: "a@b.example", companyId: "c1" })).status, 200);
  for (const companyId of ["c2", "", null, ["c1"], { c1: 1 }]) {
    assert.equal((await ask({ emails: "a@b.example", companyId })).status, 403, JSON.stringify(companyId));
  }
  assert.deepEqual(
    sent.map(({ body }) => JSON.parse(body)),
    [
      { emails: "a@b.example", companyId: "c1" },
      { emails: "a@b.example", companyId: "c1" },
    ],
  );
});

test("asks authorize last, with all that the call says", async () => {
  const calls = [];
  const caller = { operations: ["users.update", "users.search"], who: "Nova" };
  const authorize = async (call) => {
    calls.push(structuredClone(call));
    if (call.body) call.body.role = "admin";
    return call.params.userId !== "u2";
  };
  const { gateway, sent } = openTo(caller, { authorize });
  const body = '{"firstName":"a","firstName":"b"}';
  assert.equal((await gateway.fetch(requestOf("PUT", "/users/u1", { body }))).status, 200);
  assert.equal((await gateway.fetch(requestOf("PUT", "/users/u2", { body }))).status, 403);
  assert.equal((await gateway.fetch(requestOf("GET", "/users/search?query=J%C3%B6+%26"))).status, 200);
  const common = { caller, keyId: undefined };
  assert.deepEqual(calls, [
    { ...common, operation: "users.update", params: { userId: "u1" }, body: { firstName: "b" } },
    { ...common, operation: "users.update", params: { userId: "u2" }, body: { firstName: "b" } },
    { ...common, operation: "users.search", params: { query: "Jö &" }, body: undefined },
  ]);
  // What was judged, and not what could be read in two ways or was changed since.
  assert.deepEqual(
    sent.map((request) => request.body),
    ['{"firstName":"b"}', undefined],
  );
});

test("tells authorize what the caller's own company adds to a call", async () => {
  const calls = [];
  const caller = { operations: ["users.filterByEmail", "users.search"], companyId: "c1" };
  const { gateway } = openTo(caller, { authorize: (call) => calls.push(call) > 0 });
  await gateway.fetch(requestOf("POST", "/users/search/filter-by-email", { body: '{"emails":"a@b.example"}' }));
  await gateway.fetch(requestOf("GET", "/users/search"));
  assert.deepEqual(calls[0].body, { emails: "a@b.example", companyId: "c1" });
  assert.deepEqual(calls[1].params, { companyId: "c1" });
});

test("tells authorize which key signed, and nothing of its secret", async () => {
  const calls = [];
  const { gateway } = gatewayOf(createGateway, { authorize: (call) => calls.push(call) > 0 });
  assert.equal((await gateway.fetch(signedRequest("GET", `/users/${USER}`))).status, 200);
  assert.equal(calls[0].keyId, "server-1");
  assert.deepEqual(Object.keys(calls[0].caller), ["operations"]);
});

test("knows each version's operations behind its prefix", async () => {
  for (const [api, version, base] of [
    ["v1", undefined, "https://rest.gohighlevel.com/v1"],
    ["v2", "2021-07-28", "https://services.leadconnectorhq.com"],
    ["v3", "v3", "https://services.leadconnectorhq.com"],
  ]) {
    const { gateway, sent } = openTo({ operations: ["users.get"] }, { api, prefix: "/high/level" });
    assert.equal((await gateway.fetch(requestOf("GET", `/high/level/users/${USER}`))).status, 200);
    assert.equal((await gateway.fetch(requestOf("GET", `/users/${USER}`))).status, 403);
    assert.equal(sent.length, 1);
    assert.equal(sent[0].url, `${base}/users/${USER}`);
    assert.equal(sent[0].headers.version, version);
    const other = requestOf("GET", `/high/level/users/${USER}`, { headers: { version: "2020-01-01" } });
    assert.match((await outcomeOf(gateway.fetch(other)))[1], /another version of the API: expected as Version header (none|2021-07-28|v3)$/);
  }
});

test("serves the client, which needs no token and is told what the matter is", async () => {
  const { gateway, sent } = openTo({ operations: ["users.get", "users.list"] });
  const fetch = (url, init) => gateway.fetch(new Request(url, init));
  const ghl = new HighLevel({ baseUrl: GATEWAY, companyId: "c1", fetch });
  assert.deepEqual(await ghl.users.get(USER), { id: USER });
  await assert.rejects(ghl.users.delete(USER), { code: "forbidden", attempts: 1, message: /does not let this caller/ });
  const newer = new HighLevel({ api: "v3", baseUrl: GATEWAY, fetch });
  await assert.rejects(newer.users.get(USER), { code: "rejected", attempts: 1, message: /of another version/ });
  const elsewhere = new HighLevel({ baseUrl: `${GATEWAY}/api`, fetch });
  await assert.rejects(elsewhere.users.get(USER), { code: "forbidden", attempts: 1, message: /no such operation/ });
  assert.equal(sent.length, 1);
});
