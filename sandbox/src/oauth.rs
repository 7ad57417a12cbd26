//! The OAuth calls of v2 and v3: the same in both, but for the names.

mod fields;
mod installed;
mod intervention;
mod location;
mod spelling;
mod token;

pub(crate) use intervention::Intervention;
pub(crate) use token::token;

use installed::installed_locations;
use location::location_token;

use crate::row::Row;
use crate::version::Version;

/// The calls that are made with a token of the company.
pub(crate) const ROWS: &[Row] = &[
    Row::new(
        "oauth.locationToken",
        "POST /oauth/locationToken",
        "oauth.write",
        location_token,
    )
    .for_agency()
    .only(Version::V2),
    Row::new(
        "oauth.locationToken",
        "POST /oauth/location-token",
        "oauth.write",
        location_token,
    )
    .for_agency()
    .only(Version::V3),
    Row::new(
        "oauth.installedLocations.list",
        "GET /oauth/installedLocations",
        "oauth.readonly",
        |state, visit| installed_locations(state, visit),
    )
    .for_agency()
    .only(Version::V2),
    Row::new(
        "oauth.installedLocations.list",
        "GET /oauth/installed-locations",
        "oauth.readonly",
        |state, visit| installed_locations(state, visit),
    )
    .for_agency()
    .only(Version::V3),
];
