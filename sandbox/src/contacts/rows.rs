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
        "GET /contacts",
        Entry::own(&CONTACT, list::list).asks(fields::LIST),
    )
    .only(Version::V2),
    read(
        "POST /contacts/search",
        Entry::own(&CONTACT, search::search).takes(fields::SEARCH),
    ),
    read(
        "GET /contacts/search/duplicate",
        Entry::own(&CONTACT, upsert::find_duplicate).asks(fields::DUPLICATE),
    ),
    read(
        "GET /contacts/business/{businessId}",
        Entry::own(&CONTACT, list::of_business).asks(fields::OF_BUSINESS),
    ),
    write(
        "POST /contacts",
        Entry::create(&CONTACT, 201, "contact")
            .takes(fields::CREATE)
            .drafted(draft::draft)
            .shown(view::created),
    ),
    write(
        "POST /contacts/upsert",
        Entry::own(&CONTACT, upsert::upsert).takes(fields::UPSERT),
    ),
    write(
        "POST /contacts/bulk/tags/update/{type}",
        Entry::own(&CONTACT, bulk::tags).takes(fields::BULK_TAGS),
    ),
    write(
        "POST /contacts/bulk/business",
        Entry::own(&CONTACT, bulk::business).takes(fields::BUSINESS),
    ),
    read(
        "GET /contacts/{contactId}",
        Entry::get(&CONTACT, "contact").shown(view::shown),
    ),
    write(
        "PUT /contacts/{contactId}",
        Entry::update(&CONTACT, "contact")
            .takes(fields::UPDATE)
            .drafted(draft::draft)
            .shown(view::shown)
            .flags(SUCCEDED_OR_SUCCEEDED),
    ),
    write(
        "DELETE /contacts/{contactId}",
        Entry::delete(&CONTACT, SUCCEDED),
    ),
    write(
        "POST /contacts/{contactId}/tags",
        Entry::own(&CONTACT, tags::add).takes(fields::TAGS),
    ),
    write(
        "DELETE /contacts/{contactId}/tags",
        Entry::own(&CONTACT, tags::remove).takes(fields::TAGS),
    ),
    write(
        "POST /contacts/{contactId}/followers",
        Entry::own(&CONTACT, followers::add).takes(fields::FOLLOWERS),
    ),
    write(
        "DELETE /contacts/{contactId}/followers",
        Entry::own(&CONTACT, followers::remove).takes(fields::FOLLOWERS),
    ),
    write(
        "POST /contacts/{contactId}/campaigns/{campaignId}",
        Entry::own(&CAMPAIGN, automation::joined).takes(&[]),
    ),
    write(
        "DELETE /contacts/{contactId}/campaigns/removeAll",
        Entry::own(&CONTACT, automation::changed),
    )
    .only(Version::V2),
    write(
        "DELETE /contacts/{contactId}/campaigns/remove-all",
        Entry::own(&CONTACT, automation::changed),
    )
    .only(Version::V3),
    write(
        "DELETE /contacts/{contactId}/campaigns/{campaignId}",
        Entry::own(&CAMPAIGN, automation::changed),
    ),
    write(
        "POST /contacts/{contactId}/workflow/{workflowId}",
        Entry::own(&WORKFLOW, automation::changed).takes(fields::WORKFLOW),
    ),
    write(
        "DELETE /contacts/{contactId}/workflow/{workflowId}",
        Entry::own(&WORKFLOW, automation::changed).takes(fields::WORKFLOW),
    ),
    read(
        "GET /contacts/{contactId}/appointments",
        Entry::list(&EVENT, "events").shown(of_contact),
    ),
    Row::of(
        "POST /locations/{locationId}/tasks/search",
        "locations/tasks.readonly",
        Entry::own(&TASK, tasks::search).takes(fields::TASKS),
    ),
    read(
        "GET /contacts/{contactId}/tasks",
        Entry::list(&TASK, "tasks"),
    ),
    write(
        "POST /contacts/{contactId}/tasks",
        Entry::create(&TASK, 201, "task").takes(fields::TASK_CREATE),
    ),
    read(
        "GET /contacts/{contactId}/tasks/{taskId}",
        Entry::get(&TASK, "task"),
    ),
    write(
        "PUT /contacts/{contactId}/tasks/{taskId}",
        Entry::update(&TASK, "task").takes(fields::TASK_UPDATE),
    ),
    write(
        "PUT /contacts/{contactId}/tasks/{taskId}/completed",
        Entry::update(&TASK, "task").takes(fields::COMPLETED),
    ),
    write(
        "DELETE /contacts/{contactId}/tasks/{taskId}",
        Entry::delete(&TASK, SUCCEDED),
    ),
    read(
        "GET /contacts/{contactId}/notes",
        Entry::list(&NOTE, "notes"),
    ),
    write(
        "POST /contacts/{contactId}/notes",
        Entry::create(&NOTE, 201, "note").takes(fields::NOTE_CREATE),
    ),
    read(
        "GET /contacts/{contactId}/notes/{id}",
        Entry::get(&NOTE, "note"),
    ),
    write(
        "PUT /contacts/{contactId}/notes/{id}",
        Entry::update(&NOTE, "note").takes(fields::NOTE_UPDATE),
    ),
    write(
        "DELETE /contacts/{contactId}/notes/{id}",
        Entry::delete(&NOTE, SUCCEDED),
    ),
];

const fn read(line: &'static str, entry: Entry) -> Row {
    Row::of(line, READ, entry)
}

const fn write(line: &'static str, entry: Entry) -> Row {
    Row::of(line, WRITE, entry)
}
