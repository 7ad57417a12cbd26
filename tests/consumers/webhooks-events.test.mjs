/** What `verifyWebhook` makes of an event that is HighLevel's. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./install.mjs";
import { CURRENT, KEYS, signed, USER } from "./webhook.mjs";

const { isUserEvent, verifyWebhook } = await install().import("ghl-users/server");

function verify(event) {
  const body = JSON.stringify(event);
  return verifyWebhook({ body, headers: { [CURRENT]: signed(body) } }, { publicKeys: KEYS });
}

const NAMES = {
  UserCreate: "UserCreate",
  UserUpdate: "UserUpdate",
  UserDelete: "UserDelete",
  "user.created": "UserCreate",
  "user.updated": "UserUpdate",
  "user.deleted": "UserDelete",
};
for (const [name, type] of Object.entries(NAMES)) {
  test(`knows ${name}, of a location or an agency`, async () => {
    const { locationId, ...person } = USER;
    for (const scope of [{ locationId }, { companyId: "c1", locations: ["l1", "l2"] }]) {
      const sent = { ...person, ...scope, type: name, later: { a: [1] } };
      const event = await verify(sent);
      assert.deepEqual(event, { ...sent, type, raw: sent });
      assert.ok(isUserEvent(event));
    }
  });
}

test("passes on an event that it does not know", async () => {
  for (const type of ["ContactCreate", "user.CREATED", "toString", "__proto__", ""]) {
    const sent = { type, id: "x" };
    const event = await verify(sent);
    assert.deepEqual(event, { ...sent, raw: sent });
    assert.ok(!isUserEvent(event), type);
  }
});
