//! What the operations on associations and relations take.

crate::wire! {
    /// Whose associations `associations.list` lists.
    input AssociationListParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The number of associations to skip; 0 for the first page.
        skip = "skip": Count, required;
        /// The most associations to return.
        limit = "limit": Count, required;
    }
}

crate::wire! {
    /// Where an association or a relation is.
    input AssociationOfParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
    }
}

crate::wire! {
    /// Whose associations `associations.listByObjectKey` lists.
    input AssociationListByObjectKeyParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, optional, filled;
    }
}

crate::wire! {
    /// A new association.
    input AssociationCreateParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// Its key, which no other association of the location may have, for example `student_teacher`.
        key = "key": Text, required;
        /// What a record of the first kind is to one of the second, for example `student`.
        first_object_label = "firstObjectLabel": Text, required;
        /// The key of the first kind, for example `custom_objects.children`.
        first_object_key = "firstObjectKey": Text, required;
        /// What a record of the second kind is to one of the first, for example `Teacher`.
        second_object_label = "secondObjectLabel": Text, required;
        /// The key of the second kind, for example `contact`.
        second_object_key = "secondObjectKey": Text, required;
    }
}

crate::wire! {
    /// New labels of an association.
    input AssociationUpdateParams in [V2 V3] {
        /// What a record of the first kind is to one of the second.
        first_object_label = "firstObjectLabel": Text, required;
        /// What a record of the second kind is to one of the first.
        second_object_label = "secondObjectLabel": Text, required;
    }
}

crate::wire! {
    /// Which relations of a record `associations.relations.list` lists.
    input AssociationRelationListParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The number of relations to skip; 0 for the first page.
        skip = "skip": Count, required;
        /// The most relations to return.
        limit = "limit": Count, required;
        /// Relations of these associations only.
        association_ids = "associationIds": Ids, optional;
    }
}

crate::wire! {
    /// A new relation.
    input AssociationRelationCreateParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The association that it is one of.
        association_id = "associationId": Id, required;
        /// The first record's id; of the kind that `firstObjectKey` of the association says.
        first_record_id = "firstRecordId": Id, required;
        /// The second record's id; of the kind that `secondObjectKey` of the association says.
        second_record_id = "secondRecordId": Id, required;
    }
}
