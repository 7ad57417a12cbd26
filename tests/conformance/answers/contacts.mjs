/** Calls that reach every operation on contacts, with ids that the sandbox has. */

import { customField } from "./custom-field.mjs";

const DUE = "2027-03-01T09:00:00.000Z";
const EMAIL = "zoe.o+hara@example.com";

/** @param {import("../catalogue-answers.mjs").Scene} scene */
export async function contacts(scene) {
  const { api, call, callFull, userIds } = scene;
  const custom = await customField(scene, "contact");
  const own = { email: EMAIL, phone: "+4915112345678", tags: ["new"], assignedTo: userIds[0] };
  const { contact } = await callFull("contacts.create", { ...own, ...custom("blue") });
  const contactId = contact.id;
  await call("contacts.followers.add", { contactId, followers: userIds.slice(0, 2) });
  await call("contacts.followers.remove", { contactId, followers: userIds.slice(0, 1) });
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
  await callFull("contacts.update", { contactId, ...own, source: null, ...custom("green") });
  await callFull("contacts.upsert", { ...own, ...custom("red"), createNewIfDuplicateAllowed: false });
  const { contact: other } = await call("contacts.upsert", { email: "another@example.com", firstName: "Ann" });
  await business(scene, [contactId, other.id]);
  await tasks(scene, contactId);
  await notes(scene, contactId);
  await call("contacts.tags.add", { contactId, tags: ["a", "b"] });
  await call("contacts.tags.remove", { contactId, tags: ["a"] });
  for (const type of ["add", "remove"])
    await call("contacts.tags.updateMany", { type, contacts: [contactId, other.id], tags: ["many"] });
  await automations(scene, contactId);
  await call("contacts.delete", { contactId });
  await call("contacts.delete", { contactId: other.id });
}

async function business({ call }, ids) {
  const { businesses } = await call("businesses.list", {});
  const businessId = businesses[0].id;
  await call("contacts.setBusiness", { ids, businessId });
  await call("contacts.get", { contactId: ids[0] });
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

async function notes({ call, callFull, userIds }, contactId) {
  const own = { contactId, userId: userIds[0] };
  const { note } = await callFull("contacts.notes.create", own);
  await call("contacts.notes.list", { contactId });
  await call("contacts.notes.get", { contactId, id: note.id });
  await callFull("contacts.notes.update", { ...own, id: note.id });
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
