// Uses of the catalogue that have to compile, and mistakes that must not.
import { HighLevel, type PagePromise } from "ghl-users";
import { catalogue, socialPosting, type SocialStatistics, type SocialTag, type SocialTagPage } from "ghl-users/catalogue";
import { socialPosting as single } from "ghl-users/catalogue/social-posting";

const v2 = new HighLevel({ token: "t", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t" });
const v1 = new HighLevel({ api: "v1", token: "t" });

export const tags: PagePromise<SocialTagPage, SocialTag> = socialPosting(v2).tags.list({ limit: 5, searchText: "a" });
export const all: Promise<SocialTag[]> = single(v3).tags.list().all();
export const statistics: PromiseLike<SocialStatistics> = socialPosting(v3).statistics({
  profileIds: ["p"],
  platforms: ["facebook", "tiktok"],
  currentRange: { startDate: new Date(), endDate: "2026-11-08" },
});
export const { totals }: SocialStatistics = await catalogue(v2).request("socialPosting.statistics", { profileIds: ["p"] });
export const user: PromiseLike<{ id: string }> = catalogue(v2).request("users.get", { userId: "u" });
export const ids: string[] = catalogue(v1).operations.map(({ id, fields }) => `${id} ${fields.length}`);
export const version: "v3" = v3.api;

// @ts-expect-error: the ids are missing
socialPosting(v2).statistics({});
// @ts-expect-error: there is no such platform
socialPosting(v2).statistics({ profileIds: [], platforms: ["fax"] });
// @ts-expect-error: a range ends
socialPosting(v3).statistics({ profileIds: [], currentRange: { startDate: new Date() } });
// @ts-expect-error: v1 has none of it
socialPosting(v1).tags;
// @ts-expect-error: that is no client
socialPosting({ api: "v2" });
// @ts-expect-error: there is no such operation
catalogue(v2).request("socialPosting.posts", {});
