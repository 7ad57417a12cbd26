//! A contact, as HighLevel sends it.

use super::{
    ContactAttribution, ContactCustomField, ContactDndSettings, ContactInboundDndSettings,
};

crate::wire! {
    /// A contact: a person that a location (sub-account) knows. HighLevel's specs promise no field; lists leave most of them
    /// out, and live answers have more.
    answer Contact in [V2 V3] {
        /// The contact's id.
        id = "id": Text, required;
        /// The location that knows the contact.
        location_id = "locationId": Text, optional;
        /// The whole name. Not in v2's answer to `contacts.create`.
        name = "name": Text, optional;
        /// The whole name, in lists. Not in the specs; seen live.
        contact_name = "contactName": Text, optional;
        /// The first name.
        first_name = "firstName": Text, optional;
        /// The last name.
        last_name = "lastName": Text, optional;
        /// The whole name in lower case.
        full_name_lower_case = "fullNameLowerCase": Text, optional;
        /// The first name in lower case.
        first_name_lower_case = "firstNameLowerCase": Text, optional;
        /// The last name in lower case.
        last_name_lower_case = "lastNameLowerCase": Text, optional;
        /// The e-mail address.
        email = "email": Text, optional;
        /// The e-mail address in lower case.
        email_lower_case = "emailLowerCase": Text, optional;
        /// More e-mail addresses. They can be read only. Not in the specs; seen live.
        additional_emails = "additionalEmails": List(ContactEmail), optional;
        /// The phone number, in E.164 form.
        phone = "phone": Text, optional;
        /// More phone numbers. They can be read only. Not in the specs; seen live.
        additional_phones = "additionalPhones": List(ContactPhone), optional;
        /// The gender. Not in the specs; seen live.
        gender = "gender": Text, optional;
        /// The birthday: `YYYY-MM-DD`, or ISO 8601 in UTC in the answer to `contacts.create`.
        date_of_birth = "dateOfBirth": Text, optional;
        /// The month of the birthday, from 1. Of v2's `contacts.create` only.
        birth_month = "birthMonth": Number, optional in [V2];
        /// The day of the birthday in its month. Of v2's `contacts.create` only.
        birth_day = "birthDay": Number, optional in [V2];
        /// The social security number.
        ssn = "ssn": Text, optional;
        /// Street and number.
        address1 = "address1": Text, optional;
        /// The city.
        city = "city": Text, optional;
        /// The state or region.
        state = "state": Text, optional;
        /// The country's code: `US`.
        country = "country": Text, optional;
        /// The postal code.
        postal_code = "postalCode": Text, optional;
        /// The time zone, as IANA names it: `America/Chihuahua`.
        timezone = "timezone": Text, optional;
        /// The website.
        website = "website": Text, optional;
        /// The name of the company that the contact works for.
        company_name = "companyName": Text, optional;
        /// The business that the contact belongs to: the id of one in `businesses`.
        business_id = "businessId": Text, optional;
        /// What the contact is: `lead`, `customer`, or a type of the location's own.
        r#type = "type": Text, optional;
        /// Where the contact came from, in whatever words.
        source = "source": Text, optional;
        /// A keyword that is kept with the contact. HighLevel does not say what for.
        keyword = "keyword": Text, optional;
        /// The user to whom the contact is assigned: the user's id.
        assigned_to = "assignedTo": Text, optional;
        /// The users who follow the contact: their ids.
        followers = "followers": Texts, optional;
        /// The tags.
        tags = "tags": Texts, optional;
        /// The location's own fields.
        custom_fields = "customFields": List(ContactCustomField), optional;
        /// Whether the contact must not be contacted at all.
        dnd = "dnd": Flag, optional;
        /// Whether the contact must not be contacted, by channel.
        dnd_settings = "dndSettings": Object(ContactDndSettings), optional;
        /// Whether what the contact sends is kept out. Not in the specs of answers; seen live.
        inbound_dnd_settings = "inboundDndSettings": Object(ContactInboundDndSettings), optional;
        /// Whether e-mails to the contact came back. Of v2's `contacts.create` only.
        bounce_email = "bounceEmail": Flag, optional in [V2];
        /// Whether the contact wants no more e-mails. Of v2's `contacts.create` only.
        unsubscribe_email = "unsubscribeEmail": Flag, optional in [V2];
        /// Files: the specs say one text, and v3's example is a list of URLs.
        attachments = "attachments": Json, optional;
        /// Offers that the contact has. Of v2's `contacts.create` only.
        offers = "offers": Texts, optional in [V2];
        /// Products that the contact has. Of v2's `contacts.create` only.
        products = "products": Texts, optional in [V2];
        /// What led to the first visit.
        attribution_source = "attributionSource": Object(ContactAttribution), optional;
        /// What led to the last visit.
        last_attribution_source = "lastAttributionSource": Object(ContactAttribution), optional;
        /// What led to the visits. In lists only.
        attributions = "attributions": List(ContactAttribution), optional;
        /// The visitor in the live chat: an id.
        visitor_id = "visitorId": Text, optional;
        /// Who or what created the contact. Not in the specs; seen live.
        created_by = "createdBy": Object(ContactCreator), optional;
        /// When the contact was last active: ISO 8601, in UTC.
        last_activity = "lastActivity": Text, optional;
        /// When the contact's last session was: ISO 8601, in UTC. Of v2's `contacts.create` only.
        last_session_activity_at = "lastSessionActivityAt": Text, optional in [V2];
        /// When the contact was created: ISO 8601, in UTC.
        date_added = "dateAdded": Text, optional;
        /// When the contact was last changed: ISO 8601, in UTC.
        date_updated = "dateUpdated": Text, optional;
        /// Whether the contact has been deleted. Of v2's `contacts.create` only.
        deleted = "deleted": Flag, optional in [V2];
    }
}

crate::wire! {
    /// One more e-mail address of a contact.
    answer ContactEmail in [V2 V3] {
        /// The address.
        email = "email": Text, optional;
    }
}

crate::wire! {
    /// One more phone number of a contact.
    answer ContactPhone in [V2 V3] {
        /// The number, in E.164 form.
        phone = "phone": Text, optional;
        /// What it is: `Mobile`, for example.
        phone_label = "phoneLabel": Text, optional;
    }
}

crate::wire! {
    /// Who or what created a contact.
    answer ContactCreator in [V2 V3] {
        /// What it was: an integration, for example.
        source = "source": Text, optional;
        /// How it came: through the API, for example.
        channel = "channel": Text, optional;
        /// Which one it was: an id.
        source_id = "sourceId": Text, optional;
        /// When it was: ISO 8601, in UTC.
        timestamp = "timestamp": Text, optional;
    }
}

crate::wire! {
    /// The answer to a deletion, and to what else has no more to say than that it was done.
    answer ContactDone in [V2 V3] {
        /// Whether it was done.
        succeeded = "succeeded": Flag, required;
        /// The server's words, if it said any.
        message = "message": Text, optional;
    }
}
