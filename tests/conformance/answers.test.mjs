/** What the sandbox answers, judged by HighLevel's OpenAPI files. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "../consumers/install.mjs";
import { reset, SANDBOX_URL, seed } from "../consumers/sandbox.mjs";
import { operationsFor } from "./operations.mjs";
import { sidesOf } from "./sides.mjs";
import { answerSpec, judged, skip, VERSIONS } from "./spec.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const SIDES = sidesOf((await consumer.import("ghl-users/sandbox")).createSandbox);

/** Clients whose every answer is noted as it came, before the package makes anything of it. */
function scene(api, definition, { baseUrl, world, ...side }) {
  const { tokens, companyId, locations } = world;
  const answers = [];
  const fetch = async (url, init) => {
    const response = await side.fetch(url, init);
    answers.push({ status: response.status, body: await response.clone().json() });
    return response;
  };
  const clientOf = (token) => new HighLevel({ api, token, baseUrl, fetch });
  const clients = {
    agency: clientOf(tokens.agency),
    location: clientOf(tokens.location),
    nobody: clientOf("pit-unknown"),
  };
  const email = "zoe.o+hara@example.com";
  return {
    answers,
    clients,
    input: { definition, companyId, email, locations: locations.slice(0, 2).map(({ id }) => id) },
  };
}

for (const api of VERSIONS) {
  for (const [name, begin] of Object.entries(SIDES)) {
    test(`${name}: the answers of ${api} conform to its spec`, { skip }, async (t) => {
      const spec = await answerSpec(api);
      const { answers, clients, input } = scene(api, spec.definition, await begin());
      for (const { id, vendorId, token, input: inputOf } of operationsFor(api)) {
        await t.test(`${id} answers as documented`, async () => {
          const data = await clients[token].request(id, inputOf(input));
          // The user whom the create made is the one for the operations after it.
          input.userId ??= data.id;
          assert.deepEqual(judged(spec, vendorId, answers.at(-1)), []);
        });
        await t.test(`${id} refuses an unknown token as documented`, async () => {
          const call = clients.nobody.request(id, inputOf({ userId: "u1", ...input }));
          await assert.rejects(call, { code: "invalid_token" });
          assert.equal(answers.at(-1).status, 401);
          assert.deepEqual(judged(spec, vendorId, answers.at(-1)), []);
        });
      }
    });

    test(`${name}: the lists of ${api} are not empty and conform to its spec`, { skip }, async () => {
      const spec = await answerSpec(api);
      const { answers, clients, input } = scene(api, spec.definition, await begin());
      const { users } = await clients.agency.users.search({ companyId: input.companyId, limit: 120 });
      assert.equal(users.length, 120);
      assert.deepEqual(judged(spec, "search-users", answers.at(-1)), []);
    });
  }

  test(`the sandbox refuses wrong input on ${api} as documented`, { skip }, async (t) => {
    const spec = await answerSpec(api);
    await reset();
    const { tokens, companyId, locations } = await seed();
    const [version] = spec.definition.paths["/users/"].post.parameters.find(({ name }) => name === "Version").schema
      .enum;
    const headers = { authorization: `Bearer ${tokens.agency}`, version, "content-type": "application/json" };
    const ask = async (method, path, body) => {
      const reply = await fetch(`${SANDBOX_URL}${path}`, { method, headers, body: body && JSON.stringify(body) });
      return { status: reply.status, body: await reply.json() };
    };
    // The package would not send these: they are asked for directly.
    const {
      body: {
        users: [{ id, email }],
      },
    } = await ask("GET", `/users/search?companyId=${companyId}&limit=1`);
    const taken = {
      companyId,
      firstName: "A",
      lastName: "B",
      email,
      type: "account",
      role: "user",
      locationIds: [locations[0].id],
    };
    const WRONG = [
      ["search-users", 422, "GET", "/users/search"],
      ["filter-users-by-email", 422, "POST", "/users/search/filter-by-email", { companyId, emails: [email] }],
      ["create-user", 422, "POST", "/users/", {}],
      ["create-user", 400, "POST", "/users/", taken],
      ["update-user", 422, "PUT", `/users/${id}`, { role: 5 }],
    ];
    for (const [vendorId, status, ...request] of WRONG) {
      await t.test(`${vendorId} with ${status}`, async () => {
        const answer = await ask(...request);
        assert.equal(answer.status, status);
        assert.deepEqual(judged(spec, vendorId, answer), []);
      });
    }
  });

  test(`the judge of the answers of ${api} refuses`, { skip }, async (t) => {
    const spec = await answerSpec(api);
    const user = {
      id: "u1",
      scopes: ["contacts.write"],
      roles: { type: "account" },
      permissions: { campaignsEnabled: true },
    };
    assert.deepEqual(judged(spec, "get-user", { status: 200, body: user }), []);
    const WRONG = {
      "a status that is not documented": { status: 204, body: user },
      "a field that is not documented": { status: 200, body: { ...user, nickname: "Jo" } },
      "a permission that is no boolean": { status: 200, body: { ...user, permissions: { campaignsEnabled: "yes" } } },
      "a scope that does not exist": { status: 200, body: { ...user, scopes: ["contact.write"] } },
      "a list where one user is due": { status: 200, body: [user] },
    };
    for (const [name, answer] of Object.entries(WRONG)) {
      await t.test(name, () => assert.notDeepEqual(judged(spec, "get-user", answer), []));
    }
  });
}
