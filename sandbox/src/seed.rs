//! What every run begins with, whatever its start: always the same, to the last letter. The tokens are made up and open nothing
//! but the sandbox.

pub mod messy;

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

/// What the calls of a location ask for, users and social posting aside.
macro_rules! location_scopes {
    () => {
        "businesses.readonly businesses.write \
         companies.readonly \
         campaigns.readonly \
         workflows.readonly \
         snapshots.readonly snapshots.write \
         locations.readonly locations.write \
         locations/customFields.readonly locations/customFields.write \
         locations/customValues.readonly locations/customValues.write \
         locations/tags.readonly locations/tags.write \
         locations/tasks.readonly locations/tasks.write \
         locations/templates.readonly \
         associations.readonly associations.write \
         associations/relation.readonly associations/relation.write \
         blogs/check-slug.readonly blogs/author.readonly blogs/category.readonly \
         blogs/posts.readonly blogs/list.readonly blogs/post.write blogs/post-update.write \
         contacts.readonly contacts.write \
         opportunities.readonly opportunities.write \
         conversations.readonly conversations.write \
         conversations/message.readonly conversations/message.write conversations/livechat.write \
         calendars.readonly calendars.write \
         calendars/groups.readonly calendars/groups.write \
         calendars/resources.readonly calendars/resources.write \
         calendars/events.readonly calendars/events.write"
    };
}

/// What both private integration tokens are for.
pub(crate) const PRIVATE_SCOPE: &str = concat!(
    "users.readonly users.write socialplanner/tag.readonly socialplanner/statistics.readonly ",
    location_scopes!()
);

/// The marketplace app, as its client id begins.
pub const APP_ID: &str = "5a4db0c5fa4e000000000001";
/// The only version of the app.
pub const VERSION_ID: &str = "5a4db0c5fa4e000000000002";
/// The app's id towards `POST /oauth/token`.
pub const CLIENT_ID: &str = "5a4db0c5fa4e000000000001-sandbox1";
/// The app's secret, which is none.
pub const CLIENT_SECRET: &str = "5a4db0c5-fa4e-4000-8c1e-00005ec2e701";
/// An authorization code of the company, to be exchanged once after each reset.
pub const AGENCY_CODE: &str = "5a4db0c5fa4e0000000000000000000000c0de01";
/// An authorization code of the location [`TOKEN_LOCATION_ID`], to be exchanged once after each reset.
pub const LOCATION_CODE: &str = "5a4db0c5fa4e0000000000000000000000c0de02";
/// What the app asks for when a company installs it.
pub const AGENCY_SCOPE: &str = "users.readonly users.write oauth.readonly oauth.write";
/// What the app asks for when a location installs it.
pub const LOCATION_SCOPE: &str = concat!("users.readonly users.write ", location_scopes!());
/// The locations that the app is installed in: the third one is not among them.
pub const INSTALLED_LOCATION_IDS: [&str; 2] = ["hD3kPz8WmVq1TyB6nGfR", "uJ5xCe0SaKo7LrE2iMdY"];

/// An account of a social network that a location is connected with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// 24 hexadecimal digits: what statistics are asked for with.
    pub id: &'static str,
    /// The network.
    pub platform: &'static str,
    /// Whose account it is.
    pub location_id: &'static str,
}

/// Of the first location one for each platform and a second one for Instagram, two of the second location, none of the third.
pub const PROFILES: [Profile; 10] = {
    const fn of(location_id: &'static str, id: &'static str, platform: &'static str) -> Profile {
        Profile {
            id,
            platform,
            location_id,
        }
    }
    let [first, second] = INSTALLED_LOCATION_IDS;
    [
        of(first, "5a4db0c5fa4e0000000f0001", "facebook"),
        of(first, "5a4db0c5fa4e0000000f0002", "instagram"),
        of(first, "5a4db0c5fa4e0000000f0003", "instagram"),
        of(first, "5a4db0c5fa4e0000000f0004", "linkedin"),
        of(first, "5a4db0c5fa4e0000000f0005", "google"),
        of(first, "5a4db0c5fa4e0000000f0006", "pinterest"),
        of(first, "5a4db0c5fa4e0000000f0007", "youtube"),
        of(first, "5a4db0c5fa4e0000000f0008", "tiktok"),
        of(second, "5a4db0c5fa4e0000000f0009", "facebook"),
        of(second, "5a4db0c5fa4e0000000f000a", "instagram"),
    ]
};

/// How many users there are at the start, if that is `agency`.
pub const USER_COUNT: usize = 120;
