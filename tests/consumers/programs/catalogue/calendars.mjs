// Calendars with their groups, events and what else belongs to them, in whatever runtime this is.
import { around } from "./calendar-parts.mjs";
import { clientOf, pick, UNKNOWN } from "./common.mjs";
import { appointmentsOf } from "./appointments.mjs";

export async function calendars({ HighLevel, calendars, contacts }, context) {
  const { ghl, refusal } = clientOf(HighLevel, context);
  const agency = clientOf(HighLevel, context, { token: context.agencyToken, tokenKind: "agency" });
  const calls = calendars(ghl);
  const { calendars: before } = await calls.list();
  const openHours = [{ daysOfTheWeek: [1, 2, 3, 4, 5], hours: [{ openHour: 9, openMinute: 0, closeHour: 12, closeMinute: 0 }] }];
  const created = await calls.create({ name: "Tastings", slotDuration: 60, slotInterval: 60, openHours });
  const changed = await calls.update(created.id, { name: "Tea tastings", description: "Three cups" });
  const read = await calls.get(created.id);
  const [contact] = await contacts(ghl).search({ pageLimit: 1 }).all({ max: 1 });
  const appointments = await appointmentsOf(calls, created.id, contact.id, refusal);
  const parts = await around(calls, created.id, refusal);
  const { succeeded } = await calls.delete(created.id);
  return {
    before: before.map(({ name }) => name),
    created: pick(created, "name", "slotDuration", "locationId"),
    changed: pick(changed, "name", "description"),
    hours: read.openHours,
    appointments,
    parts,
    succeeded,
    refused: {
      missing: await refusal(() => calls.create({ slotDuration: 60 })),
      inside: await refusal(() => calls.create({ name: "n", openHours: [{ daysOfTheWeek: [1] }] })),
      gone: await refusal(() => calls.get(created.id)),
      unknown: await refusal(() => calls.update(UNKNOWN, { name: "x" })),
      agency: await agency.refusal(() => calendars(agency.ghl).list()),
    },
  };
}
