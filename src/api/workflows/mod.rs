//! `/workflows`: the workflows of a location. HighLevel's API only lists them.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`workflows.json` of v2 and v3).

mod workflow;

pub use workflow::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "";

    /// Lists the workflows of a location.
    list = "workflows.list": Get "/workflows/", None,
        takes WorkflowListParams,
        gives WorkflowList as List("workflows"),
        watched "Workflow" by "id" added "createdAt" changed "updatedAt",
        scope "workflows.readonly",
        for [V2 V3: Location];
}
