//! What each call takes: a table per call, from the specs.

use crate::validate::{Field, Kind};

const TYPES: &[&str] = &["account", "agency"];
const ROLES: &[&str] = &["admin", "user"];
const DIRECTIONS: &[&str] = &["asc", "desc"];
const LANGUAGES: &[&str] = &[
    "en_US", "es", "fr_CA", "fr_FR", "nl", "de", "pt_PT", "pt_BR", "it", "sv", "da", "fi", "no",
];

const fn required(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        required: true,
    }
}

const fn optional(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        required: false,
    }
}

/// The query of `GET /users/search`.
pub(crate) const SEARCH: &[Field] = &[
    required("companyId", Kind::Text),
    optional("query", Kind::Text),
    optional("skip", Kind::NumberText),
    optional("limit", Kind::NumberText),
    optional("locationId", Kind::Text),
    optional("type", Kind::Text),
    optional("role", Kind::Text),
    optional("ids", Kind::Text),
    optional("sort", Kind::Text),
    optional("sortDirection", Kind::OneOf(DIRECTIONS)),
    optional("enabled2waySync", Kind::FlagText),
];

/// The body of `POST /users/search/filter-by-email`.
pub(crate) const FILTER_BY_EMAIL: &[Field] = &[
    required("companyId", Kind::Text),
    required("emails", Kind::Text),
    optional("deleted", Kind::Flag),
    optional("skip", Kind::NumberText),
    optional("limit", Kind::NumberText),
    optional("projection", Kind::Text),
];

/// The query of `GET /users/`.
pub(crate) const LIST: &[Field] = &[required("locationId", Kind::Text)];

/// The body of `POST /users/`. The spec requires `password`; the vendor's changelog and practice do not.
/// No spec has `externalUserId`; the vendor's article on single sign-on does.
pub(crate) const CREATE: &[Field] = &[
    required("companyId", Kind::Text),
    required("firstName", Kind::Text),
    required("lastName", Kind::Text),
    required("email", Kind::Email),
    optional("password", Kind::Password),
    optional("phone", Kind::Text),
    required("type", Kind::OneOf(TYPES)),
    required("role", Kind::OneOf(ROLES)),
    required("locationIds", Kind::TextList),
    optional("permissions", Kind::Permissions),
    optional("scopes", Kind::TextList),
    optional("scopesAssignedToOnly", Kind::TextList),
    optional("profilePhoto", Kind::Text),
    optional("twilioPhone", Kind::PhoneMap),
    optional("platformLanguage", Kind::OneOf(LANGUAGES)),
    optional("externalUserId", Kind::Text),
];

/// The body of `PUT /users/{userId}`.
pub(crate) const UPDATE: &[Field] = &[
    optional("firstName", Kind::Text),
    optional("lastName", Kind::Text),
    optional("email", Kind::Text),
    optional("password", Kind::Password),
    optional("phone", Kind::Text),
    optional("type", Kind::OneOf(TYPES)),
    optional("role", Kind::OneOf(ROLES)),
    optional("companyId", Kind::Text),
    optional("locationIds", Kind::TextList),
    optional("permissions", Kind::Permissions),
    optional("scopes", Kind::TextList),
    optional("scopesAssignedToOnly", Kind::TextList),
    optional("profilePhoto", Kind::Text),
    optional("twilioPhone", Kind::PhoneMap),
    optional("platformLanguage", Kind::OneOf(LANGUAGES)),
    optional("externalUserId", Kind::Text),
];

/// The body of `POST /oauth/token` in v2. What is missing has words of its own, so nothing is required here.
pub(crate) const TOKEN_V2: &[Field] = &[
    optional("client_id", Kind::Text),
    optional("client_secret", Kind::Text),
    optional("grant_type", Kind::Text),
    optional("code", Kind::Text),
    optional("refresh_token", Kind::Text),
    optional("user_type", Kind::Text),
    optional("redirect_uri", Kind::Text),
];

/// The body of `POST /oauth/token` in v3.
pub(crate) const TOKEN_V3: &[Field] = &[
    optional("clientId", Kind::Text),
    optional("clientSecret", Kind::Text),
    optional("grantType", Kind::Text),
    optional("code", Kind::Text),
    optional("refreshToken", Kind::Text),
    optional("userType", Kind::Text),
    optional("redirectUri", Kind::Text),
];

/// The body of `POST /oauth/locationToken` and `/oauth/location-token`.
pub(crate) const LOCATION_TOKEN: &[Field] = &[
    required("companyId", Kind::Text),
    required("locationId", Kind::Text),
];

/// The query of `GET /oauth/installedLocations`.
pub(crate) const INSTALLED_V2: &[Field] = &[
    required("companyId", Kind::Text),
    required("appId", Kind::Text),
    optional("skip", Kind::NumberText),
    optional("limit", Kind::NumberText),
    optional("query", Kind::Text),
    optional("isInstalled", Kind::FlagText),
    optional("versionId", Kind::Text),
    optional("onTrial", Kind::FlagText),
    optional("planId", Kind::Text),
    optional("locationId", Kind::Text),
];

/// The query of `GET /oauth/installed-locations`, whose page has an error of its own.
pub(crate) const INSTALLED_V3: &[Field] = &[
    required("companyId", Kind::Text),
    required("appId", Kind::Text),
    optional("pageSize", Kind::Text),
    optional("pageToken", Kind::Text),
    optional("query", Kind::Text),
    optional("isInstalled", Kind::FlagText),
    optional("restrictToUserLocations", Kind::FlagText),
    optional("versionId", Kind::Text),
    optional("onTrial", Kind::FlagText),
    optional("planId", Kind::Text),
    optional("locationId", Kind::Text),
];

/// The query of `GET /social-media-posting/{locationId}/tags`.
pub(crate) const TAGS: &[Field] = &[
    optional("searchText", Kind::Text),
    optional("limit", Kind::NumberText),
    optional("skip", Kind::NumberText),
];

/// The body of `POST /social-media-posting/{locationId}/tags/details`.
pub(crate) const TAGS_BY_IDS: &[Field] = &[required("tagIds", Kind::TextList)];

/// The query of `POST /social-media-posting/statistics`.
pub(crate) const STATISTICS_QUERY: &[Field] = &[required("locationId", Kind::Text)];

/// Its body in v2. What is no platform has words of its own.
pub(crate) const STATISTICS_V2: &[Field] = &[
    required("profileIds", Kind::TextList),
    optional("platforms", Kind::TextList),
];

/// Its body in v3. What is no date has words of its own.
pub(crate) const STATISTICS_V3: &[Field] = &[
    required("profileIds", Kind::TextList),
    optional("platforms", Kind::TextList),
    optional("currentRange", Kind::Fields(RANGE)),
    optional("prevRange", Kind::Fields(RANGE)),
];

const RANGE: &[Field] = &[
    required("startDate", Kind::Text),
    required("endDate", Kind::Text),
];

/// The body of v1's `POST /v1/users/` and `PUT /v1/users/{userId}`.
pub(crate) const V1_USER: &[Field] = &[
    required("firstName", Kind::Text),
    required("lastName", Kind::Text),
    required("email", Kind::Email),
    optional("password", Kind::Text),
    required("type", Kind::OneOf(TYPES)),
    required("role", Kind::OneOf(ROLES)),
    required("locationIds", Kind::TextList),
    optional("permissions", Kind::Permissions),
];
