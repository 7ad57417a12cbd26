//! What a visitor needs to know in order to call.

use serde_json::{Value, json};

use crate::seed;
use crate::signing;

/// The ids, the tokens that open them, and what is there to be found.
pub(crate) fn tour() -> Result<Value, String> {
    Ok(json!({
        "companyId": seed::COMPANY_ID,
        "locations": seed::LOCATIONS,
        "tokens": {
            "agency": seed::AGENCY_TOKEN,
            "location": seed::LOCATION_TOKEN,
            "v1Agency": seed::V1_AGENCY_KEY,
            "v1Location": seed::V1_LOCATION_KEY,
        },
        "locationTokenLocationId": seed::TOKEN_LOCATION_ID,
        "userCount": seed::USER_COUNT,
        "profiles": seed::PROFILES,
        "oauth": {
            "clientId": seed::CLIENT_ID,
            "clientSecret": seed::CLIENT_SECRET,
            "appId": seed::APP_ID,
            "versionId": seed::VERSION_ID,
            "agencyCode": seed::AGENCY_CODE,
            "locationCode": seed::LOCATION_CODE,
            "locationCodeLocationId": seed::TOKEN_LOCATION_ID,
            "installedLocationIds": seed::INSTALLED_LOCATION_IDS,
        },
        "webhookPublicKeys": signing::public_keys()?,
    }))
}
