// Associations with their relations, in whatever runtime this is.
import { clientOf, paged, pick, UNKNOWN } from "./common.mjs";

export async function associations({ HighLevel, associations, businesses, contacts }, context) {
  const { ghl, refusal } = clientOf(HighLevel, context);
  const calls = associations(ghl);
  const found = await paged(calls.list({ skip: 0, limit: 2 }), "associations");
  const employment = await calls.getByKey("employer_employee");
  const { associations: ofBusinesses } = await calls.listByObjectKey("business");
  const draft = { key: "guest_host", firstObjectLabel: "Guest", firstObjectKey: "contact" };
  const created = await calls.create({ ...draft, secondObjectLabel: "Host", secondObjectKey: "custom_objects.hosts" });
  const changed = await calls.update(created.id, { firstObjectLabel: "Visitor", secondObjectLabel: "Host" });
  const read = await calls.get(created.id);
  const { succeeded } = await calls.delete(created.id);

  const [employer] = await businesses(ghl).list().all({ max: 1 });
  const employees = await contacts(ghl).search({ pageLimit: 5 }).all({ max: 5 });
  const ends = ({ id: secondRecordId }) => ({ associationId: employment.id, firstRecordId: employer.id, secondRecordId });
  const relations = [];
  for (const employee of employees) relations.push(await calls.relations.create(ends(employee)));
  const related = await paged(calls.relations.list(employer.id, { skip: 0, limit: 2 }), "relations");
  const again = await refusal(() => calls.relations.create(ends(employees[0])));
  const { succeeded: parted } = await calls.relations.delete(relations[0].id);
  const others = await calls.relations.list(employer.id, { skip: 0, limit: 9, associationIds: [employment.id] }).all();
  return {
    found,
    ofBusinesses: ofBusinesses.map(({ key }) => key),
    created: pick(created, "key", "firstObjectLabel", "associationType"),
    changed: pick(changed, "key", "firstObjectLabel"),
    read: pick(read, "firstObjectLabel", "secondObjectLabel"),
    succeeded,
    related,
    parted,
    left: others.length,
    refused: {
      again,
      missing: await refusal(() => calls.create(draft)),
      unpaged: await refusal(() => calls.list({})),
      gone: await refusal(() => calls.get(created.id)),
      unknown: await refusal(() => calls.relations.create({ ...ends(employees[0]), associationId: UNKNOWN })),
    },
  };
}
