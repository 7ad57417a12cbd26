//! The fields that a location has made for its contacts.

crate::wire! {
    /// A field of the location's own, as a contact has it.
    answer ContactCustomField in [V2 V3] {
        /// The field's id: one of `locations.customFields`.
        id = "id": Text, optional;
        /// What it holds. The specs say a text; live it is a number, a list or an object where the field is of that kind.
        value = "value": Json, optional;
    }
}

crate::wire! {
    /// What a field of the location's own is to hold. The field is named by `id` or by `key`.
    input ContactCustomFieldValue in [V2 V3] {
        /// The field's id: one of `locations.customFields`.
        id = "id": Id, optional;
        /// The field's key.
        key = "key": Text, optional;
        /// v2: what it is to hold. A text, a number, a list of texts, or an object of files, as the field is. v3 has deprecated it
        /// for `fieldValue`.
        old_value = "field_value": Json, optional;
        /// v3: what it is to hold. A text, a number, a list of texts, or an object of files, as the field is.
        value = "fieldValue": Json, optional in [V3];
    } one of ["id" "key"]
}
