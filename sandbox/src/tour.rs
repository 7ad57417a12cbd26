//! What a visitor needs to know in order to call.

use serde_json::{Value, json};

use crate::kinds::PROFILE;
use crate::object::{Object, without};
use crate::seed;
use crate::seed::messy::PEOPLE;
use crate::signing;
use crate::start::Start;
use crate::state::{Origin, State};

/// The ids, the tokens that open them, and what is there to be found.
pub(crate) fn tour(state: &State) -> Result<Value, String> {
    let origin = state.origin();
    let users = &origin.beginning.users;
    let mut people = Object::new();
    for person in PEOPLE {
        if users.get(person.id).is_some() {
            people.insert(person.name.to_owned(), json!(person.id));
        }
    }
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
        "userCount": users.iter().filter(|user| user.deleted_from_ms.is_none()).count(),
        "contactCount": origin.beginning.contacts,
        "people": people,
        "profiles": profiles(origin),
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

/// The accounts of social networks. Those of a start are known without its things, which need not be there yet.
fn profiles(origin: &Origin) -> Value {
    match origin.start {
        Some(Start::Empty) => json!([]),
        Some(_) => json!(seed::PROFILES),
        None => {
            let all = seed::LOCATIONS.iter().flat_map(|location| {
                let own = origin.beginning.store().all(&PROFILE, location.id);
                own.map(|profile| without(profile.fields.clone(), &["number"]))
            });
            all.map(Value::Object).collect()
        }
    }
}
