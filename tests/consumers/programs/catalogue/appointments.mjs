// Free slots, appointments with their notes, and blocked slots of a calendar that is open on workdays from 9 to 12.
import { paged, UNKNOWN } from "./common.mjs";

/** A Monday. */
const day = (hour) => new Date(Date.UTC(2027, 0, 4, hour));

export async function appointmentsOf(calls, calendarId, contactId, refusal) {
  const range = { startDate: day(0), endDate: day(23) };
  const slots = async () => {
    const { traceId, ...days } = await calls.freeSlots(calendarId, range);
    return Object.values(days).flatMap(({ slots }) => slots).map((slot) => new Date(slot).getUTCHours());
  };
  const times = { startTime: day(0), endTime: day(23) };
  const free = await slots();
  const made = await calls.appointments.create({ calendarId, contactId, startTime: day(9), endTime: day(10), title: "Green tea" });
  const blocked = await calls.blockedSlots.create({ calendarId, title: "Closed", startTime: day(10), endTime: day(11) });
  const less = await slots();
  const moved = await calls.appointments.update(made.id, { startTime: day(11), endTime: day(12), appointmentStatus: "confirmed" });
  const read = await calls.appointments.get(made.id);
  const { events } = await calls.events.list({ calendarId, ...times });
  const { events: closed } = await calls.blockedSlots.list({ calendarId, ...times });
  const renamed = await calls.blockedSlots.update(blocked.id, { calendarId, title: "Cleaning" });
  const notes = await notesOf(calls.appointments.notes, made.id);
  const deleted = [await calls.events.delete(made.id), await calls.events.delete(blocked.id)];
  return {
    free,
    less,
    moved: [moved.appointmentStatus, new Date(read.startTime).getUTCHours(), read.title],
    events: events.map(({ id }) => id === made.id),
    closed: closed.map(({ title }) => title),
    renamed: renamed.title,
    notes,
    deleted: deleted.map(({ succeeded }) => succeeded),
    refused: {
      late: await refusal(() => calls.appointments.create({ calendarId, contactId })),
      nobody: await refusal(() => calls.appointments.create({ calendarId, contactId: UNKNOWN, startTime: day(9) })),
      word: await refusal(() => calls.appointments.update(made.id, { appointmentStatus: "maybe" })),
      whose: await refusal(() => calls.events.list(times)),
      unknown: await refusal(() => calls.appointments.get(UNKNOWN)),
    },
  };
}

async function notesOf(calls, appointmentId) {
  const notes = [];
  for (const body of ["One", "Two", "Three"]) notes.push(await calls.create(appointmentId, { body }));
  const [first, second] = notes;
  const changed = await calls.update(appointmentId, first.id, { body: "Uno" });
  const listed = await paged(calls.list(appointmentId, { limit: 2, offset: 0 }), "notes");
  const { succeeded } = await calls.delete(appointmentId, second.id);
  const { notes: left } = await calls.list(appointmentId, { limit: 10, offset: 0 });
  return { changed: changed.body, listed, succeeded, left: left.length };
}
