/** Calls that reach every operation on contacts, with ids that the sandbox has. */

import { customField } from "./custom-field.mjs";

const DUE = "2027-03-01T09:00:00.000Z";
const EMAIL = "zoe.o+hara@example.com";
const ADDRESS = { address1: "Hauptstr. 1", city: "Köln", state: "NW", country: "DE", postalCode: "50667" };

/** @param {import("../catalogue-answers.mjs").Scene} scene */
export async function contacts(scene) {
  const { api, call, userIds } = scene;
  const own = await customField(scene, "contact");
  const { contact } = await call("contacts.create", {
    ...{ firstName: "Zoë", lastName: "O'Hara", email: EMAIL, phone: "+4915112345678", dateOfBirth: "1990-05-17" },
    ...{ ...ADDRESS, timezone: "Europe/Berlin", website: "https://example.com", companyName: "O'Hara & Co", gender: "female" },
    ...{ tags: ["new"], assignedTo: userIds[0], source: "conformance", ...own("blue"), ...silence(api) },
  });
  const contactId = contact.id;
  await call("contacts.get", { contactId });
  await call("contacts.findDuplicate", { email: EMAIL });
  await call("contacts.findDuplicate", { email: "nobody@example.com" });
  const page = await call("contacts.search", { pageLimit: 3, sort: [{ field: "dateAdded", direction: "desc" }] });
  await call("contacts.search", { pageLimit: 3, searchAfter: page.contacts.at(-1).searchAfter });
  await call("contacts.search", { pageLimit: 2, page: 1, filters: [{ field: "email", operator: "eq", value: EMAIL }] });
  if (api === "v2") {
    const { meta } = await call("contacts.list", { limit: 5 });
    await call("contacts.list", { limit: 5, startAfter: meta.startAfter, startAfterId: meta.startAfterId });
  }
  await call("contacts.update", { contactId, city: "Bonn", tags: ["old"], source: null, ...own("green"), ...silence(api) });
  await call("contacts.upsert", { email: EMAIL, lastName: "Hara" });
  const { contact: other } = await call("contacts.upsert", { email: "another@example.com", firstName: "Ann" });
  await business(scene, [contactId, other.id]);
  await tasks(scene, contactId);
  await notes(scene, contactId);
  await call("contacts.tags.add", { contactId, tags: ["a", "b"] });
  await call("contacts.tags.remove", { contactId, tags: ["a"] });
  for (const type of ["add", "remove"])
    await call("contacts.tags.updateMany", { type, contacts: [contactId, other.id], tags: ["many"] });
  await call("contacts.followers.add", { contactId, followers: userIds.slice(0, 2) });
  await call("contacts.followers.remove", { contactId, followers: userIds.slice(0, 1) });
  await automations(scene, contactId);
  await call("contacts.delete", { contactId });
  await call("contacts.delete", { contactId: other.id });
}

/** Whether a contact may be called, in the words of the version. */
function silence(api) {
  const setting = { status: "active", message: "At night" };
  return { dnd: false, dndSettings: api === "v3" ? { call: setting } : { Call: setting } };
}

async function business({ call }, ids) {
  const { businesses } = await call("businesses.list", {});
  const businessId = businesses[0].id;
  await call("contacts.setBusiness", { ids, businessId });
  await call("contacts.listByBusiness", { businessId, limit: 100 });
  await call("contacts.setBusiness", { ids, businessId: null });
}

async function tasks({ call, userIds }, contactId) {
  const { task } = await call("contacts.tasks.create", {
    ...{ contactId, title: "Call", body: "Soon", dueDate: DUE, completed: false, assignedTo: userIds[0] },
  });
  const taskId = task.id;
  await call("contacts.tasks.list", { contactId });
  await call("contacts.tasks.get", { contactId, taskId });
  await call("contacts.tasks.update", { contactId, taskId, title: "Call again" });
  await call("contacts.tasks.setCompleted", { contactId, taskId, completed: true });
  await call("contacts.tasks.delete", { contactId, taskId });
}

async function notes({ call, userIds }, contactId) {
  const { note } = await call("contacts.notes.create", { contactId, body: "Met at the fair.", userId: userIds[0] });
  await call("contacts.notes.list", { contactId });
  await call("contacts.notes.get", { contactId, id: note.id });
  await call("contacts.notes.update", { contactId, id: note.id, body: "Met twice.", userId: userIds[0] });
  await call("contacts.notes.delete", { contactId, id: note.id });
}

async function automations({ call }, contactId) {
  const { campaigns } = await call("campaigns.list", {});
  const campaignId = campaigns[0].id;
  await call("contacts.campaigns.add", { contactId, campaignId });
  await call("contacts.campaigns.remove", { contactId, campaignId });
  await call("contacts.campaigns.add", { contactId, campaignId });
  await call("contacts.campaigns.removeAll", { contactId });
  const { workflows } = await call("workflows.list", {});
  const workflowId = workflows[0].id;
  await call("contacts.workflows.add", { contactId, workflowId, eventStartTime: DUE });
  await call("contacts.workflows.remove", { contactId, workflowId });
}
