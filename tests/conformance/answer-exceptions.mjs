/**
 * Where an answer of the sandbox and HighLevel's file differ, operation by operation, and why. With the parts that a file
 * describes (`answer-parts.mjs`), this is all the leniency there is.
 */

const is = (because, ...differences) => differences.map((difference) => ({ because, difference }));
/** Of this version alone. */
const only = (api, known) => known.map((one) => ({ ...one, only: api }));
/** At these places. */
const each = (names, what, within = "") => names.map((name) => `${within}${name} ${what}`);

// Of several resources

const TEXT = "the files call it an object and describe a text, and their examples are texts";
const SILENT = "the files have no schema of it";
const LIVE = "live answers have it, and no file does";

// Associations

const KEYS = ["firstObjectLabel", "firstObjectKey", "secondObjectLabel", "secondObjectKey", "associationType"];
const ASSOCIATION = is(TEXT, ...each(KEYS, "must be object"));
const RELATION = [
  ...ASSOCIATION,
  ...is(
    "the files have an association where they speak of a relation; its fields are those of the webhook `RelationCreate`",
    ...each(["associationId", "firstRecordId", "secondRecordId"], "is unknown"),
  ),
];

// Calendars

const momentsOf = (within, ...names) => is(TEXT, ...each(names, "must be object", within));
const MOMENTS = ["startTime", "endTime", "dateAdded", "dateUpdated"];
const BLOCKED = is(
  "blocked slots have the schema of appointments, and by their own operations' answers no contact, and a calendar or a user",
  ...each(["calendarId", "contactId", "groupId", "appointmentStatus", "assignedUserId"], "is missing", "events[]."),
);
const RESOURCE_ID = "it is read, changed and deleted by an id, which no answer of the files has";

// Opportunities

const IDS = "the files say lists of lists, and their examples are lists of ids";
const FOUND = [
  ...is(IDS, "opportunities[].followers[] must be array"),
  ...is(
    "the files say lists of lists, and not of what: a note, a task and an appointment are no lists",
    ...each(["notes[]", "tasks[]", "calendarEvents[]"], "must be array", "opportunities[]."),
  ),
];

// Contacts

/** A contact shows what reads have, whichever call it is that answers with it. */
const CONTACT = [
  ...is("the files have them in lists, and live answers to a creation and to a change have them", "contact.followers is unknown"),
  ...is(LIVE, ...each(["gender", "inboundDndSettings"], "is unknown", "contact.")),
];
/** A contact in a list shows what reads have. */
const LISTED = is(
  "the files have twelve of a contact's fields in lists, and live lists have more",
  ...each(["contactName", "firstName", "firstNameLowerCase", "lastName", "lastNameLowerCase"], "is unknown", "contacts[]."),
  ...each(["phone", "website", "companyName", "address1", "city", "state", "postalCode"], "is unknown", "contacts[]."),
  ...each(["gender", "dateOfBirth", "type", "assignedTo", "dnd", "dateUpdated"], "is unknown", "contacts[]."),
);

/**
 * By operation. Each is met by an answer of the version, or the test says so.
 *
 * @type {Record<string, { difference: string, because: string, only?: string }[]>}
 */
export const EXCEPTIONS = {
  "associations.create": ASSOCIATION,
  "associations.get": ASSOCIATION,
  "associations.getByKey": ASSOCIATION,
  "associations.update": ASSOCIATION,
  "associations.list": ASSOCIATION,
  "associations.listByObjectKey": ASSOCIATION,
  "associations.relations.create": RELATION,
  "associations.relations.delete": RELATION,
  "associations.relations.list": RELATION,

  "blogs.categories.list": is(
    "the files require a name, as an author has it, and describe a label in its place",
    "categories[].name is missing",
  ),

  "calendars.appointments.get": momentsOf("event.", ...MOMENTS),
  "calendars.events.list": momentsOf("events[].", ...MOMENTS),
  "calendars.blockedSlots.list": [...momentsOf("events[].", ...MOMENTS), ...BLOCKED],
  "calendars.blockedSlots.create": momentsOf("", "startTime", "endTime"),
  "calendars.blockedSlots.update": momentsOf("", "startTime", "endTime"),
  "calendars.freeSlots": is("live answers have a trace id among the days", "traceId must be object"),
  "calendars.resources.create": is(RESOURCE_ID, "id is unknown"),
  "calendars.resources.get": is(RESOURCE_ID, "id is unknown"),
  "calendars.resources.update": is(RESOURCE_ID, "id is unknown"),
  "calendars.resources.list": is(RESOURCE_ID, "[].id is unknown"),

  "contacts.create": CONTACT,
  "contacts.get": CONTACT,
  "contacts.update": CONTACT,
  "contacts.upsert": CONTACT,
  "contacts.search": [
    ...is(LIVE, ...each(["contactName", "website"], "is unknown", "contacts[].")),
    ...is("the file of 2025 says texts, and its example is a number and an id", "contacts[].searchAfter[] must be string"),
  ],
  "contacts.findDuplicate": is(`${SILENT}; live it is an object with the contact, or with \`null\``, "has no schema"),
  "contacts.list": only("v2", LISTED),
  "contacts.listByBusiness": LISTED,
  "contacts.tags.updateMany": is("the files say texts, and their examples are objects", "responses[] must be string"),

  "conversations.search": is(
    "public programs go on from it, and no file has it",
    ...each(["lastMessageDate", "sort"], "is unknown", "conversations[]."),
  ),
  "conversations.messages.recording": is(`${SILENT}: it is sound`, "has no schema"),
  "conversations.messages.downloadTranscription": is(`${SILENT}: it is a text`, "has no schema"),

  "locations.search": is(LIVE, "locations[].dateAdded is unknown"),

  "opportunities.pipelines.list": is(
    "the files say lists of lists; public programs read the id, the name and the position of each",
    "pipelines[].stages[] must be array",
  ),
  "opportunities.get": is(IDS, "opportunity.followers[] must be array"),
  "opportunities.update": is(IDS, "opportunity.followers[] must be array"),
  "opportunities.search": FOUND,
  "opportunities.searchWithFilters": [...FOUND, ...is(LIVE, "opportunities[].sort is unknown")],
};
