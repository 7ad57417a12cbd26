// What there is beside the calendars: groups, notifications, rooms and equipment.
import { pick } from "./common.mjs";

export async function around(calls, calendarId, refusal) {
  return {
    groups: await groupsOf(calls.groups, refusal),
    notifications: await notificationsOf(calls.notifications, calendarId, refusal),
    resources: await resourcesOf(calls.resources, calendarId, refusal),
  };
}

async function groupsOf(calls, refusal) {
  const { groups: before } = await calls.list();
  const words = { name: "Tea", description: "All about tea", slug: "tea" };
  const free = await calls.validateSlug({ slug: "tea" });
  const group = await calls.create(words);
  const taken = await calls.validateSlug({ slug: "tea" });
  const changed = await calls.update(group.id, { ...words, name: "Fine tea" });
  const asleep = await calls.setStatus(group.id, { isActive: false });
  const { groups } = await calls.list();
  const { succeeded } = await calls.delete(group.id);
  return {
    before: before.map(({ name }) => name),
    slugs: [free.available, taken.available],
    changed: pick(changed, "name", "slug"),
    asleep: [asleep.succeeded, groups.find(({ id }) => id === group.id)?.isActive],
    succeeded,
    missing: await refusal(() => calls.create({ name: "Tea" })),
    gone: await refusal(() => calls.update(group.id, words)),
  };
}

async function notificationsOf(calls, calendarId, refusal) {
  const reminder = { receiverType: "contact", channel: "email", notificationType: "reminder" };
  const later = { ...reminder, notificationType: "followup", afterTime: [{ timeOffset: 1, unit: "hours" }] };
  const created = await calls.create(calendarId, { notifications: [reminder, later] });
  const [{ _id: id }] = created;
  const { succeeded: changed } = await calls.update(calendarId, id, { isActive: false, subject: "Soon" });
  const read = await calls.get(calendarId, id);
  const listed = await calls.list(calendarId);
  const { succeeded } = await calls.delete(calendarId, id);
  return {
    created: created.map(({ notificationType }) => notificationType),
    changed: [changed, read.isActive, read.subject],
    listed: listed.length,
    succeeded,
    word: await refusal(() => calls.create(calendarId, { notifications: [{ ...reminder, channel: "pigeon" }] })),
  };
}

async function resourcesOf(calls, calendarId, refusal) {
  const rooms = await calls.list("rooms", { limit: 10, skip: 0 });
  const room = { name: "Tea room", description: "Quiet", quantity: 1, outOfService: 0, capacity: 8, calendarIds: [calendarId] };
  const created = await calls.create("rooms", room);
  // The specs show no id: this is what the sandbox gives.
  const { id } = created;
  const changed = await calls.update("rooms", id, { capacity: 9 });
  const read = await calls.get("rooms", id);
  const { succeeded } = await calls.delete("rooms", id);
  return {
    rooms: rooms.map(({ name }) => name),
    capacities: [changed.capacity, read.capacity],
    succeeded,
    gone: await refusal(() => calls.get("rooms", id)),
    created: pick(created, "name", "resourceType", "capacity"),
    word: await refusal(() => calls.list("planets", { limit: 10, skip: 0 })),
    missing: await refusal(() => calls.create("rooms", { name: "Tea room" })),
  };
}
