/** Which pages may call a gateway, and what browsers are told of it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { GATEWAY, gatewayOf, outcomeOf, requestOf, signedRequest, USER, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";

const PAGE = "https://app.example";
const PATH = `/users/${USER}`;
const { createGateway } = await workersOf(install());

const open = (options) => {
  let asked = 0;
  const authenticate = () => (asked += 1) && { operations: ["users.get", "users.update"] };
  const limits = { "x-ratelimit-remaining": "7", "retry-after": "1" };
  const answer = () => Response.json({ id: USER }, { headers: limits });
  const made = gatewayOf(createGateway, { authenticate, origins: [PAGE, "http://localhost:3000"], ...options }, answer);
  return { ...made, asked: () => asked };
};
const from = (origin, headers) => requestOf("GET", PATH, { headers: { ...(origin && { origin }), ...headers } });
const ask = (origin, headers) =>
  requestOf("OPTIONS", PATH, { headers: { origin, "access-control-request-method": "PUT", ...headers } });
const cors = ({ headers }) => [...headers].filter(([name]) => name.startsWith("access-control-")).sort();

test("answers a preflight of a listed page, and says what it may send", async () => {
  const { gateway, asked } = open();
  const response = await gateway.fetch(ask(PAGE, { "access-control-request-headers": "x-anything" }));
  assert.equal(response.status, 204);
  assert.equal(await response.text(), "");
  assert.deepEqual(cors(response), [
    ["access-control-allow-headers", "authorization, version, accept, content-type, content-digest, signature-input, signature"],
    ["access-control-allow-methods", "GET, POST, PUT, DELETE"],
    ["access-control-allow-origin", PAGE],
    ["access-control-max-age", "600"],
  ]);
  assert.equal(response.headers.get("vary"), "Origin");
  assert.equal(asked(), 0);
});

test("lets a listed page read the answer, and when to call again", async () => {
  const { gateway } = open();
  for (const origin of [PAGE, "http://localhost:3000"]) {
    const response = await gateway.fetch(from(origin));
    assert.equal(response.status, 200);
    assert.deepEqual(cors(response), [
      ["access-control-allow-origin", origin],
      ["access-control-expose-headers", "retry-after, x-ratelimit-remaining"],
    ]);
    assert.equal(response.headers.get("vary"), "Origin");
  }
});

test("lets a listed page read a refusal", async () => {
  const { gateway } = open({ authenticate: () => undefined });
  const response = await gateway.fetch(from(PAGE));
  assert.equal(response.status, 401);
  assert.deepEqual(cors(response), [["access-control-allow-origin", PAGE]]);
});

test("takes cookies of listed pages only where that is wanted", async () => {
  const { gateway } = open({ credentials: true });
  for (const request of [from(PAGE), ask(PAGE)]) {
    const { headers } = await gateway.fetch(request);
    assert.equal(headers.get("access-control-allow-credentials"), "true");
    assert.equal(headers.get("access-control-allow-origin"), PAGE);
  }
});

test("refuses every other page before it does anything", async () => {
  const { gateway, sent, asked, replays } = open({ credentials: true });
  const others = [
    "https://evil.example",
    "null",
    "",
    "https://app.example.evil.example",
    "http://app.example",
    "https://app.example:444",
  ];
  for (const origin of [
    ...others,
    "https://APP.example",
    "https://app.example/",
    `${PAGE}, ${PAGE}`,
    "https://sub.app.example",
    "*",
  ]) {
    const headers = { origin };
    for (const request of [
      requestOf("GET", PATH, { headers }),
      requestOf("PUT", PATH, { headers, body: "{}" }),
      signedRequest("GET", PATH, { headers }),
      ask(origin),
    ]) {
      const response = await gateway.fetch(request);
      assert.deepEqual(cors(response), [], origin);
      assert.deepEqual(await outcomeOf(response), [403, "this origin may not call this gateway"]);
    }
  }
  assert.deepEqual([sent.length, asked(), replays.known.size], [0, 0, 0]);
});

test("takes the pages of its own origin, which need no permission", async () => {
  const { gateway } = open({ origins: undefined });
  for (const site of [{}, { "sec-fetch-site": "same-origin" }]) {
    const response = await gateway.fetch(from(GATEWAY, site));
    assert.equal(response.status, 200);
    assert.deepEqual(cors(response), []);
  }
});

test("refuses what another site embeds or links to, which names no origin", async () => {
  const { gateway, asked } = open();
  for (const site of ["cross-site", "same-site"]) {
    assert.equal((await gateway.fetch(from(undefined, { "sec-fetch-site": site }))).status, 403);
  }
  assert.equal(asked(), 0);
  for (const site of ["same-origin", "none"]) {
    assert.equal((await gateway.fetch(from(undefined, { "sec-fetch-site": site }))).status, 200);
  }
});
