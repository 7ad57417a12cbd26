/** The keys of webhooks: those of the same events as triggers tell them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { consumer, createSandbox, NOON } from "./box.mjs";

const { eventKey, poll } = await consumer.import("ghl-users/triggers");
const { HighLevel } = await consumer.import("ghl-users");
const { verifyWebhook } = await consumer.import("ghl-users/server");

const AT = "2026-11-30T12:00:00.000Z";

/** HighLevel's names of events, what the body has beside the type, and the key; nothing where no trigger tells it. */
const EVENTS = [
  ["ContactCreate", { id: "c" }, "Contact:c:added"],
  ["ContactUpdate", { id: "c", dateUpdated: AT }, `Contact:c:changed:${NOON}`],
  ["ContactUpdate", { id: "c" }, undefined],
  ["ContactDndUpdate", { id: "c", dateUpdated: AT }, `Contact:c:changed:${NOON}`],
  ["ContactTagUpdate", { id: "c", dateUpdated: AT }, `Contact:c:changed:${NOON}`],
  ["ContactDelete", { id: "c" }, "Contact:c:removed"],
  ["OpportunityCreate", { id: "o" }, "Opportunity:o:added"],
  ["OpportunityStageUpdate", { id: "o", updatedAt: AT }, `Opportunity:o:changed:${NOON}`],
  ["OpportunityMonetaryValueUpdate", { id: "o" }, undefined],
  ["OpportunityDelete", { id: "o" }, "Opportunity:o:removed"],
  ["AppointmentCreate", { locationId: "l", appointment: { id: "a" } }, "Appointment:a:added"],
  ["AppointmentUpdate", { appointment: { id: "a", dateUpdated: AT } }, `Appointment:a:changed:${NOON}`],
  ["AppointmentDelete", { appointment: { id: "a" } }, "Appointment:a:removed"],
  ["TaskCreate", { id: "t" }, "Task:t:added"],
  ["TaskComplete", { id: "t", dateUpdated: AT }, `Task:t:changed:${NOON}`],
  ["NoteCreate", { id: "n" }, "Note:n:added"],
  ["UserCreate", { id: "u" }, "User:u:added"],
  ["UserDelete", { id: "u" }, "User:u:removed"],
  ["LocationCreate", { id: "l" }, "Location:l:added"],
  ["InboundMessage", { messageId: "m" }, "Message:m:added"],
  ["OutboundMessage", { messageId: "m" }, "Message:m:added"],
  ["ProviderOutboundMessage", { messageId: "m" }, undefined],
  ["ConversationUnreadWebhook", { id: "x" }, undefined],
  ["INSTALL", { id: "x" }, undefined],
  ["LCEmailStats", { id: "x" }, undefined],
  ["PlanChange", { id: "x" }, undefined],
  ["ContactCreate", {}, undefined],
  ["ContactCreate", { id: 7 }, undefined],
  ["", { id: "x" }, undefined],
];

for (const [type, rest, key] of EVENTS) {
  test(`${type || "no type"} with ${JSON.stringify(rest)} has ${key ?? "no key"}`, () => {
    assert.equal(eventKey({ type, ...rest }), key);
  });
}

test("a webhook of the sandbox has the key by which a trigger tells the same", async () => {
  const box = createSandbox({ now: NOON });
  const { companyId, locationIds } = box.ids;
  const ghl = new HighLevel({ token: box.tokens.agency, companyId, fetch: box.fetch });
  const trigger = poll(ghl, "users.search", { companyId }, { on: ["added", "removed"] });
  await (await trigger.once()).commit();
  const user = await ghl.users.create({
    companyId,
    firstName: "Ada",
    lastName: "Lovelace",
    email: "ada@example.com",
    password: "Str0ng!Password",
    type: "account",
    role: "user",
    locationIds: [locationIds[0]],
  });
  const heard = [];
  const receive = async (request) => {
    heard.push(eventKey(await verifyWebhook(request, { publicKeys: [box.publicKeys.ed25519] })));
    return new Response();
  };
  const told = [];
  const tell = async () => {
    const { events, commit } = await trigger.once();
    told.push(...events.map(({ key }) => key));
    await commit();
  };
  await box.emit({ type: "UserCreate", userId: user.id }, receive);
  await tell();
  await ghl.users.delete(user.id);
  await box.emit({ type: "UserDelete", userId: user.id }, receive);
  box.clock.tick(60_000);
  await tell();
  assert.deepEqual(told, [`User:${user.id}:added`, `User:${user.id}:removed`]);
  assert.deepEqual(heard, told);
});
