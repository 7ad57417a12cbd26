/** What a browser does to a creation when a connection dies that it has used before, and what a gateway makes of it. */

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dropping } from "./dropping.mjs";
import { fullMemory, gatewayOf, workersOf } from "./gateway.mjs";
import { install } from "./install.mjs";
import { outputs } from "./matrix/browser.mjs";

const consumer = install();
const { createGateway } = await workersOf(consumer);

const PAGE = `<!doctype html><link rel="icon" href="data:,"><output></output><script type="module">
  import { HighLevel } from "/node_modules/ghl-users/dist/index.js";
  const ghl = new HighLevel({ baseUrl: location.origin, companyId: "c1" });
  const person = { firstName: "Nova", lastName: "Ray", email: "nova@x.example", password: "S3cret-enough!" };
  const show = (value) => (document.querySelector("output").textContent = JSON.stringify(value));
  // By now the connections are used ones.
  await ghl.users.get("u0");
  ghl.users
    .create({ ...person, type: "account", role: "user", locationIds: ["l1"] })
    .withResponse()
    .then(({ data }) => show({ id: data.id }), ({ code, attempts, message }) => show({ code, attempts, message }));
</script>`;
writeFileSync(join(consumer.folder, "index.html"), PAGE);

/** HighLevel, which makes a user once. */
function highLevel() {
  const created = [];
  const answer = async ({ method, body }) => {
    if (method === "GET") return Response.json({ id: "u0" });
    const { email } = JSON.parse(body);
    if (created.push(email) === 1) return Response.json({ id: "u1", email }, { status: 201 });
    return Response.json({ statusCode: 400, message: "A user with this email already exists." }, { status: 400 });
  };
  return { created, answer };
}

async function visit({ origin }) {
  const [shown] = await outputs(`${origin}/`, 1);
  return shown;
}

test("a browser sends a creation twice by itself, and the caller meets the user that it has just made", async () => {
  const { created, answer } = highLevel();
  const handle = async (request) => answer({ method: request.method, body: await request.text() });
  const server = await dropping(consumer.folder, handle);
  const { code, attempts } = await visit(server);
  assert.deepEqual({ code, attempts }, { code: "duplicate_email", attempts: 1 });
  assert.equal(created.length, 2);
  assert.deepEqual([server.posts[0].isReused, server.posts.at(-1).isReused], [true, false]);
  assert.equal(new Set(server.posts.map(({ body }) => body)).size, 1);
});

test("behind a gateway that remembers, the user is made once, and the caller is told of it", async () => {
  const { created, answer } = highLevel();
  const authenticate = () => ({ operations: ["users.get", "users.create"] });
  const { gateway } = gatewayOf(createGateway, { authenticate, replays: fullMemory() }, answer);
  const server = await dropping(consumer.folder, (request) => gateway.fetch(request));
  assert.deepEqual(await visit(server), { id: "u1" });
  assert.equal(created.length, 1);
  assert.ok(server.posts.length > 1, `${server.posts.length} requests`);
});
