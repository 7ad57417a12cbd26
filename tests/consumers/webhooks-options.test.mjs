/** `verifyWebhook`: its keys, its options, and what it is called with, where no trial's JSON can hold these. */

import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./install.mjs";
import { failureOf } from "./stub.mjs";
import { CURRENT, ed25519, GOOD, KEYS, LEGACY, NOW, pemOf, rsa, signed, signedByRsa, spkiOf, stranger, TEXT, USER } from "./webhook.mjs";

const { isHighLevelError, verifyWebhook } = await install().import("ghl-users/server");

/** What the functions of the entry are given directly, where a trial's JSON cannot hold it. */
const verify = (options, event = USER) => {
  const body = JSON.stringify(event);
  return verifyWebhook(
    { body, headers: { [CURRENT]: signed(body) } },
    { publicKeys: KEYS, now: () => NOW, ...options },
  );
};

test("has HighLevel's own keys, as it publishes them", async (t) => {
  const { mock } = t.mock.method(crypto.subtle, "importKey");
  await failureOf(verify({ publicKeys: undefined }));
  const keys = mock.calls.map(({ arguments: [format, bytes] }) =>
    createPublicKey({ key: Buffer.from(bytes), format: "der", type: format }),
  );
  assert.deepEqual(
    keys.map((key) => key.asymmetricKeyType),
    ["ed25519", "rsa"],
  );
  const raw = keys[0].export({ type: "spki", format: "der" }).subarray(-32);
  assert.equal(raw.toString("hex"), "8b61d1d6cacbe28d7c3bc0516bb815258ec6edbba96cddc7f40c09ac708388e8");
  assert.equal(keys[1].asymmetricKeyDetails.modulusLength, 4096);
});

test("takes a key of WebCrypto that verifies, and no other", async () => {
  const { subtle } = crypto;
  const key = (algorithm, usages, format = "spki", data = spkiOf(ed25519)) =>
    subtle.importKey(format, data, algorithm, false, usages);
  assert.equal((await verify({ publicKeys: [await key("Ed25519", ["verify"])] })).id, "u1");
  const secret = ed25519.privateKey.export({ type: "pkcs8", format: "der" });
  const wrong = [
    await key("Ed25519", ["sign"], "pkcs8", secret),
    await key({ name: "RSA-PSS", hash: "SHA-256" }, ["verify"], "spki", spkiOf(rsa)),
    await key({ name: "RSASSA-PKCS1-v1_5", hash: "SHA-1" }, ["verify"], "spki", spkiOf(rsa)),
    await key({ name: "HMAC", hash: "SHA-256" }, ["verify"], "raw", Buffer.alloc(32, 1)),
  ];
  for (const each of wrong) {
    await assert.rejects(verify({ publicKeys: [KEYS[0], each] }), {
      code: "invalid_config",
      message: /"publicKeys\[1\]" is a CryptoKey/,
    });
  }
});

