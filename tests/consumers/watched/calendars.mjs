/** Calendars, and what belongs to one. */

/** A Monday. */
const monday = (hour) => new Date(Date.UTC(2027, 0, 4, hour));
const times = { startTime: monday(0), endTime: monday(23) };
const range = { startDate: monday(0), endDate: monday(23) };
const openHours = [{ daysOfTheWeek: [1], hours: [{ openHour: 9, openMinute: 0, closeHour: 12, closeMinute: 0 }] }];
const words = { name: "Tea", description: "All about tea", slug: "tea" };
const room = { name: "Tea room", description: "Quiet", quantity: 1, outOfService: 0, capacity: 8 };
const reminder = { receiverType: "contact", channel: "email", notificationType: "reminder" };

const create = async ({ call }) =>
  (await call("calendars.create", { name: "Tastings", slotDuration: 60, slotInterval: 60, openHours })).id;
const calendar = async (scene) => ({ calendarId: await create(scene) });
const rooms = { resourceType: "rooms" };

async function book({ call }, { calendarId }) {
  const [{ id: contactId }] = (await call("contacts.search", { pageLimit: 1 })).contacts;
  const when = { startTime: monday(9), endTime: monday(10) };
  return (await call("calendars.appointments.create", { calendarId, contactId, ...when })).id;
}

const block = async ({ call }, { calendarId }) =>
  (await call("calendars.blockedSlots.create", { calendarId, title: "Closed", startTime: monday(10), endTime: monday(11) })).id;

async function notify({ call }, { calendarId }) {
  const [{ _id }] = await call("calendars.notifications.create", { calendarId, notifications: [reminder] });
  return _id;
}

async function slotsOf({ call }, { calendarId }) {
  const { traceId, ...days } = await call("calendars.freeSlots", { calendarId, ...range });
  return Object.values(days).flatMap(({ slots }) => slots);
}

/** @type {import("./scene.mjs").Watched[]} */
export const CALENDARS = [
  {
    name: "List Calendar Groups",
    operation: "calendars.groups.list",
    noun: "CalendarGroup",
    change: async ({ call }) => (await call("calendars.groups.create", words)).id,
  },
  { name: "List Calendars", operation: "calendars.list", noun: "Calendar", change: create },
  {
    name: "Get Calendar by ID",
    operation: "calendars.get",
    noun: "Calendar",
    tells: "changed",
    input: calendar,
    change: async ({ call }, { calendarId }) => (await call("calendars.update", { calendarId, description: "Three cups" })).id,
  },
  {
    name: "Get Free Slots",
    operation: "calendars.freeSlots",
    noun: "FreeSlot",
    idless: true,
    async input(scene) {
      const input = await calendar(scene);
      await block(scene, input);
      return { ...input, ...range };
    },
    async change(scene, input) {
      const before = await slotsOf(scene, input);
      const { events } = await scene.call("calendars.blockedSlots.list", { calendarId: input.calendarId, ...times });
      await scene.call("calendars.events.delete", { eventId: events[0].id });
      return (await slotsOf(scene, input)).find((slot) => !before.includes(slot));
    },
  },
  {
    name: "List Calendar Events",
    operation: "calendars.events.list",
    noun: "Appointment",
    input: async (scene) => ({ ...(await calendar(scene)), ...times }),
    change: book,
  },
  {
    name: "List Blocked Slots",
    operation: "calendars.blockedSlots.list",
    noun: "BlockedSlot",
    input: async (scene) => ({ ...(await calendar(scene)), ...times }),
    change: block,
  },
  {
    name: "Get Appointment",
    operation: "calendars.appointments.get",
    noun: "Appointment",
    tells: "changed",
    dated: "dateUpdated",
    input: async (scene) => ({ eventId: await book(scene, await calendar(scene)) }),
    change: async ({ call }, input) => (await call("calendars.appointments.update", { ...input, title: "Green tea" })).id,
  },
  {
    name: "List Appointment Notes",
    operation: "calendars.appointments.notes.list",
    noun: "AppointmentNote",
    input: async (scene) => ({ appointmentId: await book(scene, await calendar(scene)) }),
    change: async ({ call }, { appointmentId }) => (await call("calendars.appointments.notes.create", { appointmentId, body: "One" })).id,
  },
  {
    name: "List Calendar Notifications",
    operation: "calendars.notifications.list",
    noun: "CalendarNotification",
    input: calendar,
    change: notify,
  },
  {
    name: "Get Calendar Notification",
    operation: "calendars.notifications.get",
    noun: "CalendarNotification",
    tells: "changed",
    async input(scene) {
      const input = await calendar(scene);
      return { ...input, notificationId: await notify(scene, input) };
    },
    async change({ call }, input) {
      await call("calendars.notifications.update", { ...input, subject: "Soon" });
      return input.notificationId;
    },
  },
  {
    name: "List Calendar Resources",
    operation: "calendars.resources.list",
    noun: "CalendarResource",
    input: () => rooms,
    change: async ({ call }) => (await call("calendars.resources.create", { ...rooms, ...room, calendarIds: [] })).id,
  },
  {
    name: "Get Calendar Resource",
    operation: "calendars.resources.get",
    noun: "CalendarResource",
    tells: "changed",
    input: async ({ call }) => ({ ...rooms, id: (await call("calendars.resources.create", { ...rooms, ...room, calendarIds: [] })).id }),
    change: async ({ call }, input) => (await call("calendars.resources.update", { ...input, capacity: 9 })).id,
  },
  {
    operation: "calendars.groups.validateSlug",
    noun: "CalendarSlug",
    tells: "changed",
    idless: true,
    input: () => ({ slug: words.slug }),
    change: async ({ call }) => void (await call("calendars.groups.create", words)),
  },
];
