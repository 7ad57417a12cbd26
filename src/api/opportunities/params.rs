//! What the operations that write opportunities take.

use super::{OpportunityFollowersAction, OpportunityStatus};

crate::wire! {
    /// A new opportunity.
    input OpportunityCreateParams in [V2 V3] {
        /// The pipeline that it goes into.
        pipeline_id = "pipelineId": Id, required;
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The name.
        name = "name": Text, required;
        /// The stage of the pipeline that it begins in.
        pipeline_stage_id = "pipelineStageId": Id, optional;
        /// What has become of it.
        status = "status": Choice(OpportunityStatus), required;
        /// The contact to whom something may be sold.
        contact_id = "contactId": Id, required;
        /// What it is worth.
        monetary_value = "monetaryValue": Number, optional;
        /// The user to whom it is assigned.
        assigned_to = "assignedTo": Id, optional;
        /// What the custom fields are to hold.
        custom_fields = "customFields": List(OpportunityCustomFieldValue), optional;
        /// The day on which it is expected to be closed. HighLevel takes several forms.
        forecast_expected_close_date = "forecastExpectedCloseDate": Date(YearMonthDay), optional in [V3];
        /// How likely it is to be won, in per cent.
        forecast_probability = "forecastProbability": Number, optional in [V3];
    }
}

crate::wire! {
    /// Changes to an opportunity. What is not named stays.
    input OpportunityUpdateParams in [V2 V3] {
        /// The pipeline that it goes into.
        pipeline_id = "pipelineId": Id, optional;
        /// The name.
        name = "name": Text, optional;
        /// The stage of the pipeline that it comes to.
        pipeline_stage_id = "pipelineStageId": Id, optional;
        /// What has become of it.
        status = "status": Choice(OpportunityStatus), optional;
        /// What it is worth.
        monetary_value = "monetaryValue": Number, optional;
        /// The user to whom it is assigned.
        assigned_to = "assignedTo": Id, optional;
        /// What the custom fields are to hold.
        custom_fields = "customFields": List(OpportunityCustomFieldValue), optional;
        /// The day on which it is expected to be closed. HighLevel takes several forms.
        forecast_expected_close_date = "forecastExpectedCloseDate": Date(YearMonthDay), optional in [V3];
        /// How likely it is to be won, in per cent.
        forecast_probability = "forecastProbability": Number, optional in [V3];
    }
}

crate::wire! {
    /// What a custom field of an opportunity is to hold.
    input OpportunityCustomFieldValue in [V2 V3] {
        /// The field's id.
        id = "id": Id, optional;
        /// The field's key, instead of the id.
        key = "key": Text, optional;
        /// The value, in the form that the field has: a text, a list of texts, or an object. v2's name.
        old_value = "field_value": Json, optional in [V2];
        /// The value, in the form that the field has: a text, a list of texts, or an object. v3's name.
        value = "fieldValue": Json, optional in [V3];
    } one of ["id" "key"]
}

crate::wire! {
    /// A new status.
    input OpportunitySetStatusParams in [V2 V3] {
        /// What has become of it.
        status = "status": Choice(OpportunityStatus), required;
        /// Why it was lost: the id of one of the location's reasons.
        lost_reason_id = "lostReasonId": Id, optional;
    }
}

crate::wire! {
    /// An opportunity to change or to make.
    input OpportunityUpsertParams in [V2 V3] {
        /// The opportunity to change, if its id is known.
        id = "id": Id, optional;
        /// The pipeline that it goes into.
        pipeline_id = "pipelineId": Id, required;
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The contact to whom something may be sold. Not in the files; programs send it, and a new one needs it.
        contact_id = "contactId": Id, optional;
        /// The users to add to the followers or to remove. The files require it, as the two fields after it; programs do
        /// without.
        followers = "followers": Ids, optional;
        /// Whether to remove all followers.
        is_remove_all_followers = "isRemoveAllFollowers": Flag, optional;
        /// What to do with `followers`.
        followers_action_type = "followersActionType": Choice(OpportunityFollowersAction), optional;
        /// The name.
        name = "name": Text, optional;
        /// What has become of it.
        status = "status": Choice(OpportunityStatus), optional;
        /// The stage of the pipeline that it comes to.
        pipeline_stage_id = "pipelineStageId": Id, optional;
        /// What it is worth.
        monetary_value = "monetaryValue": Number, optional;
        /// The user to whom it is assigned.
        assigned_to = "assignedTo": Id, optional;
        /// Why it was lost: the id of one of the location's reasons.
        lost_reason_id = "lostReasonId": Id, optional;
        /// The day on which it is expected to be closed. HighLevel takes several forms.
        forecast_expected_close_date = "forecastExpectedCloseDate": Date(YearMonthDay), optional in [V3];
        /// How likely it is to be won, in per cent.
        forecast_probability = "forecastProbability": Number, optional in [V3];
    }
}
