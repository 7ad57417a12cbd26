//! The rows.

use super::{automation, bulk, draft, fields, list, search, tags, tasks, upsert, view};
use crate::entry::{Entry, SUCCEDED, SUCCEDED_OR_SUCCEEDED};
use crate::events::view::of_contact;
use crate::followers;
use crate::kinds::{CAMPAIGN, CONTACT, EVENT, NOTE, TASK, WORKFLOW};
use crate::row::Row;
use crate::version::Version;

const READ: &str = "contacts.readonly";
const WRITE: &str = "contacts.write";

pub(crate) const ROWS: &[Row] = &[
    read(
        "contacts.list",
        "GET /contacts",
        Entry::own(&CONTACT, list::list).asks(fields::LIST),
    )
    .only(Version::V2),
    read(
        "contacts.search",
        "POST /contacts/search",
        Entry::own(&CONTACT, search::search).takes(fields::SEARCH),
    ),
    read(
        "contacts.findDuplicate",
        "GET /contacts/search/duplicate",
        Entry::own(&CONTACT, upsert::find_duplicate).asks(fields::DUPLICATE),
    ),
    read(
        "contacts.listByBusiness",
        "GET /contacts/business/{businessId}",
        Entry::own(&CONTACT, list::of_business).asks(fields::OF_BUSINESS),
    ),
    write(
        "contacts.create",
        "POST /contacts",
        Entry::create(&CONTACT, 201, "contact")
            .takes(fields::CREATE)
            .drafted(draft::draft)
            .shown(view::created),
    ),
    write(
        "contacts.upsert",
        "POST /contacts/upsert",
        Entry::own(&CONTACT, upsert::upsert).takes(fields::UPSERT),
    ),
    write(
        "contacts.tags.updateMany",
        "POST /contacts/bulk/tags/update/{type}",
        Entry::own(&CONTACT, bulk::tags).takes(fields::BULK_TAGS),
    ),
    write(
        "contacts.setBusiness",
        "POST /contacts/bulk/business",
        Entry::own(&CONTACT, bulk::business).takes(fields::BUSINESS),
    ),
    read(
        "contacts.get",
        "GET /contacts/{contactId}",
        Entry::get(&CONTACT, "contact").shown(view::shown),
    ),
    write(
        "contacts.update",
        "PUT /contacts/{contactId}",
        Entry::update(&CONTACT, "contact")
            .takes(fields::UPDATE)
            .drafted(draft::draft)
            .shown(view::shown)
            .flags(SUCCEDED_OR_SUCCEEDED),
    ),
    write(
        "contacts.delete",
        "DELETE /contacts/{contactId}",
        Entry::delete(&CONTACT, SUCCEDED),
    ),
    write(
        "contacts.tags.add",
        "POST /contacts/{contactId}/tags",
        Entry::own(&CONTACT, tags::add).takes(fields::TAGS),
    ),
    write(
        "contacts.tags.remove",
        "DELETE /contacts/{contactId}/tags",
        Entry::own(&CONTACT, tags::remove).takes(fields::TAGS),
    ),
    write(
        "contacts.followers.add",
        "POST /contacts/{contactId}/followers",
        Entry::own(&CONTACT, followers::add).takes(fields::FOLLOWERS),
    ),
    write(
        "contacts.followers.remove",
        "DELETE /contacts/{contactId}/followers",
        Entry::own(&CONTACT, followers::remove).takes(fields::FOLLOWERS),
    ),
    write(
        "contacts.campaigns.add",
        "POST /contacts/{contactId}/campaigns/{campaignId}",
        Entry::own(&CAMPAIGN, automation::joined).takes(&[]),
    ),
    write(
        "contacts.campaigns.removeAll",
        "DELETE /contacts/{contactId}/campaigns/removeAll",
        Entry::own(&CONTACT, automation::changed),
    )
    .only(Version::V2),
    write(
        "contacts.campaigns.removeAll",
        "DELETE /contacts/{contactId}/campaigns/remove-all",
        Entry::own(&CONTACT, automation::changed),
    )
    .only(Version::V3),
    write(
        "contacts.campaigns.remove",
        "DELETE /contacts/{contactId}/campaigns/{campaignId}",
        Entry::own(&CAMPAIGN, automation::changed),
    ),
    write(
        "contacts.workflows.add",
        "POST /contacts/{contactId}/workflow/{workflowId}",
        Entry::own(&WORKFLOW, automation::changed).takes(fields::WORKFLOW),
    ),
    write(
        "contacts.workflows.remove",
        "DELETE /contacts/{contactId}/workflow/{workflowId}",
        Entry::own(&WORKFLOW, automation::changed).takes(fields::WORKFLOW),
    ),
    read(
        "contacts.appointments.list",
        "GET /contacts/{contactId}/appointments",
        Entry::list(&EVENT, "events").shown(of_contact),
    ),
    Row::of(
        "locations.tasks.search",
        "POST /locations/{locationId}/tasks/search",
        "locations/tasks.readonly",
        Entry::own(&TASK, tasks::search).takes(fields::TASKS),
    ),
    read(
        "contacts.tasks.list",
        "GET /contacts/{contactId}/tasks",
        Entry::list(&TASK, "tasks"),
    ),
    write(
        "contacts.tasks.create",
        "POST /contacts/{contactId}/tasks",
        Entry::create(&TASK, 201, "task").takes(fields::TASK_CREATE),
    ),
    read(
        "contacts.tasks.get",
        "GET /contacts/{contactId}/tasks/{taskId}",
        Entry::get(&TASK, "task"),
    ),
    write(
        "contacts.tasks.update",
        "PUT /contacts/{contactId}/tasks/{taskId}",
        Entry::update(&TASK, "task").takes(fields::TASK_UPDATE),
    ),
    write(
        "contacts.tasks.setCompleted",
        "PUT /contacts/{contactId}/tasks/{taskId}/completed",
        Entry::update(&TASK, "task").takes(fields::COMPLETED),
    ),
    write(
        "contacts.tasks.delete",
        "DELETE /contacts/{contactId}/tasks/{taskId}",
        Entry::delete(&TASK, SUCCEDED),
    ),
    read(
        "contacts.notes.list",
        "GET /contacts/{contactId}/notes",
        Entry::list(&NOTE, "notes"),
    ),
    write(
        "contacts.notes.create",
        "POST /contacts/{contactId}/notes",
        Entry::create(&NOTE, 201, "note").takes(fields::NOTE_CREATE),
    ),
    read(
        "contacts.notes.get",
        "GET /contacts/{contactId}/notes/{id}",
        Entry::get(&NOTE, "note"),
    ),
    write(
        "contacts.notes.update",
        "PUT /contacts/{contactId}/notes/{id}",
        Entry::update(&NOTE, "note").takes(fields::NOTE_UPDATE),
    ),
    write(
        "contacts.notes.delete",
        "DELETE /contacts/{contactId}/notes/{id}",
        Entry::delete(&NOTE, SUCCEDED),
    ),
];

const fn read(operation: &'static str, line: &'static str, entry: Entry) -> Row {
    Row::of(operation, line, READ, entry)
}

const fn write(operation: &'static str, line: &'static str, entry: Entry) -> Row {
    Row::of(operation, line, WRITE, entry)
}
