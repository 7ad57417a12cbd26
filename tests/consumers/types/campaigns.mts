// Uses of campaigns that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise } from "ghl-users";
import { catalogue, campaigns, type Campaign, type CampaignList } from "ghl-users/catalogue";
import { campaigns as single } from "ghl-users/catalogue/campaigns";

const v2 = new HighLevel({ token: "t", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t" });
const v1 = new HighLevel({ api: "v1", token: "t" });

export const listed: ApiPromise<CampaignList> = campaigns(v2).list();
export const all: Campaign[] = (await single(v3).list({ locationId: "l" })).campaigns;
export const raw: PromiseLike<CampaignList> = catalogue(v3).request("campaigns.list", { locationId: "l" });

// @ts-expect-error: a location is a text
campaigns(v2).list({ locationId: 5 });
// @ts-expect-error: that is no list of pages
campaigns(v2).list().all();
// @ts-expect-error: the API can list them only
campaigns(v3).get("x");
// @ts-expect-error: v1 has none of it
campaigns(v1).list();
// A status is a text.
campaigns(v2).list({ status: "draft" });
// @ts-expect-error: and one only
campaigns(v2).list({ status: ["draft"] });
