// Uses of snapshots that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise } from "ghl-users";
import { catalogue, snapshots, type Snapshot, type SnapshotList } from "ghl-users/catalogue";
import { snapshots as single, type SnapshotType } from "ghl-users/catalogue/snapshots";

const v2 = new HighLevel({ token: "t", companyId: "c" });
const v3 = new HighLevel({ api: "v3", token: "t" });
const v1 = new HighLevel({ api: "v1", token: "t" });

export const listed: ApiPromise<SnapshotList> = snapshots(v2).list();
export const all: Snapshot[] = (await single(v3).list({ companyId: "c" })).snapshots;
export const raw: PromiseLike<SnapshotList> = catalogue(v3).request("snapshots.list", {});
// A type that is not known yet is a text.
export const types: SnapshotType[] = ["own", "imported", "shared"];

// @ts-expect-error: it is the company that has them
snapshots(v2).list({ locationId: "l" });
// @ts-expect-error: a company is a text
snapshots(v2).list({ companyId: 5 });
// @ts-expect-error: that is no list of pages
snapshots(v2).list().all();
// @ts-expect-error: v1 has none of it
snapshots(v1).list();
