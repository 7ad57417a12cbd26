/** The examples in other languages: they make the vectors' signatures, and a gateway lets their requests through. */

import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gatewayOf, SECRET, USER, workersOf } from "./gateway.mjs";
import { served } from "./gateway-server.mjs";
import { install, ROOT } from "./install.mjs";

const FOLDER = join(ROOT, "examples/signing");
const VECTORS = JSON.parse(readFileSync(join(ROOT, "tests/fixtures/signatures.json"), "utf8"));
const { createGateway } = await workersOf(install());
const { gateway, sent } = gatewayOf(createGateway, { now: undefined });
const url = await served(gateway);

/** Each example: what it needs, how it signs a vector, which is in its environment, and how it calls. */
const EXAMPLES = {
  Ruby: {
    needs: ["ruby"],
    sign: [
      "ruby",
      "-r./signed_request.rb",
      "-e",
      `puts signature(*ENV.values_at("GHL_KEY_ID", "GHL_SECRET", "METHOD", "PATH_SENT", "BODY"), time: ENV["TIME"], nonce: ENV["NONCE"]).map { |pair| pair.join(": ") }`,
    ],
    call: ["ruby", "signed_request.rb"],
  },
  "curl and openssl": {
    needs: ["curl", "openssl"],
    sign: ["sh", "-c", '. ./signed-request.sh; signature "$METHOD" "$PATH_SENT" "$BODY" "$TIME" "$NONCE"'],
    call: ["sh", "signed-request.sh"],
  },
};

/** What a program prints, and its status. */
function run([program, ...args], env) {
  return new Promise((resolve) => {
    const options = { cwd: FOLDER, env: { ...process.env, LC_ALL: "C.UTF-8", ...env } };
    execFile(program, args, options, (error, stdout, stderr) => resolve({ status: error?.code ?? 0, stdout, stderr }));
  });
}

const has = (program) => spawnSync(program, ["--version"]).error === undefined;

for (const [name, { needs, sign, call }] of Object.entries(EXAMPLES)) {
  const missing = needs.filter((program) => !has(program));
  const skip = missing.length > 0 && `${missing.join(" and ")} not found`;

  test(`${name}: signs as the vectors say`, { skip }, async () => {
    for (const { keyId, secret, method, path, time, nonce, body = "", headers } of VECTORS) {
      const env = {
        GHL_KEY_ID: keyId,
        GHL_SECRET: secret,
        METHOD: method,
        PATH_SENT: path,
        BODY: body,
        TIME: time,
        NONCE: nonce,
      };
      const { status, stdout, stderr } = await run(sign, env);
      assert.deepEqual([status, stderr], [0, ""]);
      const lines = stdout.trimEnd().split("\n").map((line) => /^([\w-]+): (.*)$/.exec(line).slice(1));
      assert.deepEqual(Object.fromEntries(lines.map(([name, value]) => [name.toLowerCase(), value])), headers);
    }
  });

  test(`${name}: calls a gateway`, { skip }, async () => {
    sent.length = 0;
    const env = { GHL_KEY_ID: "server-1", GHL_SECRET: SECRET };
    const read = await run([...call, "GET", `${url}/users/search?companyId=c1&query=J%C3%B6`], env);
    assert.deepEqual([read.status, JSON.parse(read.stdout)], [0, { id: USER }], read.stderr);
    const body = '{"lastName":"Jörg"}';
    const written = await run([...call, "PUT", `${url}/users/${USER}`, body], env);
    assert.deepEqual([written.status, JSON.parse(written.stdout)], [0, { id: USER }], written.stderr);
    assert.deepEqual(
      sent.map(({ method, url, body }) => [method, url.replace(/^https:..[^/]*/, ""), body]),
      [
        ["GET", "/users/search?companyId=c1&query=J%C3%B6", undefined],
        ["PUT", `/users/${USER}`, body],
      ],
    );
    const refused = await run([...call, "GET", `${url}/users/${USER}`], { ...env, GHL_SECRET: `${SECRET}!` });
    assert.notEqual(refused.status, 0);
    assert.match(refused.stdout, /the signature is not of this request/);
  });
}
