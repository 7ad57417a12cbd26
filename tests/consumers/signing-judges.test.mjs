/** Libraries of others for RFC 9421, which share no code with us: each signs for our gateway, and checks what we sign. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { GATEWAY, gatewayOf, outcomeOf, SECRET, USER, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";
import * as npm from "./judges/npm.mjs";
import * as pypi from "./judges/pypi.mjs";

const consumer = install();
const { createGateway } = await workersOf(consumer);
const { signed } = await consumer.import("ghl-users/signing");
const KEY = { keyId: "server-1", secret: SECRET };
const JSON_TYPE = { "content-type": "application/json" };

/** What is asked for: without a body, with a query, with bodies. */
const REQUESTS = [
  { method: "GET", url: `${GATEWAY}/users/${USER}`, headers: {}, body: "" },
  { method: "GET", url: `${GATEWAY}/users/search?companyId=c1&query=J%C3%B6%20%26+Co%27s`, headers: {}, body: "" },
  { method: "PUT", url: `${GATEWAY}/users/${USER}`, headers: JSON_TYPE, body: '{"lastName":"Jörg ❤"}' },
  { method: "POST", url: `${GATEWAY}/users/`, headers: JSON_TYPE, body: "{}" },
];

const requestOf = ({ method, url, body }, headers) =>
  new Request(url, { method, headers, ...(body && { body: Buffer.from(body) }) });

for (const [name, judge] of Object.entries({ npm, PyPI: pypi })) {
  const skip = judge.missing && `${name}'s http-message-signatures: ${judge.missing}`;

  test(`${name}'s library signs for the gateway`, { skip }, async () => {
    const { gateway, sent } = gatewayOf(createGateway, { now: undefined });
    const given = REQUESTS.map((request) => ({ ...request, nonce: randomUUID() }));
    const headers = await judge.ask("sign", KEY, given);
    for (const [index, request] of REQUESTS.entries()) {
      assert.deepEqual(await outcomeOf(gateway.fetch(requestOf(request, headers[index]))), [200, undefined]);
      assert.match((await outcomeOf(gateway.fetch(requestOf(request, headers[index]))))[1], /nonce was used before/);
    }
    assert.deepEqual(
      sent.map(({ method, body }) => [method, body ?? ""]),
      REQUESTS.map(({ method, body }) => [method, body]),
    );
  });

  test(`${name}'s library does not sign for another request`, { skip }, async () => {
    const { gateway, sent } = gatewayOf(createGateway, { now: undefined });
    const given = REQUESTS.map((request) => ({ ...request, nonce: randomUUID() }));
    const headers = await judge.ask("sign", KEY, given);
    for (const [index, { method, url, body }] of REQUESTS.entries()) {
      const others = [
        { method: "DELETE", url, body: "" },
        { method, url: `${url}${url.includes("?") ? "&" : "?"}limit=1`, body },
        { method, url: url.replace("/users/", "/users/x"), body },
        ...(body ? [{ method, url, body: `${body} ` }] : [{ method: "PUT", url, body: "{}" }]),
      ];
      for (const other of others) {
        const [status, message] = await outcomeOf(gateway.fetch(requestOf(other, headers[index])));
        assert.deepEqual([status, /^the signature is not of this request/.test(message)], [401, true]);
      }
    }
    const forged = await judge.ask("sign", { ...KEY, secret: `${SECRET}!` }, given);
    for (const [index, request] of REQUESTS.entries()) {
      assert.equal((await outcomeOf(gateway.fetch(requestOf(request, forged[index]))))[0], 401);
    }
    assert.deepEqual(sent, []);
  });

  test(`${name}'s library checks what we sign`, { skip }, async () => {
    const sent = [];
    const fetch = async (url, { method, headers, body = "" }) => {
      sent.push({ url, method, headers, body });
      return new Response();
    };
    const sign = signed({ ...KEY, fetch });
    for (const { url, method, headers, body } of REQUESTS) await sign(url, { method, headers, ...(body && { body }) });
    const nonces = sent.map(({ headers }) => /nonce="([^"]+)"/.exec(headers["signature-input"])[1]);
    assert.deepEqual(
      await judge.ask("verify", KEY, sent),
      nonces.map((nonce) => ({ keyId: KEY.keyId, nonce })),
    );
    const others = sent.flatMap((request) => [
      { ...request, method: "PATCH" },
      { ...request, url: `${request.url}x` },
      { ...request, body: `${request.body} ` },
      { ...request, headers: { ...request.headers, signature: request.headers.signature.replace(/=:(.)/, (_, first) => `=:${first === "/" ? "A" : "/"}`) } },
    ]);
    for (const { error } of await judge.ask("verify", KEY, others)) assert.equal(typeof error, "string");
    for (const { error } of await judge.ask("verify", { ...KEY, secret: `${SECRET}!` }, sent)) assert.ok(error);
  });
}
