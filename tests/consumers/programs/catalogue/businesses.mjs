// Businesses, in whatever runtime this is.
import { clientOf, paged, pick, UNKNOWN } from "./common.mjs";

export async function businesses({ HighLevel, businesses }, context) {
  const { ghl, refusal } = clientOf(HighLevel, context);
  const agency = clientOf(HighLevel, context, { token: context.agencyToken });
  const known = clientOf(HighLevel, context, { token: context.agencyToken, tokenKind: "agency" });
  const calls = businesses(ghl);
  const before = await paged(calls.list({ limit: 4 }), "businesses");
  const created = await calls.create({ name: "Gull & Gannet", city: "Kiel" });
  const changed = await calls.update(created.id, { city: "Husum", description: "Boats" });
  const read = await calls.get(created.id);
  const after = await calls.list().all();
  const { succeeded } = await calls.delete(created.id);
  return {
    before,
    created: pick(created, "name", "city", "locationId"),
    changed: pick(changed, "name", "city", "description"),
    same: JSON.stringify(read) === JSON.stringify(changed),
    listed: after.some(({ id }) => id === created.id),
    succeeded,
    refused: {
      missing: await refusal(() => calls.create({ city: "Kiel" })),
      gone: await refusal(() => calls.get(created.id)),
      unknown: await refusal(() => calls.update(UNKNOWN, { name: "x" })),
      agency: await agency.refusal(() => businesses(agency.ghl).list()),
      known: await known.refusal(() => businesses(known.ghl).list()),
    },
  };
}
