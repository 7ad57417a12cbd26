//! What the calls about businesses take.

use crate::validate::{Field, fields};

pub(super) const LIST: &[Field] = fields! {
    "locationId" Text, must;
    "skip" NumberText;
    "limit" NumberText;
};

pub(super) const CREATE: &[Field] = fields! {
    "name" Text, must;
    "locationId" Text, must;
    "phone" Text;
    "email" Text;
    "website" Text;
    "address" Text;
    "city" Text;
    "postalCode" Text;
    "state" Text;
    "country" Text;
    "description" Text;
};

pub(super) const UPDATE: &[Field] = fields! {
    "name" Text;
    "phone" Text;
    "email" Text;
    "website" Text;
    "address" Text;
    "city" Text;
    "postalCode" Text;
    "state" Text;
    "country" Text;
    "description" Text;
};
