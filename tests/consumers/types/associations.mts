// Uses of associations that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise, type PagePromise } from "ghl-users";
import { associations, catalogue, type Association, type AssociationPage } from "ghl-users/catalogue";
import { associations as single, type AssociationRelation } from "ghl-users/catalogue/associations";

const v2 = new HighLevel({ token: "t", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t" });
const v1 = new HighLevel({ api: "v1", token: "t" });
const draft = { key: "k", firstObjectLabel: "a", firstObjectKey: "contact", secondObjectLabel: "b" };

export const listed: PagePromise<AssociationPage, Association> = associations(v2).list({ skip: 0, limit: 10 });
export const made: ApiPromise<Association> = single(v3).create({ ...draft, secondObjectKey: "business", locationId: "l" });
export const byKey: ApiPromise<Association> = associations(v2).getByKey("k");
export const some: Association[] = (await associations(v3).listByObjectKey("contact", { locationId: "l" })).associations;
export const relation: ApiPromise<AssociationRelation> = associations(v2).relations.create({
  associationId: "a",
  firstRecordId: "1",
  secondRecordId: "2",
});
export const all: Promise<AssociationRelation[]> = associations(v2)
  .relations.list("r", { skip: 0, limit: 10, associationIds: ["a"] })
  .all();
export const raw: PromiseLike<{ succeeded: boolean }> = catalogue(v3).request("associations.delete", { associationId: "a" });

// @ts-expect-error: where to begin is not said
associations(v2).list({ limit: 10 });
// @ts-expect-error: it has one end
associations(v2).create(draft);
// @ts-expect-error: both labels are needed
associations(v2).update("a", { firstObjectLabel: "a" });
// @ts-expect-error: its ends stay
associations(v2).update("a", { firstObjectLabel: "a", secondObjectLabel: "b", firstObjectKey: "contact" });
// @ts-expect-error: a relation is between two
associations(v2).relations.create({ associationId: "a", firstRecordId: "1" });
// @ts-expect-error: the record is missing
associations(v3).relations.list({ skip: 0, limit: 10 });
// @ts-expect-error: v1 has none of it
associations(v1).list({ skip: 0, limit: 10 });