test("refuses a key of WebCrypto that anybody could sign for", async () => {
  const { subtle } = crypto;
  const point = Buffer.alloc(32);
  const short = generateKeyPairSync("rsa", { modulusLength: 1_024 });
  const rsaOf = (pair) =>
    subtle.importKey("spki", spkiOf(pair), { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, false, ["verify"]);
  const weak = [await subtle.importKey("raw", point, "Ed25519", true, ["verify"]), await rsaOf(short)];
  for (const key of weak) {
    await assert.rejects(verify({ publicKeys: [KEYS[0], key] }), {
      code: "invalid_config",
      message: /"publicKeys\[1\]" is so weak that anybody could sign/,
    });
  }
  assert.equal((await verify({ publicKeys: [await rsaOf(rsa), KEYS[0]] })).id, "u1");
});

test("looks at the keys before the delivery", async () => {
  const headers = {};
  await assert.rejects(verifyWebhook({ body: TEXT, headers }, { publicKeys: ["00".repeat(32)] }), {
    code: "invalid_config",
    message: /"publicKeys\[0\]"/,
  });
});

test("refuses a key that is none, without showing it", async () => {
  const secret = ed25519.privateKey.export({ type: "pkcs8", format: "pem" });
  for (const key of [
    "",
    "key",
    secret,
    Buffer.alloc(31).toString("base64"),
    "ab".repeat(31),
    5,
    null,
    {},
    Buffer.alloc(32),
  ]) {
    const error = await failureOf(verify({ publicKeys: [key] }));
    assert.equal(error.code, "invalid_config", inspect(key));
    assert.match(error.message, /"publicKeys\[0\]"/);
    assert.ok(!inspect(error).includes(secret.split("\n")[1]));
  }
});

test("refuses an option that there is not, or of the wrong kind", async () => {
  const wrong = {
    publicKeys: [KEYS[0], []],
    allowLegacySignature: ["false", 1, null],
    toleranceMs: [-1, Number.NaN, "5"],
    seen: [[]],
    now: [NOW],
    tolerance: [5],
  };
  for (const [name, values] of Object.entries(wrong)) {
    const message = new RegExp(`"${name}"`);
    for (const value of values.filter((each) => each !== KEYS[0])) {
      await assert.rejects(verify({ [name]: value }), { code: "invalid_config", message }, inspect({ [name]: value }));
    }
  }
  await assert.rejects(verify({ publicKeys: KEYS[0] }), { code: "invalid_config", message: /"publicKeys"/ });
  await assert.rejects(verifyWebhook({ body: TEXT, headers: {} }, null), { code: "invalid_config" });
});

test("takes no key, tolerance or older signature from what all objects inherit", async () => {
  const forged = signed(TEXT, stranger);
  const late = JSON.stringify({ ...USER, webhookId: "w1", timestamp: NOW - 600_000 });
  for (const [members, body, headers, options] of [
    [{ publicKeys: [pemOf(stranger)] }, TEXT, { [CURRENT]: forged }, {}],
    [{ allowLegacySignature: true }, TEXT, { [LEGACY]: signedByRsa(TEXT) }, { publicKeys: KEYS }],
    [{ toleranceMs: 1e15 }, late, { [CURRENT]: signed(late) }, { publicKeys: KEYS, now: () => NOW }],
    [{ now: () => NOW - 600_000 }, late, { [CURRENT]: signed(late) }, { publicKeys: KEYS }],
    [{ seen: () => false }, late, { [CURRENT]: signed(late) }, { publicKeys: KEYS, now: () => NOW }],
  ]) {
    Object.assign(Object.prototype, members);
    try {
      const error = await failureOf(verifyWebhook({ body, headers }, options));
      assert.ok(isHighLevelError(error, "invalid_signature"), inspect([members, error]));
    } finally {
      for (const name of Object.keys(members)) delete Object.prototype[name];
    }
  }
});

test("asks for the raw body where it was parsed or read before", async () => {
  const headers = { [CURRENT]: GOOD };
  for (const body of [USER, [USER], undefined, null, 5, new ReadableStream()]) {
    const options = { publicKeys: KEYS };
    await assert.rejects(
      verifyWebhook({ body, headers }, options),
      { code: "invalid_input", message: /expected the raw body/ },
      inspect(body),
    );
  }
  const requestOf = () => new Request("https://app.example.com", { method: "POST", headers, body: TEXT });
  const used = requestOf();
  await used.json();
  const locked = requestOf();
  locked.body.getReader();
  for (const request of [used, locked]) {
    await assert.rejects(verifyWebhook(request, { publicKeys: KEYS }), {
      code: "invalid_input",
      message: /was read before/,
    });
  }
  for (const wrong of [undefined, null, "text", {}, { body: TEXT }]) {
    await assert.rejects(verifyWebhook(wrong), { code: "invalid_input", message: /"headers"/ }, inspect(wrong));
  }
});

test("passes on why a request's body broke off", async () => {
  const cause = new Error("gone");
  const body = new ReadableStream({ pull: (controller) => controller.error(cause) });
  const request = new Request("https://app.example.com", {
    method: "POST",
    headers: { [CURRENT]: GOOD },
    body,
    duplex: "half",
  });
  await assert.rejects(verifyWebhook(request, { publicKeys: KEYS }), { code: "network", cause });
});

test("reads the body that it verified, whatever becomes of it meanwhile", async (t) => {
  const body = Buffer.from(TEXT);
  const { subtle } = crypto;
  const real = subtle.verify.bind(subtle);
  t.mock.method(subtle, "verify", (...input) => real(...input).finally(() => body.fill(" ")));
  assert.equal((await verifyWebhook({ body, headers: { [CURRENT]: GOOD } }, { publicKeys: KEYS })).id, "u1");
  assert.equal(body.toString().trim(), "");
});

test("takes any moment without a limit, and none where the clock is broken", async () => {
  assert.equal((await verify({ toleranceMs: Infinity }, { ...USER, timestamp: 0 })).id, "u1");
  const broken = verify({ now: () => Number.NaN }, { ...USER, timestamp: NOW });
  await assert.rejects(broken, { code: "invalid_signature", message: /is not within/ });
});

test("takes a view of a larger buffer, and shared memory", async () => {
  const large = Buffer.from(`xx${TEXT}yy`);
  const shared = new Uint8Array(new SharedArrayBuffer(TEXT.length));
  shared.set(Buffer.from(TEXT));
  for (const body of [large.subarray(2, -2), shared]) {
    assert.equal((await verifyWebhook({ body, headers: { [CURRENT]: GOOD } }, { publicKeys: KEYS })).id, "u1");
  }
});

test("takes the headers of Node's own server", async (t) => {
  const outcome = Promise.withResolvers?.() ?? {};
  outcome.promise ??= new Promise((resolve, reject) => Object.assign(outcome, { resolve, reject }));
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    response.end();
    verifyWebhook({ body: Buffer.concat(chunks), headers: request.headers }, { publicKeys: KEYS }).then(
      outcome.resolve,
      outcome.reject,
    );
  }).listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  await fetch(`http://127.0.0.1:${server.address().port}/`, {
    method: "POST",
    headers: { [CURRENT]: GOOD },
    body: TEXT,
  });
  assert.equal((await outcome.promise).id, "u1");
});

