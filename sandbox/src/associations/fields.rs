//! What the calls about associations and their relations take.

use crate::validate::{Field, fields};

pub(super) const LIST: &[Field] = fields! {
    "locationId" Text, must;
    "skip" NumberText, must;
    "limit" NumberText, must;
};

pub(super) const OF_LOCATION: &[Field] = fields! {
    "locationId" Text, must;
};

pub(super) const OF_OBJECT: &[Field] = fields! {
    "locationId" Text;
};

pub(super) const CREATE: &[Field] = fields! {
    "locationId" Text, must;
    "key" Text, must;
    "firstObjectLabel" Text, must;
    "firstObjectKey" Text, must;
    "secondObjectLabel" Text, must;
    "secondObjectKey" Text, must;
};

pub(super) const UPDATE: &[Field] = fields! {
    "firstObjectLabel" Text, must;
    "secondObjectLabel" Text, must;
};

pub(super) const RELATIONS: &[Field] = fields! {
    "locationId" Text, must;
    "skip" NumberText, must;
    "limit" NumberText, must;
    "associationIds" QueryList;
};

pub(super) const RELATE: &[Field] = fields! {
    "locationId" Text, must;
    "associationId" Text, must;
    "firstRecordId" Text, must;
    "secondRecordId" Text, must;
};
