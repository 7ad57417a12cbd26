/** Every operation that can be watched, and a change of what it reads. */

import { CALENDARS } from "./calendars.mjs";
import { CONTACTS } from "./contacts.mjs";
import { CONVERSATIONS } from "./conversations.mjs";
import { USERS } from "./people.mjs";
import { PLACES } from "./places.mjs";
import { RECORDS } from "./records.mjs";
import { SALES } from "./sales.mjs";

export const WATCHED = [...CONTACTS, ...CALENDARS, ...SALES, ...USERS, ...CONVERSATIONS, ...PLACES, ...RECORDS];
