// Uses of workflows that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise } from "ghl-users";
import { catalogue, workflows, type Workflow, type WorkflowList } from "ghl-users/catalogue";
import { workflows as single } from "ghl-users/catalogue/workflows";

const v2 = new HighLevel({ token: "t", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t" });
const v1 = new HighLevel({ api: "v1", token: "t" });

export const listed: ApiPromise<WorkflowList> = workflows(v2).list();
export const all: Workflow[] = (await single(v3).list({ locationId: "l" })).workflows;
export const raw: PromiseLike<WorkflowList> = catalogue(v3).request("workflows.list", { locationId: "l" });

// @ts-expect-error: a location is a text
workflows(v2).list({ locationId: 5 });
// @ts-expect-error: that is no list of pages
workflows(v2).list().all();
// @ts-expect-error: the API can list them only
workflows(v3).get("x");
// @ts-expect-error: v1 has none of it
workflows(v1).list();