test("asks about an id only once it is verified and of this moment", async (t) => {
  const seen = t.mock.fn(async () => false);
  const event = { ...USER, webhookId: "w1", timestamp: NOW };
  const body = JSON.stringify(event);
  const headers = { [CURRENT]: signed(body, stranger) };
  await failureOf(verifyWebhook({ body, headers }, { publicKeys: KEYS, seen, now: () => NOW }));
  await failureOf(verify({ seen }, { ...event, timestamp: 0 }));
  await verify({ seen });
  assert.equal(seen.mock.callCount(), 0);
  await verify({ seen }, event);
  assert.deepEqual(
    seen.mock.calls.map((call) => call.arguments),
    [["w1"]],
  );
});

test("is closed where nothing is known of an id", async () => {
  const cause = new Error("the store is down");
  const event = { ...USER, webhookId: "w1" };
  const failing = [
    () => Promise.reject(cause),
    () => {
      throw cause;
    },
  ];
  for (const seen of failing) {
    await assert.rejects(verify({ seen }, event), { code: "invalid_config", message: /"seen" failed/, cause });
  }
  for (const answer of [undefined, null, 0, "false", {}]) {
    await assert.rejects(
      verify({ seen: async () => answer }, event),
      { code: "invalid_config", message: /"seen" gave/ },
      inspect(answer),
    );
  }
  assert.equal((await verify({ seen: () => false }, event)).id, "u1");
});

test("rejects with an error of ours, whatever it is given and whatever that throws", async () => {
  const cause = new Error("mine");
  const event = { ...USER, webhookId: "w1", timestamp: NOW };
  const thrown = [cause, "a string", undefined, null, opaque()];
  for (const value of thrown) {
    const fails = () => {
      throw value;
    };
    const getter = (name) => Object.defineProperty({}, name, { get: fails, enumerable: true });
    const headers = { [CURRENT]: GOOD };
    const calls = {
      "a clock": () => verify({ now: fails }, event),
      "a seen": () => verify({ seen: fails }, event),
      "a seen that rejects": () => verify({ seen: async () => fails() }, event),
      "a seen whose promise is none": () => verify({ seen: () => getter("then") }, event),
      "an option": () => verifyWebhook({ body: TEXT, headers }, getter("publicKeys")),
      "the headers": () => verifyWebhook(getter("headers"), { publicKeys: KEYS }),
      "a header": () => verifyWebhook({ body: TEXT, headers: getter(CURRENT) }, { publicKeys: KEYS }),
      "a reader of headers": () => verifyWebhook({ body: TEXT, headers: { get: fails } }, { publicKeys: KEYS }),
      "the body": () => verifyWebhook(Object.assign(getter("body"), { headers }), { publicKeys: KEYS }),
      "a key": () => verify({ publicKeys: [getter(Symbol.toStringTag)] }),
    };
    for (const [name, call] of Object.entries(calls)) {
      const error = await failureOf(call());
      assert.ok(isHighLevelError(error), `${name}: ${typeof value}`);
      assert.match(error.code, /^invalid_(config|input)$/, name);
    }
  }
  for (const delivery of [opaque(), { body: TEXT, headers: opaque() }, { body: opaque(), headers: { [CURRENT]: GOOD } }]) {
    assert.ok(isHighLevelError(await failureOf(verifyWebhook(delivery, { publicKeys: KEYS }))));
  }
  assert.ok(isHighLevelError(await failureOf(verifyWebhook({ body: TEXT, headers: {} }, opaque()))));
  assert.ok(isHighLevelError(await failureOf(verify({ seen: () => opaque() }, event))));
});

/** What does not even say what it is. */
function opaque() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
