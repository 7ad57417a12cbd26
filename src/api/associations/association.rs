//! An association, as HighLevel sends it.

crate::words! {
    /// Who defined an association; the API may know other words.
    open AssociationType { "USER_DEFINED" "SYSTEM_DEFINED" }
}

crate::wire! {
    /// An association: how records of one kind may be related to records of another, or of the same.
    answer Association in [V2 V3] {
        /// The association's id.
        id = "id": Text, required;
        /// The location that has it.
        location_id = "locationId": Text, required;
        /// Its key, which no other association of the location has.
        key = "key": Text, required;
        /// What a record of the first kind is to one of the second, for example `student`.
        first_object_label = "firstObjectLabel": Text, required;
        /// The key of the first kind, for example `custom_objects.children`.
        first_object_key = "firstObjectKey": Text, required;
        /// What a record of the second kind is to one of the first, for example `Teacher`.
        second_object_label = "secondObjectLabel": Text, required;
        /// The key of the second kind, for example `contact`.
        second_object_key = "secondObjectKey": Text, required;
        /// Who defined it.
        association_type = "associationType": Word(AssociationType), required;
    }
}

crate::wire! {
    /// Associations: one page of them, or all of one kind of records.
    answer AssociationPage in [V2 V3] {
        /// The associations. The specs have no list; public programs read it here.
        associations = "associations": List(Association), required;
    }
}

crate::wire! {
    /// The answer to the deletion of an association or a relation.
    answer AssociationDeletion in [V2 V3] {
        /// Whether it was deleted.
        succeeded = "succeeded": Flag, required;
        /// The server's words, if it said any.
        message = "message": Text, optional;
    }
}
