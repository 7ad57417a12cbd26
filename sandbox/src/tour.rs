//! What a visitor needs to know in order to call.

use serde_json::{Value, json};

use crate::kinds::CONTACT;
use crate::object::members;
use crate::seed;
use crate::seed::messy::PEOPLE;
use crate::signing;
use crate::start::Start;
use crate::state::State;

/// The ids, the tokens that open them, and what is there to be found.
pub(crate) fn tour(state: &State) -> Result<Value, String> {
    let origin = state.origin();
    let store = &origin.beginning.store;
    let people = PEOPLE.iter().filter(|_| origin.start == Some(Start::Messy));
    let people = people.map(|person| (person.name, json!(person.id)));
    let people = members(people.collect());
    Ok(json!({
        "start": origin.start.map(Start::name),
        "companyId": seed::COMPANY_ID,
        "locations": seed::LOCATIONS,
        "tokens": {
            "agency": seed::AGENCY_TOKEN,
            "location": seed::LOCATION_TOKEN,
            "v1Agency": seed::V1_AGENCY_KEY,
            "v1Location": seed::V1_LOCATION_KEY,
        },
        "locationTokenLocationId": seed::TOKEN_LOCATION_ID,
        "userCount": origin.beginning.users.iter().filter(|user| user.deleted_from_ms.is_none()).count(),
        "contactCount": store.count(&CONTACT),
        "people": people,
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
