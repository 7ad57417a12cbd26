/** Calls that reach every operation on calendars and their events, with ids that the sandbox has. */

const DAY = "2027-03-01T00:00:00.000Z";
const START = "2027-03-01T09:00:00+00:00";
const END = "2027-03-01T10:00:00+00:00";
const EACH = { limit: 20, skip: 0 };
const HOURS = [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 0 }];
const LOOK_BUSY = { enabled: true, LookBusyPercentage: 20 };

/** @param {import("../catalogue-answers.mjs").Scene} scene */
export async function calendars(scene) {
  const { call, userIds } = scene;
  const { calendars } = await call("calendars.list", {});
  const group = await groups(scene);
  const { calendar } = await call("calendars.create", {
    ...{ name: "Conformance", description: "Of all", calendarType: "event", slug: "conformance", groupId: group.id },
    ...{ slotDuration: 30, slotDurationUnit: "mins", slotBuffer: 5, slotBufferUnit: "mins", allowBookingFor: 2 },
    ...{ openHours: [{ daysOfTheWeek: [1], hours: HOURS }], availabilities: [{ date: DAY, hours: HOURS }] },
    ...{ teamMembers: [{ userId: userIds[0], priority: 0.5, isPrimary: true }], eventTitle: "Visit", notes: "None" },
    ...{ enableRecurring: true, recurring: { freq: "DAILY", count: 2, bookingOption: "skip" }, isActive: true },
    ...{ locationConfigurations: [{ kind: "physical", location: "Main St 1" }], lookBusyConfig: LOOK_BUSY },
  });
  const calendarId = calendar.id;
  await call("calendars.get", { calendarId });
  await call("calendars.update", { calendarId, name: "Conformity" });
  const week = { startDate: new Date(START), endDate: new Date("2027-03-08T09:00:00Z") };
  await call("calendars.freeSlots", { calendarId: calendars[0].id, ...week, timezone: "Europe/Berlin" });
  await notifications(scene, calendarId);
  await rooms(scene, calendarId);
  await events(scene, calendars[0].id);
  await blocked(scene, calendars[0].id);
  await call("calendars.delete", { calendarId });
  await call("calendars.groups.delete", { groupId: group.id });
}

async function groups({ call }) {
  const own = { name: "Group", description: "Of several", slug: "group-of-several" };
  await call("calendars.groups.validateSlug", { slug: own.slug });
  const { group } = await call("calendars.groups.create", { ...own, isActive: true });
  await call("calendars.groups.list", {});
  await call("calendars.groups.update", { groupId: group.id, ...own, name: "Groups" });
  await call("calendars.groups.setStatus", { groupId: group.id, isActive: false });
  return group;
}

async function notifications({ call }, calendarId) {
  const notification = { receiverType: "contact", channel: "email", notificationType: "booked", isActive: true };
  const texts = { subject: "Booked", body: "See you", afterTime: [{ timeOffset: 1, unit: "hours" }] };
  const made = await call("calendars.notifications.create", { calendarId, notifications: [{ ...notification, ...texts }] });
  await call("calendars.notifications.list", { calendarId });
  const notificationId = made[0]._id;
  await call("calendars.notifications.get", { calendarId, notificationId });
  await call("calendars.notifications.update", { calendarId, notificationId, ...notification, isActive: false });
  await call("calendars.notifications.delete", { calendarId, notificationId });
}

async function rooms({ call }, calendarId) {
  for (const resourceType of ["rooms", "equipments"]) {
    const own = { name: "One", description: "First", quantity: 1, outOfService: 0, capacity: 4, calendarIds: [calendarId] };
    const made = await call("calendars.resources.create", { resourceType, ...own });
    const list = await call("calendars.resources.list", { resourceType, ...EACH });
    const id = made._id ?? made.id ?? list.at(-1)._id;
    await call("calendars.resources.get", { resourceType, id });
    await call("calendars.resources.update", { resourceType, id, name: "Two", isActive: true });
    await call("calendars.resources.delete", { resourceType, id });
  }
}

async function events({ call, bookings, contactId: someContact, userIds }, calendarId) {
  const contactId = await someContact();
  const made = await call("calendars.appointments.create", {
    ...{ calendarId, contactId, title: "Visit", startTime: START, endTime: END },
    ...{ appointmentStatus: "confirmed", assignedUserId: userIds[0], address: "Main St 1", description: "First" },
    ...{ meetingLocationType: "custom", meetingLocationId: "custom_0", ignoreFreeSlotValidation: true, toNotify: false },
  });
  const eventId = made.id;
  await call("calendars.appointments.get", { eventId });
  await bookings();
  await call("contacts.appointments.list", { contactId });
  const later = { startTime: END, endTime: "2027-03-01T11:00:00+00:00" };
  await call("calendars.appointments.update", { eventId, title: "Later", ...later, ignoreFreeSlotValidation: true });
  const { note } = await call("calendars.appointments.notes.create", { appointmentId: eventId, body: "A", userId: userIds[0] });
  await call("calendars.appointments.notes.list", { appointmentId: eventId, limit: 10, offset: 0 });
  const own = { appointmentId: eventId, noteId: note.id };
  await call("calendars.appointments.notes.update", { ...own, body: "B", userId: userIds[0] });
  await call("calendars.appointments.notes.delete", own);
  await call("calendars.events.delete", { eventId });
}

async function blocked({ call, userIds }, calendarId) {
  const when = { startTime: START, endTime: END };
  const made = await call("calendars.blockedSlots.create", { assignedUserId: userIds[0], title: "Away", ...when });
  await call("calendars.blockedSlots.update", { eventId: made.id, title: "Still away", assignedUserId: userIds[0], ...when });
  const range = { startTime: new Date("2027-03-01"), endTime: new Date("2027-03-02") };
  await call("calendars.blockedSlots.list", { userId: userIds[0], ...range });
  await call("calendars.blockedSlots.create", { calendarId, title: "Closed", ...when });
  await call("calendars.blockedSlots.list", { calendarId, ...range });
}
