/** HighLevel's own JavaScript SDK, pointed at the sandbox: what it can do there, it could do at HighLevel. */

import assert from "node:assert/strict";
import { test } from "node:test";
import vendor from "@gohighlevel/api-client";
import { requests, reset, SANDBOX_URL, seed } from "../consumers/sandbox.mjs";

/** A client of the SDK whose requests go to the sandbox. */
function clientOf(privateIntegrationToken, apiVersion) {
  const client = new vendor.HighLevel({ privateIntegrationToken, apiVersion, logLevel: "none" });
  // It has no option for the address, but gives its axios instance away.
  client.getHttpClient().defaults.baseURL = SANDBOX_URL;
  return client;
}

for (const version of ["2021-07-28", "v3"]) {
  test(`the vendor's SDK searches, gets, creates, updates and deletes users with Version ${version}`, async () => {
    await reset();
    const { tokens, companyId, locations, userCount } = await seed();
    const { users } = clientOf(tokens.agency, version);
    const email = "nova.quist@example.com";

    const found = await users.searchUsers({ companyId, limit: "5" });
    assert.deepEqual([found.users.length, found.count], [5, userCount]);
    assert.equal((await users.getUser({ userId: found.users[0].id })).email, found.users[0].email);

    const created = await users.createUser({
      companyId,
      firstName: "Nova",
      lastName: "Quist",
      email,
      password: "Correct-Horse-9-Battery",
      type: "account",
      role: "user",
      locationIds: [locations[0].id],
    });
    assert.equal(created.name, "Nova Quist");

    await users.updateUser(
      { userId: created.id },
      { companyId, firstName: "Vera", permissions: { campaignsEnabled: false } },
    );
    const changed = await users.getUser({ userId: created.id });
    assert.deepEqual([changed.name, changed.permissions.campaignsEnabled], ["Vera Quist", false]);
    const filtered = await users.filterUsersByEmail({ companyId, emails: email });
    assert.deepEqual(filtered.users, [{ id: created.id, email }]);

    const deleted = await users.deleteUser({ userId: created.id });
    assert.equal(version === "v3" ? deleted.succeeded : deleted.succeded, true);
    await assert.rejects(users.getUser({ userId: created.id }), { name: "GHLError", statusCode: 404 });

    const log = await requests();
    assert.equal(log.length, 8);
    assert.ok(log.every(({ headers }) => headers.version === version && "x-sdk-version" in headers));
  });
}

test("the vendor's SDK lists the users of a location", async () => {
  await reset();
  const { tokens, locationTokenLocationId } = await seed();
  const { users } = await clientOf(tokens.location, "2021-07-28").users.getUserByLocation({
    locationId: locationTokenLocationId,
  });
  assert.ok(users.length > 0);
  assert.ok(users.every(({ roles }) => roles.locationIds.includes(locationTokenLocationId)));
});

test("the vendor's SDK is refused a wrong token", async () => {
  await reset();
  const { companyId } = await seed();
  const call = clientOf("pit-unknown", "2021-07-28").users.searchUsers({ companyId });
  await assert.rejects(call, { name: "GHLError", statusCode: 401 });
});
