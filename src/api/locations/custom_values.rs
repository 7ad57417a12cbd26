//! The custom values of a location.

crate::wire! {
    /// A custom value, as it is to be.
    input LocationCustomValueParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The name. The key of a new one is made of it.
        name = "name": Text, required;
        /// The value.
        value = "value": Text, required;
    }
}

crate::wire! {
    /// A custom value.
    answer LocationCustomValue in [V2 V3] {
        /// The custom value's id.
        id = "id": Text, required;
        /// The name.
        name = "name": Text, optional;
        /// What messages and pages have in its place: `{{ custom_values.some_name }}`.
        field_key = "fieldKey": Text, optional;
        /// The value.
        value = "value": Text, optional;
        /// The location that has it.
        location_id = "locationId": Text, optional;
    }
}

crate::wire! {
    /// The custom values of a location, all of them.
    answer LocationCustomValueList in [V2 V3] {
        /// The custom values.
        custom_values = "customValues": List(LocationCustomValue), required;
    }
}
