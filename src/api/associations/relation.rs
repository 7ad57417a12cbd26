//! A relation, as HighLevel sends it.

crate::wire! {
    /// A relation: two records that an association relates. No schema has it; the fields are those of the webhook
    /// `RelationCreate`.
    answer AssociationRelation in [V2 V3] {
        /// The relation's id.
        id = "id": Text, required;
        /// The association that it is one of.
        association_id = "associationId": Text, optional;
        /// The key of the first record's kind, for example `contact`.
        first_object_key = "firstObjectKey": Text, optional;
        /// The first record's id.
        first_record_id = "firstRecordId": Text, optional;
        /// The key of the second record's kind.
        second_object_key = "secondObjectKey": Text, optional;
        /// The second record's id.
        second_record_id = "secondRecordId": Text, optional;
        /// The location that has it.
        location_id = "locationId": Text, optional;
    }
}

crate::wire! {
    /// One page of relations.
    answer AssociationRelationPage in [V2 V3] {
        /// The relations. The specs have no list; public programs read it here.
        relations = "relations": List(AssociationRelation), required;
    }
}
