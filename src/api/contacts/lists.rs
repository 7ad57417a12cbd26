//! Contacts without filters: lists, and the one that another would be a duplicate of.

use super::Contact;

crate::wire! {
    /// Whose contacts `contacts.list` lists, and which.
    input ContactListParams in [V2] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2];
        /// Text to find in the contacts.
        query = "query": Text, optional;
        /// The most contacts to return, 1 to 100. Default: 20.
        limit = "limit": Number, optional;
        /// Where the page begins: `meta.startAfter` of the page before. Together with `startAfterId`.
        start_after = "startAfter": Number, optional;
        /// Where the page begins: `meta.startAfterId` of the page before.
        start_after_id = "startAfterId": Id, optional;
    }
}

crate::wire! {
    /// Which contacts of a business `contacts.listByBusiness` lists.
    input ContactListByBusinessParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// Text to find in the contacts, such as a name.
        query = "query": Text, optional;
        /// The number of contacts to skip. Default: 0. Sent as a string.
        skip = "skip": Count, optional;
        /// The most contacts to return. Default: 25. Sent as a string.
        limit = "limit": Count, optional;
        /// Where the page begins: the name and the id of the last contact before it. Sent as one string with commas.
        start_after = "startAfter": Csv, optional in [V3];
    }
}

crate::wire! {
    /// One page of contacts.
    answer ContactPage in [V2 V3] {
        /// The contacts. Of most of their fields the specs say nothing in lists.
        contacts = "contacts": List(Contact), required;
        /// The number of contacts found.
        count = "count": Number, optional;
        /// Where the next page begins. Of `contacts.list` only. v2's file has it and refers to it nowhere; live answers have it.
        meta = "meta": Object(ContactPageMeta), optional in [V2];
    }
}

crate::wire! {
    /// Where a page of contacts is.
    answer ContactPageMeta in [V2] {
        /// The number of contacts found.
        total = "total": Number, optional;
        /// The number of this page, from 1.
        current_page = "currentPage": Number, optional;
        /// The number of the next page, if there is one.
        next_page = "nextPage": Number, optional;
        /// The number of the page before, if there is one.
        prev_page = "prevPage": Number, optional;
        /// The URL of the next page.
        next_page_url = "nextPageUrl": Text, optional;
        /// Where the next page begins: milliseconds since 1970.
        start_after = "startAfter": Number, optional;
        /// Where the next page begins: a contact's id.
        start_after_id = "startAfterId": Text, optional;
    }
}

crate::wire! {
    /// What `contacts.findDuplicate` looks for.
    input ContactFindDuplicateParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The phone number, in E.164 form.
        number = "number": Text, optional;
        /// The e-mail address.
        email = "email": Text, optional;
    }
}

crate::wire! {
    /// The contact that another would be a duplicate of. The specs do not say what the answer is; it was seen live.
    answer ContactDuplicate in [V2 V3] {
        /// The contact; `null` or nothing if there is none.
        contact = "contact": Object(Contact), optional, nullable;
        /// The server's id of the request.
        trace_id = "traceId": Text, optional;
    }
}
