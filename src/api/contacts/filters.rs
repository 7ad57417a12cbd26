//! How contacts are sought and sorted.

use super::{
    ContactFilterField, ContactFilterGroup, ContactFilterOperator, ContactSortDirection,
    ContactSortField,
};

crate::wire! {
    /// A condition on contacts, or a group of conditions: `{ field, operator, value }`, or `{ group, filters }`.
    input ContactFilter in [V2 V3] {
        /// What is looked at.
        field = "field": Word(ContactFilterField), optional;
        /// How it is compared.
        operator = "operator": Word(ContactFilterOperator), optional;
        /// What it is compared with, 75 characters at most: a text, a number or a boolean; with `range`, an object with `gt`,
        /// `gte`, `lt` or `lte`; with `nested`, which is for `opportunities`, a list of filters on `pipelineId`, `pipelineStageId` and
        /// `status`. With `exists` and `not_exists` there is none.
        value = "value": Json, optional;
        /// How the filters of a group go together.
        group = "group": Choice(ContactFilterGroup), optional;
        /// The filters of a group.
        filters = "filters": List(ContactFilterMember), optional;
    } one of ["field" "group"]
}

crate::wire! {
    /// A condition on contacts in a group of them, or one more group.
    input ContactFilterMember in [V2 V3] {
        /// What is looked at.
        field = "field": Word(ContactFilterField), optional;
        /// How it is compared.
        operator = "operator": Word(ContactFilterOperator), optional;
        /// What it is compared with, as in a filter outside of groups.
        value = "value": Json, optional;
        /// How the filters of a group go together.
        group = "group": Choice(ContactFilterGroup), optional;
        /// The filters of a group within the group, in the same form. They are sent as they are: how deep they go is not known.
        filters = "filters": Json, optional;
    } one of ["field" "group"]
}

crate::wire! {
    /// What contacts are sorted by.
    input ContactSort in [V2 V3] {
        /// The field.
        field = "field": Word(ContactSortField), required;
        /// The direction.
        direction = "direction": Choice(ContactSortDirection), required;
    }
}
