//! What each call takes, from the specs.

use crate::validate::{Field, Kind};

/// The body of `POST /oauth/token` in v2. What is missing has words of its own, so nothing is required here.
pub(super) const TOKEN_V2: &[Field] = &[
    Field::optional("client_id", Kind::Text),
    Field::optional("client_secret", Kind::Text),
    Field::optional("grant_type", Kind::Text),
    Field::optional("code", Kind::Text),
    Field::optional("refresh_token", Kind::Text),
    Field::optional("user_type", Kind::Text),
    Field::optional("redirect_uri", Kind::Text),
];

/// The body of `POST /oauth/token` in v3.
pub(super) const TOKEN_V3: &[Field] = &[
    Field::optional("clientId", Kind::Text),
    Field::optional("clientSecret", Kind::Text),
    Field::optional("grantType", Kind::Text),
    Field::optional("code", Kind::Text),
    Field::optional("refreshToken", Kind::Text),
    Field::optional("userType", Kind::Text),
    Field::optional("redirectUri", Kind::Text),
];

/// The body of `POST /oauth/locationToken` and `/oauth/location-token`.
pub(super) const LOCATION_TOKEN: &[Field] = &[
    Field::required("companyId", Kind::Text),
    Field::required("locationId", Kind::Text),
];

/// The query of `GET /oauth/installedLocations`.
pub(super) const INSTALLED_V2: &[Field] = &[
    Field::required("companyId", Kind::Text),
    Field::required("appId", Kind::Text),
    Field::optional("skip", Kind::NumberText),
    Field::optional("limit", Kind::NumberText),
    Field::optional("query", Kind::Text),
    Field::optional("isInstalled", Kind::FlagText),
    Field::optional("versionId", Kind::Text),
    Field::optional("onTrial", Kind::FlagText),
    Field::optional("planId", Kind::Text),
    Field::optional("locationId", Kind::Text),
];

/// The query of `GET /oauth/installed-locations`, whose page has an error of its own.
pub(super) const INSTALLED_V3: &[Field] = &[
    Field::required("companyId", Kind::Text),
    Field::required("appId", Kind::Text),
    Field::optional("pageSize", Kind::Text),
    Field::optional("pageToken", Kind::Text),
    Field::optional("query", Kind::Text),
    Field::optional("isInstalled", Kind::FlagText),
    Field::optional("restrictToUserLocations", Kind::FlagText),
    Field::optional("versionId", Kind::Text),
    Field::optional("onTrial", Kind::FlagText),
    Field::optional("planId", Kind::Text),
    Field::optional("locationId", Kind::Text),
];
