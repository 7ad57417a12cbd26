// Uses of calendars that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise, type PagePromise } from "ghl-users";
import { calendars, catalogue, type Calendar, type CalendarAppointment, type CalendarAppointmentNote } from "ghl-users/catalogue";
import { calendars as single, type CalendarNotification, type CalendarResource } from "ghl-users/catalogue/calendars";

const v2 = new HighLevel({ token: "t", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t", locationId: "l" });
const v1 = new HighLevel({ api: "v1", token: "t" });
const hours = [{ openHour: 9, openMinute: 0, closeHour: 12, closeMinute: 0 }];

export const created: ApiPromise<Calendar> = calendars(v2).create({
  name: "n",
  calendarType: "round_robin",
  openHours: [{ daysOfTheWeek: [1, 2], hours }],
  teamMembers: [{ userId: "u", meetingLocationType: "zoom" }],
});
export const free = await calendars(v3).freeSlots("c", { startDate: new Date(), endDate: 1_800_000_000_000, userIds: ["u"] });
export const slots: string[] = Object.values(free).flatMap((day) => (typeof day === "object" ? day.slots : []));
export const booked: CalendarAppointment = await single(v3).appointments.create({ calendarId: "c", contactId: "k", startTime: new Date() });
export const moved: ApiPromise<CalendarAppointment> = calendars(v2).appointments.update("e", { appointmentStatus: "noshow" });
export const closed: string = (await calendars(v2).blockedSlots.create({ calendarId: "c", startTime: new Date() })).id;
export const notes: Promise<CalendarAppointmentNote[]> = calendars(v2).appointments.notes.list("a", { limit: 5, offset: 0 }).all();
export const paged: PagePromise<{ hasMore?: boolean }, CalendarAppointmentNote> = calendars(v3).appointments.notes.list("a", {
  limit: "5",
  offset: 0,
});
export const told: ApiPromise<CalendarNotification[]> = calendars(v2).notifications.create("c", {
  notifications: [{ receiverType: "contact", channel: "sms", notificationType: "reminder" }],
});
export const rooms: CalendarResource[] = await calendars(v2).resources.list("rooms", { limit: 5, skip: 0 });
export const raw: PromiseLike<Calendar> = catalogue(v2).request("calendars.get", { calendarId: "c" });
// An answer is no promise of a status that is not known yet.
export const status: string | undefined = booked.appointmentStatus;

// @ts-expect-error: it has no name
calendars(v2).create({ slotDuration: 30 });
// @ts-expect-error: there is no such type
calendars(v2).create({ name: "n", calendarType: "lunar" });
// @ts-expect-error: hours close
calendars(v2).create({ name: "n", openHours: [{ daysOfTheWeek: [1], hours: [{ openHour: 9, openMinute: 0 }] }] });
// @ts-expect-error: a calendar stays what it is
calendars(v2).update("c", { calendarType: "event" });
// @ts-expect-error: it begins some time
calendars(v2).appointments.create({ calendarId: "c", contactId: "k" });
// @ts-expect-error: there is no such status
calendars(v3).appointments.update("e", { appointmentStatus: "maybe" });
// @ts-expect-error: days are milliseconds or dates
calendars(v2).freeSlots("c", { startDate: "2026-12-01", endDate: "2026-12-02" });
// @ts-expect-error: there are rooms and equipments
calendars(v2).resources.list("planets", { limit: 5, skip: 0 });
// @ts-expect-error: that is no list of pages
calendars(v2).list().all();
// @ts-expect-error: v1 has none of it
calendars(v1).list();
