// Contacts, in whatever runtime this is.
import { clientOf, paged, pick, UNKNOWN } from "./common.mjs";
import { around } from "./contact-parts.mjs";

export async function contacts({ HighLevel, contacts, businesses, campaigns, workflows }, context) {
  const { ghl, refusal } = clientOf(HighLevel, context);
  const agency = clientOf(HighLevel, context, { token: context.agencyToken });
  const calls = contacts(ghl);
  const person = { firstName: "Ida", lastName: "Ström", email: "Ida@Example.com", phone: "+4687654321", tags: ["VIP"] };
  const found = await paged(calls.search({ pageLimit: 60 }), "contacts");
  const created = await calls.create({ ...person, dateOfBirth: new Date(Date.UTC(1990, 4, 6)), source: "fair" });
  const changed = await calls.update(created.id, { lastName: "Berg", source: null, city: "Lund" });
  const twin = await calls.findDuplicate({ email: person.email });
  const nobody = await calls.findDuplicate({ email: "nobody@example.net" });
  const upserted = await calls.upsert({ email: person.email, city: "Malmö" });
  const another = await calls.upsert({ email: "new@example.com", firstName: "Nils" });
  const filters = [{ field: "email", operator: "eq", value: created.email }];
  const [byEmail] = await calls.search({ pageLimit: 5, filters }).all();
  const business = await businesses(ghl).create({ name: "Ström & Berg" });
  const put = await calls.setBusiness({ ids: [created.id, another.contact.id], businessId: business.id });
  const members = await paged(calls.listByBusiness(business.id, { limit: 1 }), "contacts");
  const freed = await calls.setBusiness({ ids: [created.id], businessId: null });
  const { contacts: left } = await calls.listByBusiness(business.id);
  const parts = await around(calls, created.id, { ghl, campaigns, workflows });
  const removed = await calls.delete(created.id);
  return {
    found,
    listed: context.options.api === "v2" ? await paged(calls.list({ limit: 70 }), "contacts") : null,
    sorted: await sorted(calls),
    created: pick(created, "firstName", "email", "phone", "tags", "source"),
    born: created.dateOfBirth.slice(0, 10),
    changed: [changed.lastName, changed.source ?? null, changed.city],
    twin: [twin.contact?.id === created.id, nobody.contact ?? null],
    upserted: [upserted.new, upserted.contact.id === created.id, upserted.contact.city, another.new],
    byEmail: byEmail?.id === created.id,
    put: [put.success, put.ids.length],
    members,
    freed: [freed.success, left.length],
    parts,
    removed: removed.succeeded,
    refused: {
      nowhere: await refusal(() => calls.search({})),
      kind: await refusal(() => calls.create({ ...person, tags: "VIP" })),
      duplicate: await refusal(() => calls.create({ email: "new@example.com" })),
      gone: await refusal(() => calls.get(created.id)),
      unknown: await refusal(() => calls.update(UNKNOWN, { city: "x" })),
      agency: await agency.refusal(() => contacts(agency.ghl).get(another.contact.id)),
    },
  };
}

/** Whether a search comes in the order that it asks for, over several pages. */
async function sorted(calls) {
  const sort = [{ field: "dateAdded", direction: "asc" }];
  const dates = (await calls.search({ pageLimit: 90, sort }).all({ max: 180 })).map(({ dateAdded }) => dateAdded);
  return [dates.length, dates.every((date, index) => index === 0 || dates[index - 1] <= date)];
}
