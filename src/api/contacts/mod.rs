//! `/contacts`: the people that a location (sub-account) knows, and what belongs to them.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`contacts.json` of v2 and v3). They do not say what a search takes and gives:
//! that is from HighLevel's page on contact search and from its file of September 2025. What no file has was seen live, in
//! answers that others published.

mod appointments;
mod attribution;
mod business;
mod contact;
mod custom_fields;
mod dnd;
mod filters;
mod followers;
mod lists;
mod notes;
mod params;
mod search;
mod tags;
mod tasks;
mod upsert;
mod words;
mod workflows;

pub use appointments::*;
pub use attribution::*;
pub use business::*;
pub use contact::*;
pub use custom_fields::*;
pub use dnd::*;
pub use filters::*;
pub use followers::*;
pub use lists::*;
pub use notes::*;
pub use params::*;
pub use search::*;
pub use tags::*;
pub use tasks::*;
pub use upsert::*;
pub use words::*;
pub use workflows::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "";

    /// Finds contacts of a location by filters or by a text, a page at a time.
    ///
    /// It asks an index that knows of a change some seconds later, and names some fields otherwise than `contacts.get`.
    search = "contacts.search": Post "/contacts/search", Json,
        only reads,
        takes ContactSearchParams,
        gives ContactSearchPage as List("contacts"),
        pages SearchAfter,
        watched "Contact" by "id"
            added "dateAdded" newest { "sort": [{ "field": "dateAdded", "direction": "desc" }] }
            changed "dateUpdated" newest { "sort": [{ "field": "dateUpdated", "direction": "desc" }] },
        scope "contacts.readonly",
        for [V2 V3: Location];

    /// Reads one contact.
    get = "contacts.get": Get "/contacts/{contactId}", None,
        about contact_id "contactId" Id "The contact's id.",
        gives Contact as Object in "contact",
        watched "Contact" by "id" added "dateAdded" changed "dateUpdated",
        scope "contacts.readonly",
        for [V2 V3: Location];

    /// Finds the contact that a new one with this e-mail address or phone number would be a duplicate of.
    ///
    /// What counts as a duplicate is a setting of the location: where duplicates are allowed, the e-mail address comes first,
    /// and then the phone number.
    find_duplicate = "contacts.findDuplicate": Get "/contacts/search/duplicate", None,
        takes ContactFindDuplicateParams,
        gives ContactDuplicate as Object,
        watched "Duplicate" whole,
        scope "contacts.readonly",
        for [V2 V3: Location];

    /// Lists the contacts of a location, a page at a time. HighLevel has deprecated it for `contacts.search`.
    list = "contacts.list": Get "/contacts/", None,
        takes ContactListParams,
        gives ContactPage as List("contacts"),
        pages StartAfter,
        watched "Contact" by "id" added "dateAdded" newest {},
        scope "contacts.readonly",
        for [V2: Location],
        deprecated [V2];

    /// Lists the contacts that belong to a business, a page at a time.
    list_by_business = "contacts.listByBusiness": Get "/contacts/business/{businessId}", None,
        about business_id "businessId" Id "The business's id.",
        takes ContactListByBusinessParams,
        gives ContactPage as List("contacts"),
        pages Skip,
        // Not by its date: a contact comes to a business long after it was added.
        watched "Contact" by "id",
        scope "contacts.readonly",
        for [V2 V3: Location];

    /// Creates a contact. Fails if it would be a duplicate and the location allows none.
    create = "contacts.create": Post "/contacts/", Json,
        takes ContactCreateParams,
        gives Contact as Object in "contact",
        scope "contacts.write",
        for [V2 V3: Location];

    /// Changes a contact. `tags` replaces the tags there are.
    update = "contacts.update": Put "/contacts/{contactId}", Json,
        about contact_id "contactId" Id "The contact's id.",
        takes ContactUpdateParams,
        gives Contact as Object in "contact",
        scope "contacts.write",
        for [V2 V3: Location];

    /// Changes the contact with this e-mail address or phone number, or creates it.
    ///
    /// Which of the two is looked for first is the location's setting for duplicates. If they belong to two contacts, the one
    /// found first is changed, and the other field is ignored.
    upsert = "contacts.upsert": Post "/contacts/upsert", Json,
        takes ContactUpsertParams,
        gives ContactUpserted as Object,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Deletes a contact.
    delete = "contacts.delete": Delete "/contacts/{contactId}", None,
        about contact_id "contactId" Id "The contact's id.",
        gives ContactDone as Deleted,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Puts contacts into a business, or takes them out of theirs.
    set_business = "contacts.setBusiness": Post "/contacts/bulk/business", Json,
        takes ContactSetBusinessParams,
        gives ContactBusinessSet as Object,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Lists the appointments of a contact, all of them.
    list_appointments = "contacts.appointments.list": Get "/contacts/{contactId}/appointments", None,
        about contact_id "contactId" Id "The contact's id.",
        gives ContactAppointmentList as List("events"),
        watched "Appointment" by "id" added "dateAdded" changed "dateUpdated",
        scope "contacts.readonly",
        for [V2 V3: Location];

    /// Lists the tasks about a contact, all of them.
    list_tasks = "contacts.tasks.list": Get "/contacts/{contactId}/tasks", None,
        about contact_id "contactId" Id "The contact's id.",
        gives ContactTaskList as List("tasks"),
        watched "Task" by "id",
        scope "contacts.readonly",
        for [V2 V3: Location];

    /// Reads one task.
    get_task = "contacts.tasks.get": Get "/contacts/{contactId}/tasks/{taskId}", None,
        about contact_id "contactId" Id "The contact's id.",
        about task_id "taskId" Id "The task's id.",
        gives ContactTask as Object in "task",
        watched "Task" by "id",
        scope "contacts.readonly",
        for [V2 V3: Location];

    /// Creates a task about a contact.
    create_task = "contacts.tasks.create": Post "/contacts/{contactId}/tasks", Json,
        about contact_id "contactId" Id "The contact's id.",
        takes ContactTaskCreateParams,
        gives ContactTask as Object in "task",
        scope "contacts.write",
        for [V2 V3: Location];

    /// Changes a task.
    update_task = "contacts.tasks.update": Put "/contacts/{contactId}/tasks/{taskId}", Json,
        about contact_id "contactId" Id "The contact's id.",
        about task_id "taskId" Id "The task's id.",
        takes ContactTaskUpdateParams,
        gives ContactTask as Object in "task",
        scope "contacts.write",
        for [V2 V3: Location];

    /// Marks a task as done, or as not done.
    set_task_completed = "contacts.tasks.setCompleted": Put "/contacts/{contactId}/tasks/{taskId}/completed", Json,
        about contact_id "contactId" Id "The contact's id.",
        about task_id "taskId" Id "The task's id.",
        takes ContactTaskSetCompletedParams,
        gives ContactTask as Object in "task",
        scope "contacts.write",
        for [V2 V3: Location];

    /// Deletes a task.
    delete_task = "contacts.tasks.delete": Delete "/contacts/{contactId}/tasks/{taskId}", None,
        about contact_id "contactId" Id "The contact's id.",
        about task_id "taskId" Id "The task's id.",
        gives ContactDone as Deleted,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Lists the notes about a contact, all of them.
    list_notes = "contacts.notes.list": Get "/contacts/{contactId}/notes", None,
        about contact_id "contactId" Id "The contact's id.",
        gives ContactNoteList as List("notes"),
        watched "Note" by "id" added "dateAdded",
        scope "contacts.readonly",
        for [V2 V3: Location];

    /// Reads one note.
    get_note = "contacts.notes.get": Get "/contacts/{contactId}/notes/{id}", None,
        about contact_id "contactId" Id "The contact's id.",
        about id "id" Id "The note's id.",
        gives ContactNote as Object in "note",
        watched "Note" by "id" added "dateAdded",
        scope "contacts.readonly",
        for [V2 V3: Location];

    /// Writes a note about a contact.
    create_note = "contacts.notes.create": Post "/contacts/{contactId}/notes", Json,
        about contact_id "contactId" Id "The contact's id.",
        takes ContactNoteCreateParams,
        gives ContactNote as Object in "note",
        scope "contacts.write",
        for [V2 V3: Location];

    /// Changes a note.
    update_note = "contacts.notes.update": Put "/contacts/{contactId}/notes/{id}", Json,
        about contact_id "contactId" Id "The contact's id.",
        about id "id" Id "The note's id.",
        takes ContactNoteUpdateParams,
        gives ContactNote as Object in "note",
        scope "contacts.write",
        for [V2 V3: Location];

    /// Deletes a note.
    delete_note = "contacts.notes.delete": Delete "/contacts/{contactId}/notes/{id}", None,
        about contact_id "contactId" Id "The contact's id.",
        about id "id" Id "The note's id.",
        gives ContactDone as Deleted,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Gives a contact more tags.
    add_tags = "contacts.tags.add": Post "/contacts/{contactId}/tags", Json,
        about contact_id "contactId" Id "The contact's id.",
        takes ContactTagsParams,
        gives ContactTags as Object,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Takes tags off a contact.
    remove_tags = "contacts.tags.remove": Delete "/contacts/{contactId}/tags", Json,
        about contact_id "contactId" Id "The contact's id.",
        takes ContactTagsParams,
        gives ContactTags as Object,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Gives many contacts tags, or takes tags off them.
    update_tags_of_many = "contacts.tags.updateMany": Post "/contacts/bulk/tags/update/{type}", Json,
        about change "type" Choice(ContactTagChange) "Whether to add the tags or to remove them.",
        takes ContactTagsUpdateManyParams,
        gives ContactTagsUpdated as Object,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Puts a contact into a campaign.
    add_to_campaign = "contacts.campaigns.add": Post "/contacts/{contactId}/campaigns/{campaignId}", Json,
        about contact_id "contactId" Id "The contact's id.",
        about campaign_id "campaignId" Id "The campaign's id.",
        gives ContactDone as Deleted,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Takes a contact out of a campaign.
    remove_from_campaign = "contacts.campaigns.remove": Delete "/contacts/{contactId}/campaigns/{campaignId}", None,
        about contact_id "contactId" Id "The contact's id.",
        about campaign_id "campaignId" Id "The campaign's id.",
        gives ContactDone as Deleted,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Takes a contact out of every campaign.
    remove_from_all_campaigns_v2 = "contacts.campaigns.removeAll": Delete "/contacts/{contactId}/campaigns/removeAll", None,
        about contact_id "contactId" Id "The contact's id.",
        gives ContactDone as Deleted,
        scope "contacts.write",
        for [V2: Location];

    /// Takes a contact out of every campaign.
    remove_from_all_campaigns = "contacts.campaigns.removeAll": Delete "/contacts/{contactId}/campaigns/remove-all", None,
        about contact_id "contactId" Id "The contact's id.",
        gives ContactDone as Deleted,
        scope "contacts.write",
        for [V3: Location];

    /// Puts a contact into a workflow.
    add_to_workflow = "contacts.workflows.add": Post "/contacts/{contactId}/workflow/{workflowId}", Json,
        about contact_id "contactId" Id "The contact's id.",
        about workflow_id "workflowId" Id "The workflow's id.",
        takes ContactWorkflowParams,
        gives ContactDone as Deleted,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Takes a contact out of a workflow.
    remove_from_workflow = "contacts.workflows.remove": Delete "/contacts/{contactId}/workflow/{workflowId}", Json,
        about contact_id "contactId" Id "The contact's id.",
        about workflow_id "workflowId" Id "The workflow's id.",
        takes ContactWorkflowParams,
        gives ContactDone as Deleted,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Lets more users follow a contact.
    add_followers = "contacts.followers.add": Post "/contacts/{contactId}/followers", Json,
        about contact_id "contactId" Id "The contact's id.",
        takes ContactFollowersParams,
        gives ContactFollowers as Object,
        scope "contacts.write",
        for [V2 V3: Location];

    /// Lets users follow a contact no longer.
    remove_followers = "contacts.followers.remove": Delete "/contacts/{contactId}/followers", Json,
        about contact_id "contactId" Id "The contact's id.",
        takes ContactFollowersParams,
        gives ContactFollowers as Object,
        scope "contacts.write",
        for [V2 V3: Location];
}
