/** Calls that reach every operation on calendars and their events, with ids that the sandbox has. */

const DAY = "2027-03-01T00:00:00.000Z";
const START = "2027-03-01T09:00:00+00:00";
const END = "2027-03-01T10:00:00+00:00";
const ALWAYS = { startTime: new Date(0), endTime: new Date(Date.UTC(2030, 0)) };
const HOURS = [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 0 }];

/** @param {import("../catalogue-answers.mjs").Scene} scene */
export async function calendars(scene) {
  const { call, callFull, userIds } = scene;
  const { calendars } = await call("calendars.list", {});
  const group = await groups(scene);
  const where = { locationConfigurations: [{ kind: "physical", location: "Main St 1" }] };
  const own = {
    ...{ slug: "conformance", groupId: group.id, allowBookingAfterUnit: "days", ...where },
    ...{ openHours: [{ daysOfTheWeek: [1], hours: HOURS }], availabilities: [{ date: DAY, hours: HOURS }] },
    ...{ teamMembers: [{ userId: userIds[0], priority: 0.5, isPrimary: true, meetingLocationType: "address", ...where }] },
  };
  const { calendar } = await callFull("calendars.create", own);
  const calendarId = calendar.id;
  await call("calendars.get", { calendarId });
  await callFull("calendars.update", { calendarId, ...own });
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

async function notifications({ call, callFull }, calendarId) {
  const made = await callFull("calendars.notifications.create", { calendarId });
  await call("calendars.notifications.list", { calendarId });
  const notificationId = made[0]._id;
  await call("calendars.notifications.get", { calendarId, notificationId });
  await callFull("calendars.notifications.update", { calendarId, notificationId });
  await call("calendars.notifications.delete", { calendarId, notificationId });
}

async function rooms({ call, callFull }, calendarId) {
  for (const resourceType of ["rooms", "equipments"]) {
    const own = { resourceType, calendarIds: [calendarId] };
    const { id } = await callFull("calendars.resources.create", own);
    await call("calendars.resources.list", { resourceType, limit: 20, skip: 0 });
    await call("calendars.resources.get", { resourceType, id });
    await callFull("calendars.resources.update", { ...own, id });
    await call("calendars.resources.delete", { resourceType, id });
  }
}

/** Appointments, their notes, and where they are listed: among those of a contact, too. */
async function events({ call, callFull, contactId: someContact, userIds }, calendarId) {
  const contactId = await someContact();
  const own = { calendarId, startTime: START, endTime: END, assignedUserId: userIds[0], ignoreFreeSlotValidation: true };
  const { id: eventId } = await callFull("calendars.appointments.create", { ...own, contactId });
  await call("calendars.appointments.get", { eventId });
  await call("calendars.events.list", { calendarId, ...ALWAYS });
  await call("contacts.appointments.list", { contactId });
  await callFull("calendars.appointments.update", { ...own, eventId });
  const { note } = await call("calendars.appointments.notes.create", { appointmentId: eventId, body: "A", userId: userIds[0] });
  await call("calendars.appointments.notes.list", { appointmentId: eventId, limit: 10, offset: 0 });
  const noted = { appointmentId: eventId, noteId: note.id };
  await call("calendars.appointments.notes.update", { ...noted, body: "B", userId: userIds[0] });
  await call("calendars.appointments.notes.delete", noted);
  await call("calendars.events.delete", { eventId });
}

async function blocked({ call, userIds }, calendarId) {
  const when = { startTime: START, endTime: END };
  const made = await call("calendars.blockedSlots.create", { assignedUserId: userIds[0], title: "Away", ...when });
  await call("calendars.blockedSlots.update", { eventId: made.id, title: "Still away", assignedUserId: userIds[0], ...when });
  await call("calendars.blockedSlots.list", { userId: userIds[0], ...ALWAYS });
  await call("calendars.blockedSlots.create", { calendarId, title: "Closed", ...when });
  await call("calendars.blockedSlots.list", { calendarId, ...ALWAYS });
}
