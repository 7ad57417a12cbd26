//! What a person is told at the start.

use crate::kinds::PROFILE;
use crate::object::text_of;
use crate::seed::{
    AGENCY_CODE, AGENCY_TOKEN, CLIENT_ID, CLIENT_SECRET, COMPANY_ID, LOCATION_CODE, LOCATION_TOKEN,
    LOCATIONS, Location, TOKEN_LOCATION_ID, V1_AGENCY_KEY, V1_LOCATION_KEY,
};
use crate::start::Start;

/// What to tell a person at the start: where the sandbox is and what opens it.
pub fn introduction(url: &str, start: Start) -> String {
    let locations =
        LOCATIONS.map(|Location { id, name }| format!("  location        {id}  {name}"));
    let beginning = start.beginning();
    let own = beginning.store().all(&PROFILE, TOKEN_LOCATION_ID);
    let profiles = own.map(|profile| {
        let platform = text_of(&profile.fields, "platform");
        format!("\n  profile         {}  {platform}", profile.id)
    });
    let profiles: String = profiles.collect();
    format!(
        "HighLevel sandbox\n\
         \x20 v2, v3          {url}\n\
         \x20 v1              {url}/v1\n\
         \x20 company         {COMPANY_ID}\n\
         {}\n\
         \x20 agency token    {AGENCY_TOKEN}\n\
         \x20 location token  {LOCATION_TOKEN}  ({TOKEN_LOCATION_ID})\n\
         \x20 v1 agency key   {V1_AGENCY_KEY}\n\
         \x20 v1 location key {V1_LOCATION_KEY}\n\
         \x20 client id       {CLIENT_ID}\n\
         \x20 client secret   {CLIENT_SECRET}\n\
         \x20 agency code     {AGENCY_CODE}\n\
         \x20 location code   {LOCATION_CODE}\
         {profiles}",
        locations.join("\n"),
    )
}
