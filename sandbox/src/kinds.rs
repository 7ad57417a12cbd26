//! The kinds of things that there are. A kind's number never changes: its ids are thrown with it.

use crate::kind::{Form, Kind};

pub(crate) static LOCATION: Kind = Kind {
    path_name: "locationId",
    location_key: "",
    dates: ["dateAdded", ""],
    indexed: &["companyId"],
    ..Kind::new("Location", 1)
};
pub(crate) static BUSINESS: Kind = Kind {
    form: Form::Hex,
    path_name: "businessId",
    dates: ["createdAt", "updatedAt"],
    ..Kind::new("Business", 2)
};

/// All of them: what goes with another is found here.
pub(crate) const KINDS: &[&Kind] = &[&LOCATION, &BUSINESS];

/// What paths call the ids of things, whatever they are about themselves.
pub(crate) const NAMED: &[(&str, &Kind)] = &[("locationId", &LOCATION), ("businessId", &BUSINESS)];
