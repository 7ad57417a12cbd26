/** Does a program end when its work is done, and not before? Each runs in a Node of its own. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { install } from "../consumers/install.mjs";
import { listen } from "./listener.mjs";

const consumer = install();
/** The time limit of the calls. A timer that is left behind would keep the program for so long. */
const LONG_MS = 300_000;
/** How long a busy machine may take to start and end a program. */
const MACHINE_MS = 30_000;

/** Runs a program with a client `ghl` of this server; gives what it printed, when it has ended by itself. */
async function run(t, answer, program, options = {}) {
  const { url } = await listen(answer);
  const given = { token: "pit-00000000-0000-4000-8000-000000000000", baseUrl: url, timeoutMs: LONG_MS, ...options };
  const source = `
    import { HighLevel } from "ghl-users";
    const ghl = new HighLevel(${JSON.stringify(given)});
    const codeOf = (call) => call.then(() => "done", ({ code }) => code);
    ${program}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], { cwd: consumer.folder });
  const tooLate = setTimeout(() => child.kill("SIGKILL"), MACHINE_MS);
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  const [status, signal] = await once(child, "close");
  clearTimeout(tooLate);
  const [out, complaints] = await printed;
  assert.equal(signal, null, "it has not ended by itself");
  assert.equal(status, 0, complaints);
  return out.trim();
}

const ok = (_, response) => response.end('{"id":"u1"}');
const silence = () => {};
/** Answers so the first time, and well after that. */
function once503(headers) {
  let visits = 0;
  return (_, response) => {
    if (visits++ === 0) response.writeHead(503, headers);
    response.end('{"id":"u1"}');
  };
}

const ENDS = {
  "a call is done": [ok, `console.log(await codeOf(ghl.users.get("u1")));`, "done"],
  "a call has failed": [
    (_, response) => response.writeHead(404).end("{}"),
    `console.log(await codeOf(ghl.users.get("u1")));`,
    "not_found",
  ],
  "a call was cancelled": [
    silence,
    `const signal = AbortSignal.timeout(50);
     const beat = setTimeout(() => {}, 60);
     console.log(await codeOf(ghl.users.get("u1", { signal })));`,
    "aborted",
  ],
  "a call was cancelled while it waited for its turn": [
    ok,
    `await ghl.users.get("u1");
     const controller = new AbortController();
     setTimeout(() => controller.abort(), 50);
     console.log(await codeOf(ghl.users.get("u1", { signal: controller.signal })));`,
    "aborted",
    { rateLimit: { requests: 1, perMs: LONG_MS / 2 } },
  ],
  "a call was cancelled while it waited to be sent again": [
    (_, response) => response.writeHead(503, { "retry-after": "100" }).end("{}"),
    `const controller = new AbortController();
     setTimeout(() => controller.abort(), 200);
     console.log(await codeOf(ghl.users.get("u1", { signal: controller.signal })));`,
    "aborted",
  ],
  "a call has run out of time": [
    silence,
    `console.log(await codeOf(ghl.users.get("u1", { timeoutMs: 100 })));`,
    "timeout",
  ],
  "a client was closed": [
    ok,
    `const call = ghl.users.get("u1"); ghl.close(); console.log(await codeOf(call));`,
    "done",
  ],
};
for (const [event, [answer, program, printed, options]] of Object.entries(ENDS)) {
  test(`ends by itself when ${event}`, async (t) => {
    assert.equal(await run(t, answer, program, options), printed);
  });
}

const GOES_ON = {
  "a call is to be sent again": [
    once503({ "retry-after-ms": "300" }),
    `console.log(await codeOf(ghl.users.get("u1")));`,
    "done",
  ],
  "a call waits for its turn": [
    ok,
    `console.log(await Promise.all(Array.from({ length: 3 }, () => codeOf(ghl.users.get("u1")))).then(String));`,
    "done,done,done",
    { rateLimit: { requests: 1, perMs: 200 } },
  ],
};
for (const [event, [answer, program, printed, options]] of Object.entries(GOES_ON)) {
  test(`does not end while ${event}`, async (t) => {
    assert.equal(await run(t, answer, program, options), printed);
  });
}

test("does not end before a call that nobody answers has run out of time", async (t) => {
  const program = `
    const deaf = new HighLevel({ token: "t", timeoutMs: 200, fetch: () => new Promise(() => {}) });
    console.log(await codeOf(deaf.users.get("u1")));`;
  assert.equal(await run(t, ok, program), "timeout");
});
