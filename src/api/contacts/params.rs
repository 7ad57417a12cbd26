//! What is written to a contact.

use super::{ContactCustomFieldValue, ContactDndSettings, ContactInboundDndSettings};

crate::wire! {
    /// A new contact. HighLevel takes `null` for a field as it takes none.
    input ContactCreateParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
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
        /// The gender, in whatever words: `male`, for example.
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
        /// The tags.
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
    /// Changes to a contact. What is not named stays; `null` clears a field.
    input ContactUpdateParams in [V2 V3] {
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
        /// Where the contact came from, in whatever words.
        source = "source": Text, optional, nullable;
        /// The user to whom the contact is assigned: the user's id.
        assigned_to = "assignedTo": Id, optional, nullable;
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
