// Uses of companies that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise } from "ghl-users";
import { catalogue, companies, type Company } from "ghl-users/catalogue";
import { companies as single, type CompanyOnboarding } from "ghl-users/catalogue/companies";

const v2 = new HighLevel({ token: "t", companyId: "c" });
const v3 = new HighLevel({ api: "v3", token: "t" });
const v1 = new HighLevel({ api: "v1", token: "t" });

export const one: ApiPromise<Company> = companies(v2).get("c");
export const begun: CompanyOnboarding | undefined = (await single(v3).get("c")).onboardingInfo;
export const raw: PromiseLike<Company> = catalogue(v3).request("companies.get", { companyId: "c" });

// @ts-expect-error: the company is missing
companies(v2).get();
// @ts-expect-error: and here
catalogue(v2).request("companies.get", {});
// @ts-expect-error: a plan is a number
export const plan: string = (await one).plan;
// @ts-expect-error: the API can read it only
companies(v3).update("c", { name: "n" });
// @ts-expect-error: v1 has none of it
companies(v1).get("c");
