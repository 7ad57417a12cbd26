//! `/associations`: how kinds of records may be related, and which records are.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`associations.json` of v2 and v3). Wherever an answer has a schema there, it
//! is that of one association, be the answer a list or a relation. What lists and relations really are is from public
//! programs and from the webhooks `AssociationCreate` and `RelationCreate`.

mod association;
mod params;
mod relation;

pub use association::*;
pub use params::*;
pub use relation::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "";

    /// Lists the associations of a location, a page at a time: its own, and those that HighLevel defines.
    list = "associations.list": Get "/associations/", None,
        takes AssociationListParams,
        gives AssociationPage as List("associations"),
        pages Skip,
        watched "Association" by "id",
        scope "associations.readonly",
        for [V2 V3: Location];

    /// Reads one association.
    get = "associations.get": Get "/associations/{associationId}", None,
        about association_id "associationId" Id "The association's id.",
        gives Association as Object,
        watched "Association" by "id",
        scope "associations.readonly",
        for [V2 V3: Location];

    /// Reads one association by its key.
    get_by_key = "associations.getByKey": Get "/associations/key/{key}", None,
        about key "key" Id "The association's key, for example `student_teacher`.",
        takes AssociationOfParams,
        gives Association as Object,
        watched "Association" by "id",
        scope "associations.readonly",
        for [V2 V3: Location];

    /// Lists the associations that records of one kind may have.
    list_by_object_key = "associations.listByObjectKey": Get "/associations/objectKey/{objectKey}", None,
        about object_key "objectKey" Id "The key of the kind of records: `contact`, `opportunity`, or a custom object's, such as `custom_objects.children`.",
        takes AssociationListByObjectKeyParams,
        gives AssociationPage as List("associations"),
        watched "Association" by "id",
        scope "associations.readonly",
        for [V2 V3: Location];

    /// Creates an association: between contacts, between custom objects, or between the two.
    create = "associations.create": Post "/associations/", Json,
        takes AssociationCreateParams,
        gives Association as Object,
        scope "associations.write",
        for [V2 V3: Location];

    /// Changes the labels of an association.
    update = "associations.update": Put "/associations/{associationId}", Json,
        about association_id "associationId" Id "The association's id.",
        takes AssociationUpdateParams,
        gives Association as Object,
        scope "associations.write",
        for [V2 V3: Location];

    /// Deletes an association, and all relations that it has. Those that HighLevel defines stay.
    delete = "associations.delete": Delete "/associations/{associationId}", None,
        about association_id "associationId" Id "The association's id.",
        gives AssociationDeletion as Deleted,
        scope "associations.write",
        for [V2 V3: Location];

    /// Lists the relations of a record, a page at a time.
    list_relations = "associations.relations.list": Get "/associations/relations/{recordId}", None,
        about record_id "recordId" Id "The record's id: that of a contact, an opportunity, or a record of a custom object.",
        takes AssociationRelationListParams,
        gives AssociationRelationPage as List("relations"),
        pages Skip,
        watched "Relation" by "id",
        scope "associations/relation.readonly",
        for [V2 V3: Location];

    /// Relates two records. HighLevel refuses a relation that is there already (400).
    create_relation = "associations.relations.create": Post "/associations/relations", Json,
        takes AssociationRelationCreateParams,
        gives AssociationRelation as Object,
        scope "associations/relation.write",
        for [V2 V3: Location];

    /// Deletes a relation. The records stay.
    delete_relation = "associations.relations.delete": Delete "/associations/relations/{relationId}", None,
        about relation_id "relationId" Id "The relation's id.",
        takes AssociationOfParams,
        gives AssociationDeletion as Deleted,
        scope "associations/relation.write",
        for [V2 V3: Location];
}
