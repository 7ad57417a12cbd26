// Locations with their tags, custom values and custom fields, in whatever runtime this is.
import { clientOf, paged, pick, UNKNOWN } from "./common.mjs";

export async function locations({ HighLevel, locations }, context) {
  const { companyId, agencyToken: token } = context;
  const { ghl, refusal } = clientOf(HighLevel, context);
  const agency = clientOf(HighLevel, context, { token, companyId });
  const all = locations(agency.ghl);
  const found = await paged(all.search({ limit: 2 }), "locations");
  const created = await all.create({ name: "Quay Bakery", country: "DE", settings: { allowDuplicateContact: true } });
  const changed = await all.update(created.id, { name: "Quay Café", city: "Kiel" });
  const read = await all.get(created.id);
  const deleted = await all.delete(created.id, { deleteTwilioAccount: false });
  const own = locations(ghl);
  return {
    found,
    created: pick(created, "name", "country", "companyId"),
    changed: pick(changed, "name", "city"),
    read: pick(read, "name", "city", "country", "settings"),
    deleted: deleted.succeeded,
    itself: (await own.search().all()).map(({ id }) => id === context.options.locationId),
    tags: await tagsOf(own.tags),
    values: await valuesOf(own.customValues),
    fields: await fieldsOf(own.customFields),
    refused: {
      missing: await agency.refusal(() => all.create({ country: "DE" })),
      gone: await agency.refusal(() => all.get(created.id)),
      tag: await refusal(() => own.tags.get(UNKNOWN)),
      value: await refusal(() => own.customValues.create({ name: "n" })),
      location: await refusal(() => own.create({ name: "x", companyId })),
    },
  };
}

async function tagsOf(calls) {
  const { tags: before } = await calls.list();
  const tag = await calls.create({ name: "lighthouse" });
  const changed = await calls.update(tag.id, { name: "beacon" });
  const read = await calls.get(tag.id);
  const { succeeded } = await calls.delete(tag.id);
  const { tags: after } = await calls.list();
  return { names: [tag.name, changed.name, read.name], succeeded, left: after.length - before.length };
}

async function valuesOf(calls) {
  const { customValues: before } = await calls.list();
  const value = await calls.create({ name: "Opening", value: "9" });
  const changed = await calls.update(value.id, { name: "Opening", value: "10" });
  const read = await calls.get(value.id);
  const { succeeded } = await calls.delete(value.id);
  const { customValues: after } = await calls.list();
  const values = [value.value, changed.value, read.value];
  return { values, key: read.fieldKey, succeeded, left: after.length - before.length };
}

async function fieldsOf(calls) {
  const { customFields: every } = await calls.list({ model: "all" });
  const { customFields: ofContacts } = await calls.list({ model: "contact" });
  const models = [...new Set(ofContacts.map(({ model }) => model))];
  return { every: every.length, models, fewer: ofContacts.length < every.length };
}
