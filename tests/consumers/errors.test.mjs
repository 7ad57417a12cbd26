/** Errors on their way to other threads, other processes and logs, and back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import fc from "fast-check";
import { install } from "./install.mjs";
import { clientOf, failureOf, json } from "./stub.mjs";

const consumer = install();
const { HighLevel, HighLevelError, isHighLevelError } = await consumer.import("ghl-users");

/** The ways to elsewhere. */
const WAYS = {
  JSON: (error) => JSON.parse(JSON.stringify(error)),
  structuredClone: (error) => structuredClone(error.toJSON()),
  postMessage(error) {
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(error.toJSON());
    const { message } = receiveMessageOnPort(port2);
    port1.close();
    return message;
  },
};

const text = fc.string({ unit: "binary" });
/** The fields of an error, most of them there or not, with such an error beneath it or none. */
const FIELDS = fc.letrec((tie) => ({
  fields: fc.record(
    {
      code: fc.constantFrom("not_found", "network", "invalid_grant", "a_code_of_a_later_version"),
      message: text,
      messages: fc.array(text),
      operation: text,
      status: fc.integer(),
      traceId: text,
      body: fc.jsonValue(),
      retryAfterMs: fc.nat(),
      attempts: fc.nat(),
      cause: fc.option(tie("fields"), { nil: undefined }),
    },
    { requiredKeys: ["code", "message"] },
  ),
})).fields;

const made = ({ cause, ...fields }) => new HighLevelError(cause ? { ...fields, cause: made(cause) } : fields);
/** All that an error says, but where it was made. */
const said = (error) => error && { ...error, message: error.message, name: error.name, cause: said(error.cause) };

for (const [name, carry] of Object.entries(WAYS)) {
  test(`an error is itself again after ${name}, whatever is in it`, () => {
    fc.assert(
      fc.property(FIELDS, (fields) => {
        const error = made(fields);
        const back = HighLevelError.from(carry(error));
        // JSON knows no -0.
        assert.equal(JSON.stringify(said(back)), JSON.stringify(said(error)));
        assert(back instanceof HighLevelError && isHighLevelError(back, error.code));
        assert.match(back.stack, /^HighLevelError\b/);
        assert.deepEqual(back.toJSON(), JSON.parse(JSON.stringify(error)));
      }),
      { seed: 11 },
    );
  });
}

test("the failure of a call comes back with what the server said", async () => {
  const refused = json({ message: ["no such user"], traceId: "t1" }, 404);
  const error = await failureOf(clientOf(HighLevel, refused).ghl.users.get("u1"));
  const back = HighLevelError.from(WAYS.postMessage(error));
  assert.deepEqual(said(back), said(error));
  assert.equal(back.body.traceId, "t1");
});

test("another copy of the package reads it", () => {
  const copy = consumer.require("ghl-users");
  const error = new HighLevelError({ code: "server", message: "m", cause: new copy.HighLevelError({ code: "network", message: "n" }) });
  const back = copy.HighLevelError.from(WAYS.JSON(error));
  assert(back instanceof copy.HighLevelError && !(back instanceof HighLevelError));
  assert.deepEqual([back.code, back.cause.code], ["server", "network"]);
});

test("nothing of a cause that is not this package's goes along", () => {
  const secret = Object.assign(new TypeError("postgres://app:secret@db"), { config: { token: "secret" }, toJSON: () => "secret" });
  for (const cause of [secret, "secret", { token: "secret" }, ["secret"], Object.assign(new Error("secret"), { name: "HighLevelError" })]) {
    const error = new HighLevelError({ code: "network", message: "m", cause: new HighLevelError({ code: "network", message: "n", cause }) });
    for (const carry of Object.values(WAYS)) assert.doesNotMatch(inspect(carry(error), { depth: 9 }), /secret/);
  }
});

test("what toJSON did not make is refused", () => {
  const cases = [undefined, null, 5, "x", [], {}, new Error("x"), { code: "server", message: "m" }, { name: "Error" }, () => {}];
  for (const json of cases) {
    assert.throws(() => HighLevelError.from(json), { name: "HighLevelError", code: "invalid_input" }, inspect(json));
  }
  const { from } = HighLevelError;
  assert.equal(from({ name: "HighLevelError", code: "server", message: "m" }).code, "server");
});

test("no JSON turns the error into something else", () => {
  const json = JSON.parse('{"name":"HighLevelError","code":"server","message":"m","__proto__":{"evil":true},"constructor":1}');
  const error = HighLevelError.from(json);
  assert.equal(Object.getPrototypeOf(error), HighLevelError.prototype);
  assert.equal(error.evil, undefined);
  assert.equal({}.evil, undefined);
});
