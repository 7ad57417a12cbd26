// Uses of locations that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise, type PagePromise } from "ghl-users";
import { catalogue, locations, type Location, type LocationPage } from "ghl-users/catalogue";
import { locations as single, type LocationCustomField, type LocationTag } from "ghl-users/catalogue/locations";

const v2 = new HighLevel({ token: "t", companyId: "c", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t", companyId: "c" });
const v1 = new HighLevel({ api: "v1", token: "t" });

export const found: PagePromise<LocationPage, Location> = locations(v2).search({ limit: 5, order: "desc" });
export const made: ApiPromise<Location> = single(v3).create({ name: "n", country: "DE", settings: { allowDuplicateContact: true } });
export const gone: boolean = (await locations(v2).delete("l", { deleteTwilioAccount: false })).succeeded;
export const tags: LocationTag[] = (await locations(v2).tags.list()).tags;
export const tag: ApiPromise<LocationTag> = locations(v3).tags.update("t", { name: "n", locationId: "l" });
export const value: string | undefined = (await locations(v2).customValues.create({ name: "n", value: "v" })).value;
export const fields: LocationCustomField[] = (await locations(v3).customFields.list({ model: "all" })).customFields;
export const raw: PromiseLike<Location> = catalogue(v2).request("locations.get", { locationId: "l" });

// @ts-expect-error: it has no name
locations(v2).create({ country: "DE" });
// @ts-expect-error: what becomes of the telephone numbers is not said
locations(v2).delete("l", {});
// @ts-expect-error: there is no such order
locations(v2).search({ order: "up" });
// @ts-expect-error: a value has a value
locations(v2).customValues.create({ name: "n" });
// @ts-expect-error: there are fields of contacts and of opportunities
locations(v3).customFields.list({ model: "calendar" });
// @ts-expect-error: a person has an e-mail address
locations(v2).create({ name: "n", prospectInfo: { firstName: "f", lastName: "l" } });
// @ts-expect-error: a creation loads a snapshot, by its id
locations(v2).create({ name: "n", snapshot: { id: "s" } });
// @ts-expect-error: v1 has none of it
locations(v1).search();
