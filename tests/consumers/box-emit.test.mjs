/** Webhooks of the sandbox: signed with its own keys, and brought to a function or an address. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { consumer, createSandbox, failed, headersOf, HIGHLEVEL, isHighLevelError, NOON } from "./box.mjs";

const { verifyWebhook } = await consumer.import("ghl-users/server");

async function firstUser(box) {
  const url = `${HIGHLEVEL}/users/search?companyId=${box.ids.companyId}&limit=1`;
  const response = await box.fetch(url, { headers: headersOf(box.tokens.agency) });
  return (await response.json()).users[0];
}

/** A server of this machine that verifies what it gets. */
async function receiver(t, { publicKeys }) {
  const events = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const { headers } = request;
    events.push(await verifyWebhook({ headers, body }, { publicKeys: [publicKeys.ed25519] }));
    response.writeHead(202).end("thanks");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return { events, url: `http://127.0.0.1:${server.address().port}/hook?a=1` };
}

test("the package's own verifyWebhook takes a webhook of the sandbox, with each of its keys", async () => {
  const box = createSandbox();
  const user = await firstUser(box);
  for (const [legacy, key] of [[false, box.publicKeys.ed25519], [true, box.publicKeys.rsa]]) {
    const response = await box.emit({ type: "UserUpdate", userId: user.id, legacy }, async (request) => {
      assert.ok(request instanceof Request);
      assert.equal(request.method, "POST");
      const event = await verifyWebhook(request, { publicKeys: [key], allowLegacySignature: legacy });
      return Response.json({ type: event.type, raw: event.raw }, { status: 201 });
    });
    assert.equal(response.status, 201);
    const { type, raw } = await response.json();
    assert.equal(type, "UserUpdate");
    assert.deepEqual([raw.id, raw.email, raw.firstName], [user.id, user.email, user.firstName]);
  }
});

test("a webhook has one signature, and it does not verify another body", async () => {
  const box = createSandbox();
  const deliver = async (legacy) => {
    let headers;
    await box.emit({ type: "UserUpdate", legacy }, (request) => {
      headers = [...request.headers.keys()].filter((name) => name.startsWith("x-"));
      return new Response();
    });
    return headers;
  };
  assert.deepEqual(await deliver(false), ["x-ghl-signature"]);
  assert.deepEqual(await deliver(true), ["x-wh-signature"]);
  const error = await failed(
    box.emit({ type: "UserUpdate" }, ({ headers }) =>
      verifyWebhook({ headers, body: '{"type":"UserDelete"}' }, { publicKeys: [box.publicKeys.ed25519] }),
    ),
  );
  assert.ok(isHighLevelError(error, "invalid_signature"));
});

test("the body of a webhook says what it was told to", async () => {
  const box = createSandbox();
  const order = { type: "UserCreate", user: { id: "u1", name: "Jo" }, timestamp: new Date(NOON), webhookId: "w1" };
  const response = await box.emit(order, async (request) => new Response(await request.text()));
  assert.deepEqual(await response.json(), {
    id: "u1",
    name: "Jo",
    type: "UserCreate",
    timestamp: "2026-11-30T12:00:00.000Z",
    webhookId: "w1",
  });
});

test("a webhook goes to an address of this machine, and its answer comes back", async (t) => {
  const box = createSandbox();
  const { url, events } = await receiver(t, box);
  for (const to of [url, new URL(url)]) {
    const response = await box.emit({ type: "UserUpdate", user: { id: "u1" } }, to);
    assert.deepEqual([response.status, await response.text()], [202, "thanks"]);
  }
  assert.deepEqual(events.map(({ type }) => type), ["UserUpdate", "UserUpdate"]);
  assert.deepEqual(box.requests, []);
});

test("a webhook goes nowhere else unencrypted, and to nothing that is no receiver", async () => {
  const box = createSandbox();
  for (const to of ["http://example.com/", "ftp://localhost/", "/hook", "", undefined, 1, {}]) {
    const error = await failed(box.emit({ type: "UserUpdate" }, to));
    assert.ok(isHighLevelError(error, "invalid_input"), String(to));
    assert.match(error.message, /^sandbox\.emit: "to" is .+: expected a function, or a URL of https or of this machine$/);
  }
});

test("what a receiver throws comes through as it is", async () => {
  const box = createSandbox();
  for (const reason of ["a text", new Error("mine")]) {
    const throwing = () => {
      throw reason;
    };
    assert.equal(await failed(box.emit({ type: "UserUpdate" }, throwing)), reason);
    assert.equal(await failed(box.emit({ type: "UserUpdate" }, () => Promise.reject(reason))), reason);
  }
});

test("a wrong event is refused in words, and nobody is told", async () => {
  const box = createSandbox();
  const never = () => assert.fail("it was delivered");
  for (const [event, words] of [
    [{ type: "UserUpdate", userId: "nobody" }, /^sandbox\.emit: userId is nobody: expected the id of a user$/],
    [{ type: "UserUpdate", userId: "u1", user: {} }, /^sandbox\.emit: user and userId: expected one of them$/],
    [{}, /^sandbox\.emit: .*missing field `type`/],
    [undefined, /^sandbox\.emit: it is missing: expected an object/],
  ]) {
    const error = await failed(box.emit(event, never));
    assert.ok(isHighLevelError(error, "invalid_input"));
    assert.match(error.message, words);
  }
});
