/** The programs of `docs/signatures.md`, run as they stand there, with a gateway in the place of the one that they name. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gatewayOf, SECRET, USER, workersOf } from "./gateway.mjs";
import { served } from "./gateway-server.mjs";
import { install, ROOT } from "./install.mjs";
import { missing, PYTHON } from "./judges/pypi.mjs";

const GUIDE = readFileSync(join(ROOT, "docs/signatures.md"), "utf8");
const consumer = install();
const { createGateway } = await workersOf(consumer);
const { gateway, sent } = gatewayOf(createGateway, { now: undefined });
const url = await served(gateway);
const LIBRARY = "http-message-signatures";
symlinkSync(join(ROOT, "node_modules", LIBRARY), join(consumer.folder, "node_modules", LIBRARY));

/** The programs by their headings: what runs each, the end of its file, and why it cannot be run here. */
const PROGRAMS = {
  "With this package": [process.execPath, "mjs"],
  "With npm's `http-message-signatures`": [process.execPath, "mjs"],
  "With PyPI's `http-message-signatures`": [PYTHON, "py", missing],
};

for (const [heading, [command, extension, skip]] of Object.entries(PROGRAMS)) {
  test(`${heading}: the program works`, { skip }, async () => {
    const [, section] = GUIDE.split(`\n## ${heading}\n`);
    const [, code] = /```(?:js|python)\n(.*?)```/s.exec(section);
    const file = join(consumer.folder, `guide.${extension}`);
    writeFileSync(file, code.replaceAll("https://gateway.example.com", url));
    sent.length = 0;
    const env = { ...process.env, GHL_KEY_ID: "server-1", GHL_SECRET: SECRET };
    const said = await new Promise((resolve) =>
      execFile(command, [file], { env }, (error, stdout, stderr) => resolve([error, stdout.trim(), stderr])),
    );
    assert.deepEqual(said, [null, USER, ""]);
    assert.deepEqual(
      sent.map(({ method, body }) => [method, JSON.parse(body)]),
      [["PUT", { lastName: "Jörg" }]],
    );
  });
}

test("shows the headers and lines of the vectors' form, and the digest of the body that its programs send", () => {
  const digest = /Content-Digest: (.*)/.exec(GUIDE)[1];
  assert.equal(GUIDE.split(digest).length, 3);
  const [vector] = JSON.parse(readFileSync(join(ROOT, "tests/fixtures/signatures.json"), "utf8"));
  const own = (text) => text.replaceAll("server-1", "billing");
  assert.ok(GUIDE.includes(`Signature-Input: ${own(vector.headers["signature-input"])}\n`));
  assert.ok(GUIDE.includes(own(vector.base.at(-1))));
});
