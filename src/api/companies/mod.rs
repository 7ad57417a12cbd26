//! `/companies`: the agency itself.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`companies.json` of v2 and v3).

mod company;
mod onboarding;

pub use company::*;
pub use onboarding::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "";

    /// Reads a company (agency).
    get = "companies.get": Get "/companies/{companyId}", None,
        about company_id "companyId" Id "The company's id.",
        gives Company as Object in "company",
        watched "Company" by "id",
        scope "companies.readonly",
        for [V2 V3: Agency];
}
