/** That a gateway's secrets do not come back, and what it tells its owner. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { gatewayOf, openTo, requestOf, signedRequest, TOKEN, USER, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";

const { createGateway } = await workersOf(install());
const PATH = `/users/${USER}`;
const open = (options, answer) => openTo(createGateway, options, answer);
const get = ({ gateway }) => gateway.fetch(requestOf("GET", PATH));
const invalid = () => Response.json({ statusCode: 401, message: "Invalid JWT" }, { status: 401 });

const coded = (text, write) =>
  [...text].map((character) => write(character.charCodeAt(0).toString(16).padStart(2, "0"))).join("");

test("no token comes back, in any way of writing", async () => {
  const token = `ey"J/0<1>&'2\\3+=${TOKEN}`;
  const forms = [
    token,
    `Bearer ${token}`,
    JSON.stringify(token).slice(1, -1),
    JSON.stringify(token).slice(1, -1).replaceAll("/", "\\/"),
    encodeURIComponent(token),
    coded(token, (hex) => `%${hex}`),
    coded(token, (hex) => `\\u00${hex}`),
    coded(token, (hex) => `\\u00${hex.toUpperCase()}`),
    coded(token, (hex) => `&#x${hex};`),
    token.toUpperCase(),
    token.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  ];
  for (const form of forms) {
    for (const status of [200, 400, 500]) {
      const body = `{"message":"you sent ${form}, didn't you?","more":"${form}${form}"}`;
      const headers = { "x-ratelimit-note": token, "content-type": "application/json", "x-ratelimit-max": "5" };
      const response = await get(open({ token: () => token }, () => new Response(body, { status, headers })));
      assert.equal(response.status, status);
      const text = await response.text();
      const kept = form.startsWith("Bearer ") ? "Bearer [redacted]" : "[redacted]";
      assert.equal(text, body.replaceAll(form, kept), form);
      assert.doesNotMatch(text, /5ec2e7/i);
      assert.equal(response.headers.get("x-ratelimit-note"), null);
      assert.equal(response.headers.get("x-ratelimit-max"), "5");
    }
  }
});

test("neither the token that was rejected nor its successor comes back", async () => {
  let asked = 0;
  const made = open({ token: () => `secret-token-${(asked += 1)}` }, ({ headers }) =>
    headers.authorization.endsWith("1") ? invalid() : Response.json({ was: "secret-token-1", is: "secret-token-2" }),
  );
  assert.deepEqual(await (await get(made)).json(), { was: "[redacted]", is: "[redacted]" });
});

test("tells its owner of what it refuses, without secrets, and of its own failures on the console", async () => {
  const made = gatewayOf(createGateway, { onRefusal: undefined });
  const { mock: written } = mock.method(console, "error", () => {});
  await made.gateway.fetch(requestOf("GET", PATH));
  assert.equal(written.callCount(), 0);
  const failing = gatewayOf(createGateway, { onRefusal: undefined }, () => Promise.reject(new Error(`no ${TOKEN}`)));
  await failing.gateway.fetch(signedRequest("GET", PATH));
  assert.deepEqual(
    written.calls.map((call) => call.arguments),
    [["[ghl-users] gateway: 502 no answer came from HighLevel (Error: no [redacted])"]],
  );
  mock.restoreAll();
  const throwing = gatewayOf(createGateway, { onRefusal: () => assert.fail("logging failed") });
  assert.equal((await throwing.gateway.fetch(requestOf("GET", PATH))).status, 401);
  const told = gatewayOf(createGateway);
  await told.gateway.fetch(signedRequest("DELETE", PATH));
  assert.deepEqual(told.refused, [
    {
      status: 403,
      message: "this gateway does not let this caller use users.delete",
      keyId: "server-1",
      operation: "users.delete",
    },
  ]);
});
