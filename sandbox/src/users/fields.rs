//! What each call takes, from the specs.

use crate::validate::{Field, Kind};

const TYPES: &[&str] = &["account", "agency"];
const ROLES: &[&str] = &["admin", "user"];
const DIRECTIONS: &[&str] = &["asc", "desc"];
const LANGUAGES: &[&str] = &[
    "en_US", "es", "fr_CA", "fr_FR", "nl", "de", "pt_PT", "pt_BR", "it", "sv", "da", "fi", "no",
];

/// The query of `GET /users/search`.
pub(super) const SEARCH: &[Field] = &[
    Field::required("companyId", Kind::Text),
    Field::optional("query", Kind::Text),
    Field::optional("skip", Kind::NumberText),
    Field::optional("limit", Kind::NumberText),
    Field::optional("locationId", Kind::Text),
    Field::optional("type", Kind::Text),
    Field::optional("role", Kind::Text),
    Field::optional("ids", Kind::Text),
    Field::optional("sort", Kind::Text),
    Field::optional("sortDirection", Kind::OneOf(DIRECTIONS)),
    Field::optional("enabled2waySync", Kind::FlagText),
];

/// The body of `POST /users/search/filter-by-email`.
pub(super) const FILTER_BY_EMAIL: &[Field] = &[
    Field::required("companyId", Kind::Text),
    Field::required("emails", Kind::Text),
    Field::optional("deleted", Kind::Flag),
    Field::optional("skip", Kind::NumberText),
    Field::optional("limit", Kind::NumberText),
    Field::optional("projection", Kind::Text),
];

/// The query of `GET /users/`.
pub(super) const LIST: &[Field] = &[Field::required("locationId", Kind::Text)];

/// The body of `POST /users/`. The spec requires `password`; the vendor's changelog and practice do not.
/// No spec has `externalUserId`; the vendor's article on single sign-on does.
pub(super) const CREATE: &[Field] = &[
    Field::required("companyId", Kind::Text),
    Field::required("firstName", Kind::Text),
    Field::required("lastName", Kind::Text),
    Field::required("email", Kind::Email),
    Field::optional("password", Kind::Password),
    Field::optional("phone", Kind::Text),
    Field::required("type", Kind::OneOf(TYPES)),
    Field::required("role", Kind::OneOf(ROLES)),
    Field::required("locationIds", Kind::TextList),
    Field::optional("permissions", Kind::Permissions),
    Field::optional("scopes", Kind::TextList),
    Field::optional("scopesAssignedToOnly", Kind::TextList),
    Field::optional("profilePhoto", Kind::Text),
    Field::optional("twilioPhone", Kind::PhoneMap),
    Field::optional("platformLanguage", Kind::OneOf(LANGUAGES)),
    Field::optional("externalUserId", Kind::Text),
];

/// The body of `PUT /users/{userId}`.
pub(super) const UPDATE: &[Field] = &[
    Field::optional("firstName", Kind::Text),
    Field::optional("lastName", Kind::Text),
    Field::optional("email", Kind::Text),
    Field::optional("password", Kind::Password),
    Field::optional("phone", Kind::Text),
    Field::optional("type", Kind::OneOf(TYPES)),
    Field::optional("role", Kind::OneOf(ROLES)),
    Field::optional("companyId", Kind::Text),
    Field::optional("locationIds", Kind::TextList),
    Field::optional("permissions", Kind::Permissions),
    Field::optional("scopes", Kind::TextList),
    Field::optional("scopesAssignedToOnly", Kind::TextList),
    Field::optional("profilePhoto", Kind::Text),
    Field::optional("twilioPhone", Kind::PhoneMap),
    Field::optional("platformLanguage", Kind::OneOf(LANGUAGES)),
    Field::optional("externalUserId", Kind::Text),
];
