//! `/campaigns`: the campaigns of a location. HighLevel's API only lists them; `contacts` adds contacts to them.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`campaigns.json` of v2 and v3).

mod campaign;

pub use campaign::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "";

    /// Lists the campaigns of a location.
    list = "campaigns.list": Get "/campaigns/", None,
        takes CampaignListParams,
        gives CampaignList as List("campaigns"),
        watched "Campaign" by "id",
        scope "campaigns.readonly",
        for [V2 V3: Location];
}
