/** What Node prints when nobody catches an error: its message has to be on the first screen. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { install } from "./install.mjs";

const { folder } = install();

/** A small terminal. */
const [ROWS, COLUMNS] = [24, 80];
const THROWN = "an error of the test";

/** The programs, with what their first screen has to say. */
const FAILURES = {
  "an option that is wrong": ["new ghlUsers.HighLevel({ tokn: 5 })", /"tokn" is not an option; did you mean "token"/],
  "a call that nobody awaits": [
    `new ghlUsers.HighLevel({ token: "t", fetch: () => { throw new Error("${THROWN}"); }, maxRetries: 0 }).users.get("u1")`,
    /users\.get: the request got no answer/,
  ],
  "an input that is wrong, awaited": [`await new ghlUsers.HighLevel({ token: "t" }).users.get("")`, /users\.get: "userId"/],
  "a client that is closed": [
    `const ghl = new ghlUsers.HighLevel({ token: "t" }); ghl.close(); ghl.rateLimit`,
    /rateLimit: this client has been closed/,
  ],
};
const SERVER = {
  "a session without options": ["new ghlUsers.OAuthSession({})", /OAuthSession: "clientId" is missing/],
  "tokens that are none": [
    `await new ghlUsers.OAuthSession({ clientId: "a", clientSecret: "b", resource: { companyId: "c" } }).setTokens({})`,
    /OAuthSession\.setTokens/,
  ],
};
const SLIM = { "an engine that is no engine": ["ghlUsers.initSync(Uint8Array.of(1))", /WebAssembly cannot start/] };

const SIGNING = { "a key without a secret": ['ghlUsers.signed({ keyId: "k" })', /signed: "secret" is missing/] };

const TRIGGERS = {
  "what is no client": ['ghlUsers.poll({}, "users.search", {})', /poll: expected a client/],
  "an operation that is misspelt": [
    'ghlUsers.poll({ api: "v2", request() {} }, "users.seek", {})',
    /poll: there is no operation "users\.seek" that reads/,
  ],
};

const ENTRIES = {
  "ghl-users": FAILURES,
  "ghl-users/signing": SIGNING,
  "ghl-users/server": SERVER,
  "ghl-users/slim": SLIM,
  "ghl-users/triggers": TRIGGERS,
};
const KINDS = {
  import: (entry, program) => ["--input-type=module", "-e", `import * as ghlUsers from "${entry}"; ${program};`],
  require: (entry, program) => ["-e", `const ghlUsers = require("${entry}"); (async () => { ${program}; })();`],
};

for (const [kind, argumentsOf] of Object.entries(KINDS)) {
  for (const [entry, failures] of Object.entries(ENTRIES)) {
    for (const [name, [program, expected]] of Object.entries(failures)) {
      test(`${kind} of ${entry}: the first screen tells of ${name}`, () => {
        const { status, stderr } = spawnSync(process.execPath, argumentsOf(entry, program), { cwd: folder, encoding: "utf8" });
        assert.notEqual(status, 0);
        assert.match(firstScreen(stderr), expected);
      });
    }
  }
}

/** What a terminal shows before it scrolls. */
function firstScreen(text) {
  const rows = text.split("\n").flatMap((line) => line.match(new RegExp(`.{1,${COLUMNS}}`, "g")) ?? [""]);
  return rows.slice(0, ROWS).join("\n");
}
