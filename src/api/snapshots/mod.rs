//! `/snapshots`: what an agency copies into its locations.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`snapshots.json` of v2 and v3). The scope is in `Scopes.md` only.

mod snapshot;

pub use snapshot::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "";

    /// Lists the snapshots of an agency, its own and those that it imported.
    list = "snapshots.list": Get "/snapshots/", None,
        takes SnapshotListParams,
        gives SnapshotList as List("snapshots"),
        watched "Snapshot" by "id",
        scope "snapshots.readonly",
        for [V2 V3: Agency];
}
