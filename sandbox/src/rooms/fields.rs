//! What the calls about rooms and equipment take.

use crate::validate::{Field, fields};

pub(super) const LIST: &[Field] = fields! {
    "locationId" Text, must;
    "limit" NumberText, must;
    "skip" NumberText, must;
};

pub(super) const CREATE: &[Field] = fields! {
    "locationId" Text, must;
    "name" Text, must;
    "description" Text, must;
    "quantity" Number, must;
    "outOfService" Number, must;
    "capacity" Number, must;
    "calendarIds" TextList, must;
};

pub(super) const UPDATE: &[Field] = fields! {
    "locationId" Text;
    "name" Text;
    "description" Text;
    "quantity" Number;
    "outOfService" Number;
    "capacity" Number;
    "calendarIds" TextList;
    "isActive" Flag;
};
