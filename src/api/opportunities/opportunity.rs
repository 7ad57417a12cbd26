//! An opportunity, as HighLevel sends it.

use super::OpportunityStatus;

crate::wire! {
    /// An opportunity: something that may be sold to a contact. HighLevel's files promise no field.
    answer Opportunity in [V2 V3] {
        /// The opportunity's id.
        id = "id": Text, required;
        /// Its name.
        name = "name": Text, optional;
        /// What it is worth.
        monetary_value = "monetaryValue": Number, optional;
        /// The pipeline that it is in.
        pipeline_id = "pipelineId": Text, optional;
        /// The stage of the pipeline that it has come to.
        pipeline_stage_id = "pipelineStageId": Text, optional;
        /// The user to whom it is assigned.
        assigned_to = "assignedTo": Text, optional;
        /// What has become of it.
        status = "status": Choice(OpportunityStatus), optional;
        /// Where it comes from.
        source = "source": Text, optional;
        /// When its status last changed: ISO 8601, in UTC.
        last_status_change_at = "lastStatusChangeAt": Text, optional;
        /// When it last came to another stage: ISO 8601, in UTC.
        last_stage_change_at = "lastStageChangeAt": Text, optional;
        /// When something was last done about it: ISO 8601, in UTC.
        last_action_date = "lastActionDate": Text, optional;
        /// A version of HighLevel's own. The files say a text, and their example is a number.
        index_version = "indexVersion": Json, optional;
        /// When it was made: ISO 8601, in UTC.
        created_at = "createdAt": Text, optional;
        /// When it was last changed: ISO 8601, in UTC.
        updated_at = "updatedAt": Text, optional;
        /// The contact.
        contact_id = "contactId": Text, optional;
        /// The location (sub-account).
        location_id = "locationId": Text, optional;
        /// What is shown of the contact.
        contact = "contact": Object(OpportunityContact), optional;
        /// Its notes, in searches that ask for them. The files say a list of lists, and not of what.
        notes = "notes": Json, optional;
        /// Its tasks, as `notes`.
        tasks = "tasks": Json, optional;
        /// Its appointments, as `notes`.
        calendar_events = "calendarEvents": Json, optional;
        /// Why it was lost: the id of one of the location's reasons.
        lost_reason_id = "lostReasonId": Text, optional;
        /// The custom fields.
        custom_fields = "customFields": List(OpportunityCustomField), optional;
        /// The users who follow it.
        followers = "followers": Texts, optional;
        /// The id that it has in another system.
        external_object_id = "externalObjectId": Text, optional;
        /// When it is expected to be closed: `2026-05-20`.
        forecast_expected_close_date = "forecastExpectedCloseDate": Text, optional in [V3];
        /// When it was expected to be closed at first: `2026-05-01`.
        forecast_original_close_date = "forecastOriginalCloseDate": Text, optional in [V3];
        /// How often that day was put off.
        forecast_slippage_count = "forecastSlippageCount": Number, optional in [V3];
        /// By how many days in all.
        forecast_days_slipped = "forecastDaysSlipped": Number, optional in [V3];
        /// When it was last put off: ISO 8601, in UTC.
        forecast_last_slipped_at = "forecastLastSlippedAt": Text, optional in [V3];
        /// How likely it is to be won, in per cent.
        forecast_probability = "forecastProbability": Number, optional in [V3];
        /// As `forecastProbability`, the stage taken into account.
        effective_probability = "effectiveProbability": Number, optional in [V3];
        /// What belongs to it, its contacts among that. Not in the files; seen live.
        relations = "relations": List(OpportunityRelation), optional;
        /// Its place among what was found: what `searchAfter` takes. Of searches only. Not in the files; seen live.
        sort = "sort": Json, optional;
    }
}

crate::wire! {
    /// What an opportunity shows of its contact.
    answer OpportunityContact in [V2 V3] {
        /// The contact's id.
        id = "id": Text, optional;
        /// The name.
        name = "name": Text, optional;
        /// The company that the contact works for.
        company_name = "companyName": Text, optional;
        /// The e-mail address.
        email = "email": Text, optional;
        /// The phone number.
        phone = "phone": Text, optional;
        /// The tags.
        tags = "tags": Texts, optional;
    }
}

crate::wire! {
    /// What a custom field of an opportunity holds.
    answer OpportunityCustomField in [V2 V3] {
        /// The field's id.
        id = "id": Text, required;
        /// The value, in the form that the field has: a text, an object, or a list of either.
        field_value = "fieldValue": Json, optional;
        /// The value, if it is a text. Not in the files; seen live, in searches.
        field_value_string = "fieldValueString": Text, optional;
        /// What the value is. Not in the files; seen live, in searches.
        r#type = "type": Text, optional;
    }
}

crate::wire! {
    /// What belongs to an opportunity. No file has it.
    answer OpportunityRelation in [V2 V3] {
        /// The kind of the relation.
        association_id = "associationId": Text, optional;
        /// The relation's id.
        relation_id = "relationId": Text, optional;
        /// Whether it is the most important one.
        primary = "primary": Flag, optional;
        /// What belongs to it: `contact`, for example.
        object_key = "objectKey": Text, optional;
        /// The id of that.
        record_id = "recordId": Text, optional;
        /// Its name.
        full_name = "fullName": Text, optional;
        /// The tags.
        tags = "tags": Texts, optional;
    }
}

crate::wire! {
    /// The answer to a deletion, and to a new status.
    answer OpportunityDone in [V2 V3] {
        /// Whether it was done.
        succeeded = "succeeded": Flag, required;
        /// The server's words, if it said any.
        message = "message": Text, optional;
    }
}

crate::wire! {
    /// The opportunity that was changed or made.
    answer OpportunityUpserted in [V2 V3] {
        /// The opportunity.
        opportunity = "opportunity": Object(Opportunity), required;
        /// Whether it was made.
        new = "new": Flag, required;
    }
}
