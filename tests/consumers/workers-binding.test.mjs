/** How objects are reached: which failures are tried again, and how. The namespaces are stubs. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";
import { settle } from "./stub.mjs";

const { reach } = await source("workers/binding.ts");

const MOVING = Object.assign(new Error("the object is moving"), { retryable: true });
const OVERLOADED = Object.assign(new Error("too much to do"), { retryable: true, overloaded: true });
const WRONG = new Error("no such table");

/** An object that fails as listed, and answers then. Each of its stubs works for one call. */
function namespaceOf(...failures) {
  const names = [];
  return {
    names,
    idFromName: (name) => ({ name, toString: () => name, equals: () => false }),
    get({ name }) {
      names.push(name);
      const failure = failures.shift();
      return { call: async () => (failure ? Promise.reject(failure) : "answer") };
    },
  };
}

/** Reaches it under timers that the test turns on. */
async function reached(t, namespace) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const outcome = Promise.allSettled([reach(namespace, "key", (object) => object.call())]);
  for (let pause = 0; pause < 4; pause += 1) {
    await settle();
    t.mock.timers.tick(1_000);
  }
  return (await outcome)[0];
}

test("what passes is tried again, with a new stub each time", async (t) => {
  const namespace = namespaceOf(MOVING, MOVING, MOVING);
  assert.equal((await reached(t, namespace)).value, "answer");
  assert.deepEqual(namespace.names, ["key", "key", "key", "key"]);
});

test("what does not pass is told after four times", async (t) => {
  const namespace = namespaceOf(MOVING, MOVING, MOVING, MOVING, MOVING);
  assert.equal((await reached(t, namespace)).reason, MOVING);
  assert.equal(namespace.names.length, 4);
});

for (const error of [OVERLOADED, WRONG, undefined]) {
  test(`is not tried again: ${error?.message ?? "a failure that says nothing"}`, async (t) => {
    const namespace = namespaceOf(error ?? "failure");
    assert.equal((await reached(t, namespace)).reason, error ?? "failure");
    assert.equal(namespace.names.length, 1);
  });
}
