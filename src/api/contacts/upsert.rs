//! What is written to a contact that may be there or not.

use super::{Contact, ContactCustomFieldValue, ContactDndSettings, ContactInboundDndSettings};

crate::wire! {
    /// A contact that is changed if it is there, and created otherwise. It is found by `email` or `phone`.
    input ContactUpsertParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// Whether to create a contact even if it is a duplicate, where the location allows duplicates. Default: false.
        create_new_if_duplicate_allowed = "createNewIfDuplicateAllowed": Flag, optional;
        /// The first name.
        first_name = "firstName": Text, optional, nullable;
        /// The last name.
        last_name = "lastName": Text, optional, nullable;
        /// The whole name.
        name = "name": Text, optional, nullable;
        /// The e-mail address.
        email = "email": Text, optional, nullable;
        /// The phone number, in E.164 form.
        phone = "phone": Text, optional, nullable;
        /// The gender, in whatever words: `male`, for example. It was seen to be ignored if the contact was there.
        gender = "gender": Text, optional;
        /// The birthday: `YYYY-MM-DD`. Year, month and day, or month, day and year, with `/`, `.` or `_` between them will do, too.
        date_of_birth = "dateOfBirth": Date(YearMonthDay), optional, nullable;
        /// Street and number.
        address1 = "address1": Text, optional, nullable;
        /// The city.
        city = "city": Text, optional, nullable;
        /// The state or region.
        state = "state": Text, optional, nullable;
        /// The country's code: `US`.
        country = "country": Text, optional;
        /// The postal code.
        postal_code = "postalCode": Text, optional;
        /// The time zone, as IANA names it: `America/Chihuahua`.
        timezone = "timezone": Text, optional, nullable;
        /// The website.
        website = "website": Text, optional, nullable;
        /// The name of the company that the contact works for.
        company_name = "companyName": Text, optional, nullable;
        /// Where the contact came from, in whatever words.
        source = "source": Text, optional;
        /// The user to whom the contact is assigned: the user's id.
        assigned_to = "assignedTo": Id, optional;
        /// All the tags: the list replaces the one there is. `contacts.tags.add` and `contacts.tags.remove` leave the others alone.
        tags = "tags": Texts, optional;
        /// The location's own fields.
        custom_fields = "customFields": List(ContactCustomFieldValue), optional;
        /// Whether the contact must not be contacted at all.
        dnd = "dnd": Flag, optional;
        /// Whether the contact must not be contacted, by channel.
        dnd_settings = "dndSettings": Object(ContactDndSettings), optional;
        /// Whether what the contact sends is kept out.
        inbound_dnd_settings = "inboundDndSettings": Object(ContactInboundDndSettings), optional;
    }
}

crate::wire! {
    /// The contact, and whether it is new.
    answer ContactUpserted in [V2 V3] {
        /// The contact.
        contact = "contact": Object(Contact), required;
        /// Whether it was created.
        is_new = "new": Flag, optional;
        /// The server's id of the request.
        trace_id = "traceId": Text, optional;
    }
}
