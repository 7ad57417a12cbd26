//! The company that every run begins with: always the same, to the last letter. The tokens are made up and open nothing
//! but the sandbox.

use serde::Serialize;

/// The only company.
pub const COMPANY_ID: &str = "qM7vZt2LkRw9XcN4bHsA";

/// A sub-account of the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Location {
    /// 20 letters and digits.
    pub id: &'static str,
    /// The business.
    pub name: &'static str,
}

/// The company's locations.
pub const LOCATIONS: [Location; 3] = [
    Location {
        id: "hD3kPz8WmVq1TyB6nGfR",
        name: "Harbour Dental",
    },
    Location {
        id: "uJ5xCe0SaKo7LrE2iMdY",
        name: "Nordlicht Yoga",
    },
    Location {
        id: "wF9gNb4QpXh6ZsU1tVcK",
        name: "Casa Verde Realty",
    },
];

/// The location that the location token and the v1 location key are bound to.
pub const TOKEN_LOCATION_ID: &str = "hD3kPz8WmVq1TyB6nGfR";

/// Opens v2 and v3 for the whole company, in the shape of a private integration token.
pub const AGENCY_TOKEN: &str = "pit-5a4db0c5-fa4e-4000-8a9e-0000fa4e9f2c";
/// Opens v2 and v3 for one location.
pub const LOCATION_TOKEN: &str = "pit-5a4db0c5-fa4e-4000-810c-0000fa4eb71d";
/// Opens v1 for the whole company, in the shape of its API keys: `{"company_id":"sandbox",…}`, not signed.
pub const V1_AGENCY_KEY: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjb21wYW55X2lkIjoic2FuZGJveCIsInZlcnNpb24iOjEsImlhdCI6MTcwNDcwNDQwMDAwMH0.bWFkZS11cC1hZ2VuY3kta2V5";
/// Opens `GET /v1/users/location`.
pub const V1_LOCATION_KEY: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJsb2NhdGlvbl9pZCI6InNhbmRib3giLCJ2ZXJzaW9uIjoxLCJpYXQiOjE3MDQ3MDQ0MDAwMDB9.bWFkZS11cC1sb2NhdGlvbi1rZXk";

/// How many users there are at the start.
pub const USER_COUNT: usize = 120;

/// What to tell a person at the start: where the sandbox is and what opens it.
pub fn introduction(url: &str) -> String {
    let locations =
        LOCATIONS.map(|Location { id, name }| format!("  location        {id}  {name}"));
    format!(
        "HighLevel sandbox\n\
         \x20 v2, v3          {url}\n\
         \x20 v1              {url}/v1\n\
         \x20 company         {COMPANY_ID}\n\
         {}\n\
         \x20 agency token    {AGENCY_TOKEN}\n\
         \x20 location token  {LOCATION_TOKEN}  ({TOKEN_LOCATION_ID})\n\
         \x20 v1 agency key   {V1_AGENCY_KEY}\n\
         \x20 v1 location key {V1_LOCATION_KEY}",
        locations.join("\n")
    )
}
