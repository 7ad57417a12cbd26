// Uses of contacts that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise, type PagePromise } from "ghl-users";
import { catalogue, contacts, type Contact, type ContactPage, type ContactSearchPage, type ContactSearchResult } from "ghl-users/catalogue";
import { contacts as single, type ContactTask, type ContactUpserted } from "ghl-users/catalogue/contacts";

const v2 = new HighLevel({ token: "t", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t", locationId: "l" });

export const found: PagePromise<ContactSearchPage, ContactSearchResult> = contacts(v3).search({
  pageLimit: 50,
  filters: [{ group: "OR", filters: [{ field: "email", operator: "eq", value: "a@b.de" }] }],
  sort: [{ field: "dateAdded", direction: "desc" }],
});
export const listed: PagePromise<ContactPage, Contact> = contacts(v2).list({ limit: 20 });
export const one: ApiPromise<Contact> = single(v3).create({ email: "a@b.de", dateOfBirth: new Date(), tags: ["a"] as const });
export const cleared: ApiPromise<Contact> = contacts(v2).update("c", { source: null, assignedTo: null });
export const upserted: ContactUpserted = await contacts(v2).upsert({ phone: "+49", createNewIfDuplicateAllowed: true });
export const taken: ApiPromise<{ succeeded: boolean }> = contacts(v2).delete("c");
export const task: ContactTask = await contacts(v3).tasks.create("c", { title: "t", dueDate: new Date(), completed: false });
export const noted: string | undefined = (await contacts(v3).notes.get("c", "n")).body;
export const tags: string[] = (await contacts(v2).tags.add("c", { tags: ["a"] })).tags;
export const many: number = (await contacts(v2).tags.updateMany("remove", { contacts: ["c"], tags: ["a"] })).errorCount;
export const freed: PromiseLike<{ ids: string[] }> = contacts(v2).setBusiness({ ids: ["c"], businessId: null });
export const raw: PromiseLike<Contact> = catalogue(v3).request("contacts.update", { contactId: "c", city: "Kiel" });
// A field and an operator that the types do not know may be ones of the location.
contacts(v2).search({ pageLimit: 5, filters: [{ field: "customFields.x", operator: "has", value: 1 }] });

// @ts-expect-error: how many is not said
contacts(v2).search({});
// @ts-expect-error: v3 has no such list
contacts(v3).list();
// @ts-expect-error: nor has it by id
catalogue(v3).request("contacts.list", {});
// @ts-expect-error: there is no such direction
contacts(v2).search({ pageLimit: 5, sort: [{ field: "email", direction: "up" }] });
// @ts-expect-error: tags are a list
contacts(v2).create({ tags: "a" });
// @ts-expect-error: a tag cannot be toggled
contacts(v2).tags.updateMany("toggle", { contacts: ["c"], tags: ["a"] });
// @ts-expect-error: a task is due some day
contacts(v2).tasks.create("c", { title: "t", completed: false });
// @ts-expect-error: tags cannot be cleared with null
contacts(v2).update("c", { tags: null });
// @ts-expect-error: an update does not move a contact
contacts(v2).update("c", { locationId: "l" });
// @ts-expect-error: the contact is missing
contacts(v2).notes.get("n");
