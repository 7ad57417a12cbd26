//! What the calls about groups of calendars take.

use crate::validate::{Field, fields};

pub(super) const LIST: &[Field] = fields! {
    "locationId" Text, must;
};

pub(super) const CREATE: &[Field] = fields! {
    "locationId" Text, must;
    "name" Text, must;
    "description" Text, must;
    "slug" Text, must;
    "isActive" Flag;
};

pub(super) const UPDATE: &[Field] = fields! {
    "name" Text, must;
    "description" Text, must;
    "slug" Text, must;
};

pub(super) const STATUS: &[Field] = fields! {
    "isActive" Flag, must;
};

pub(super) const SLUG: &[Field] = fields! {
    "locationId" Text, must;
    "slug" Text, must;
};
