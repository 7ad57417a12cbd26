// Uses of opportunities that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise, type PagePromise } from "ghl-users";
import { catalogue, opportunities, type Opportunity, type OpportunityPage } from "ghl-users/catalogue";
import { opportunities as single, type OpportunityPipeline, type OpportunityUpserted } from "ghl-users/catalogue/opportunities";

const v2 = new HighLevel({ token: "t", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t", locationId: "l" });

const draft = { pipelineId: "p", name: "n", status: "open", contactId: "c" } as const;
export const found: PagePromise<OpportunityPage, Opportunity> = opportunities(v2).search({ pipeline_id: "p", status: "all" });
export const made: ApiPromise<Opportunity> = opportunities(v3).create({ ...draft, forecastExpectedCloseDate: new Date() });
export const upserted: OpportunityUpserted = await single(v2).upsert({ pipelineId: "p", contactId: "c" });
export const pipelines: OpportunityPipeline[] = (await opportunities(v2).pipelines.list()).pipelines;
export const won: ApiPromise<{ succeeded: boolean }> = opportunities(v2).setStatus("o", { status: "won" });
export const followers: string[] | undefined = (await opportunities(v3).followers.add("o", { followers: ["u"] })).followersAdded;
export const raw: PromiseLike<Opportunity> = catalogue(v3).request("opportunities.update", { id: "o", monetaryValue: 5 });
export const every: Promise<Opportunity[]> = opportunities(v3).searchWithFilters({ limit: 5 }).all();
export const total: number = (await opportunities(v2).searchWithFilters({ limit: 5 })).total;

// @ts-expect-error: it belongs to nobody
opportunities(v2).create({ pipelineId: "p", name: "n", status: "open" });
// @ts-expect-error: there is no such status
opportunities(v2).create({ ...draft, status: "done" });
// @ts-expect-error: one looks for all of them, and none is in that status
opportunities(v2).setStatus("o", { status: "all" });
// @ts-expect-error: a value is a number
opportunities(v2).update("o", { monetaryValue: "5" });
// @ts-expect-error: how many is not said
opportunities(v3).searchWithFilters({});
// @ts-expect-error: that is a list without pages
opportunities(v3).pipelines.list().all();
// @ts-expect-error: the opportunity is missing
opportunities(v2).get();
// @ts-expect-error: an answer may have a status that is not known yet
export const status: "open" | "won" | "lost" | "abandoned" | undefined = (await made).status;
