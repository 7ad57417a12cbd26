//! What each call takes, from the specs.

use crate::validate::{Field, Kind};

/// The query of `GET /social-media-posting/{locationId}/tags`.
pub(super) const TAGS: &[Field] = &[
    Field::optional("searchText", Kind::Text),
    Field::optional("limit", Kind::NumberText),
    Field::optional("skip", Kind::NumberText),
];

/// The body of `POST /social-media-posting/{locationId}/tags/details`.
pub(super) const TAGS_BY_IDS: &[Field] = &[Field::required("tagIds", Kind::TextList)];

/// The query of `POST /social-media-posting/statistics`.
pub(super) const STATISTICS_QUERY: &[Field] = &[Field::required("locationId", Kind::Text)];

/// Its body in v2. What is no platform has words of its own.
pub(super) const STATISTICS_V2: &[Field] = &[
    Field::required("profileIds", Kind::TextList),
    Field::optional("platforms", Kind::TextList),
];

/// Its body in v3. What is no date has words of its own.
pub(super) const STATISTICS_V3: &[Field] = &[
    Field::required("profileIds", Kind::TextList),
    Field::optional("platforms", Kind::TextList),
    Field::optional("currentRange", Kind::Fields(RANGE)),
    Field::optional("prevRange", Kind::Fields(RANGE)),
];

const RANGE: &[Field] = &[
    Field::required("startDate", Kind::Text),
    Field::required("endDate", Kind::Text),
];
