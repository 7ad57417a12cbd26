/** Where a request of ours and HighLevel's file differ, operation by operation, and why: this is all the leniency there is. */

/** What an input needs besides its required fields: one of several has to be there. */
export const FIRST = {
  "calendars.events.list": { userId: "u1" },
  "calendars.blockedSlots.list": { userId: "u1" },
  "calendars.blockedSlots.create": { calendarId: "c1" },
  "calendars.blockedSlots.update": { calendarId: "c1" },
};

/** The file does not say which `Version` it takes. */
export const WITHOUT_VERSION = ["conversations.emails.get"];

const is = (because, ...errors) => errors.map((error) => ({ because, error }));
const extra = (name) => new RegExp(`must NOT have additional properties .*"${name}"`);
const noObject = (path) => new RegExp(`^/requestBody/${path} must be object`);

const BIRTHDAY = is("a date, which the files describe as one and call an object", noObject("dateOfBirth"));
const TEXTS = "texts, which the files describe as such and call objects";
const LABELS_ALONE = is(TEXTS, noObject("firstObjectLabel"), noObject("secondObjectLabel"));
const LABELS = [...LABELS_ALONE, ...is(TEXTS, noObject("firstObjectKey"), noObject("secondObjectKey"))];
const MEETING = is("answers have it, and what is read may be sent", extra("meetingId"));
const MINUTES = is("v3's file has added a word", /allowBookingAfterUnit must be equal to one of the allowed values/).map((one) => ({ ...one, only: "v2" }));

/**
 * By what was sent: everything, what is required, and what a request with everything lacks. Each is met, or the test says so.
 *
 * @type {Record<"full" | "minimal" | "lacking", Record<string, { error: RegExp, because: string, only?: string }[]>>}
 */
export const EXCEPTIONS = {
  full: {
    "contacts.search": is("the files have no body; a page that they refer to has", /^\/requestBody must NOT have additional properties/),
    "contacts.create": BIRTHDAY,
    "contacts.update": BIRTHDAY,
    "contacts.upsert": BIRTHDAY,
    "calendars.create": [...MEETING, ...MINUTES, ...is("answers have it, and what is read may be sent", extra("id"))],
    "calendars.update": [...MEETING, ...MINUTES],
    "opportunities.searchWithFilters": is("a page that the files refer to has them", extra("filters"), extra("sort")),
    "opportunities.upsert": [
      ...is("public programs send it", extra("contactId")),
      ...is("a number, which the files describe as one and call an object", noObject("monetaryValue")),
    ],
    "associations.create": LABELS,
    "associations.update": LABELS_ALONE,
  },
  minimal: {
    "contacts.search": is("the files have no body; a page that they refer to has", /^\/requestBody must NOT have additional properties/),
    "conversations.messages.send": is(
      "HighLevel's own examples leave it out",
      /must have required property 'subType'/,
      /must have required property 'status'/,
    ),
    "opportunities.searchWithFilters": is(
      "no page needs all of them: one asks by page or by cursor",
      /must have required property '(query|page|searchAfter|additionalDetails)'/,
    ),
    "opportunities.upsert": is(
      "who changes nobody's followers says nothing of them",
      /must have required property '(followers|isRemoveAllFollowers|followersActionType)'/,
    ),
    "associations.create": LABELS,
    "associations.update": LABELS_ALONE,
  },
  lacking: {},
};
