//! What the calls about custom fields, custom values, tags and templates take.

use crate::validate::{Field, fields};

pub(super) const CUSTOM_FIELDS: &[Field] = fields! {
    "model" OneOf(&["contact", "opportunity", "all"]);
};

pub(super) const CUSTOM_FIELD_CREATE: &[Field] = fields! {
    "name" Text, must;
    "dataType" Text, must;
    "placeholder" Text;
    "acceptedFormat" TextList;
    "isMultipleFile" Flag;
    "maxNumberOfFiles" Number;
    "textBoxListOptions" List(OPTIONS);
    "position" Number;
    "model" OneOf(&["contact", "opportunity"]);
};

pub(super) const CUSTOM_FIELD_UPDATE: &[Field] = fields! {
    "name" Text, must;
    "placeholder" Text;
    "acceptedFormat" TextList;
    "isMultipleFile" Flag;
    "maxNumberOfFiles" Number;
    "textBoxListOptions" List(OPTIONS);
    "position" Number;
    "model" OneOf(&["contact", "opportunity"]);
};

pub(super) const CUSTOM_VALUE: &[Field] = fields! {
    "name" Text, must;
    "value" Text, must;
};

pub(super) const TAG: &[Field] = fields! {
    "name" Text, must;
};

const OPTIONS: &[Field] = fields! {
    "label" Text;
    "prefillValue" Text;
};
