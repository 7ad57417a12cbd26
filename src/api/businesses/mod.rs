//! `/businesses`: the businesses that contacts of a location work for.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`businesses.json` of v2 and v3).

mod business;
mod params;

pub use business::*;
pub use params::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "";

    /// Lists the businesses of a location, a page at a time.
    list = "businesses.list": Get "/businesses/", None,
        takes BusinessListParams,
        gives BusinessPage as List("businesses"),
        pages Skip,
        watched "Business" by "id" added "createdAt" changed "updatedAt",
        scope "businesses.readonly",
        for [V2 V3: Location];

    /// Reads one business.
    get = "businesses.get": Get "/businesses/{businessId}", None,
        about business_id "businessId" Id "The business's id.",
        gives Business as Object in "business",
        watched "Business" by "id" added "createdAt" changed "updatedAt",
        scope "businesses.readonly",
        for [V2 V3: Location];

    /// Creates a business.
    create = "businesses.create": Post "/businesses/", Json,
        takes BusinessCreateParams,
        gives Business as Object in "buiseness",
        scope "businesses.write",
        for [V2 V3: Location];

    /// Changes a business.
    update = "businesses.update": Put "/businesses/{businessId}", Json,
        about business_id "businessId" Id "The business's id.",
        takes BusinessUpdateParams,
        gives Business as Object in "buiseness",
        scope "businesses.write",
        for [V2 V3: Location];

    /// Deletes a business.
    delete = "businesses.delete": Delete "/businesses/{businessId}", None,
        about business_id "businessId" Id "The business's id.",
        gives BusinessDeletion as Deleted,
        scope "businesses.write",
        for [V2 V3: Location];
}
