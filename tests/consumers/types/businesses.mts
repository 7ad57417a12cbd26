// Uses of businesses that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise, type PagePromise } from "ghl-users";
import { businesses, catalogue, type Business, type BusinessPage } from "ghl-users/catalogue";
import { businesses as single } from "ghl-users/catalogue/businesses";

const v2 = new HighLevel({ token: "t", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t" });
const v1 = new HighLevel({ api: "v1", token: "t" });

export const listed: PagePromise<BusinessPage, Business> = businesses(v2).list({ limit: "5", skip: 10 });
export const created: ApiPromise<Business> = single(v3).create({ name: "n", locationId: "l" });
export const city: string | undefined = (await businesses(v2).get("b")).city;
export const gone: boolean = (await businesses(v2).delete("b")).succeeded;
export const raw: PromiseLike<Business> = catalogue(v3).request("businesses.update", { businessId: "b", city: "Kiel" });

// @ts-expect-error: it has no name
businesses(v2).create({ city: "Kiel" });
// @ts-expect-error: a name is a text
businesses(v2).update("b", { name: 5 });
// @ts-expect-error: a field cannot be cleared with null
businesses(v2).update("b", { city: null });
// @ts-expect-error: an update does not move it
businesses(v2).update("b", { locationId: "l" });
// @ts-expect-error: the business is missing
catalogue(v2).request("businesses.get", {});
// @ts-expect-error: v1 has none of it
businesses(v1).list();
