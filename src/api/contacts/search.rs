//! What a search for contacts takes and gives.

use super::{
    ContactAttribution, ContactCustomField, ContactDndSettings, ContactFilter,
    ContactInboundDndSettings, ContactSort,
};

crate::wire! {
    /// What `contacts.search` looks for. Without filters and `query`, it is every contact of the location. The specs say
    /// nothing of it; it is on HighLevel's page on contact search.
    input ContactSearchParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3];
        /// The most contacts to return, 1 to 500.
        page_limit = "pageLimit": Number, required;
        /// The number of the page, from 1, within the first 10,000 contacts. Not together with `searchAfter`.
        page = "page": Number, optional;
        /// Where the page begins: `searchAfter` of the last contact before it. The sorting must be the same.
        search_after = "searchAfter": Json, optional;
        /// Text to find in the fields that the location has made searchable, 75 characters at most.
        query = "query": Text, optional;
        /// Conditions, all of which a contact has to meet.
        filters = "filters": List(ContactFilter), optional;
        /// What to sort by, two at most; the first counts most.
        sort = "sort": List(ContactSort), optional;
    }
}

crate::wire! {
    /// One page of contacts that were found.
    answer ContactSearchPage in [V2 V3] {
        /// The contacts.
        contacts = "contacts": List(ContactSearchResult), required;
        /// The number of contacts found, on all pages.
        total = "total": Number, optional;
        /// The server's id of the request.
        trace_id = "traceId": Text, optional;
    }
}

crate::wire! {
    /// A contact, as the index for searches has it. Its fields are those of HighLevel's file of September 2025 and those seen
    /// live.
    answer ContactSearchResult in [V2 V3] {
        /// The contact's id.
        id = "id": Text, required;
        /// The location that knows the contact.
        location_id = "locationId": Text, optional;
        /// The whole name.
        contact_name = "contactName": Text, optional;
        /// The first name.
        first_name = "firstName": Text, optional;
        /// The last name.
        last_name = "lastName": Text, optional;
        /// The first name in lower case.
        first_name_lower_case = "firstNameLowerCase": Text, optional;
        /// The last name in lower case.
        last_name_lower_case = "lastNameLowerCase": Text, optional;
        /// The e-mail address.
        email = "email": Text, optional;
        /// Whether the e-mail address is one, if the location has that tried.
        valid_email = "validEmail": Flag, optional;
        /// More e-mail addresses: a list of texts by HighLevel's page, of objects with `email` in live answers.
        additional_emails = "additionalEmails": Json, optional;
        /// The phone number, in E.164 form.
        phone = "phone": Text, optional;
        /// What kind of number that is: `Mobile`, for example.
        phone_label = "phoneLabel": Text, optional;
        /// More phone numbers: a list of texts by HighLevel's page, of objects with `phone` in live answers.
        additional_phones = "additionalPhones": Json, optional;
        /// The birthday: `YYYY-MM-DD` by HighLevel's page, milliseconds since 1970 in live answers.
        date_of_birth = "dateOfBirth": Json, optional;
        /// Street and number: `address1` of other answers.
        address = "address": Text, optional;
        /// The city.
        city = "city": Text, optional;
        /// The state or region.
        state = "state": Text, optional;
        /// The country.
        country = "country": Text, optional;
        /// The postal code.
        postal_code = "postalCode": Text, optional;
        /// The website.
        website = "website": Text, optional;
        /// The name of the company that the contact works for.
        company_name = "companyName": Text, optional;
        /// The business that the contact belongs to: an id.
        business_id = "businessId": Text, optional;
        /// The name of that business.
        business_name = "businessName": Text, optional;
        /// What the contact is: `lead`, `customer`, or a type of the location's own.
        r#type = "type": Text, optional;
        /// Where the contact came from, in whatever words.
        source = "source": Text, optional;
        /// The user to whom the contact is assigned: the user's id.
        assigned_to = "assignedTo": Text, optional;
        /// The users who follow the contact: their ids.
        followers = "followers": Texts, optional;
        /// The tags.
        tags = "tags": Texts, optional;
        /// The location's own fields.
        custom_fields = "customFields": List(ContactCustomField), optional;
        /// Opportunities with the contact.
        opportunities = "opportunities": List(ContactOpportunity), optional;
        /// Whether the contact must not be contacted at all.
        dnd = "dnd": Flag, optional;
        /// Whether the contact must not be contacted, by channel. Not always sent.
        dnd_settings = "dndSettings": Object(ContactDndSettings), optional;
        /// Whether what the contact sends is kept out.
        inbound_dnd_settings = "inboundDndSettings": Object(ContactInboundDndSettings), optional;
        /// What led to the first visit.
        attribution_source = "attributionSource": Object(ContactAttribution), optional;
        /// What led to the last visit.
        last_attribution_source = "lastAttributionSource": Object(ContactAttribution), optional;
        /// When the contact was created: ISO 8601, in UTC.
        date_added = "dateAdded": Text, optional;
        /// When the contact was last changed: ISO 8601, in UTC.
        date_updated = "dateUpdated": Text, optional;
        /// Where a page begins that follows this contact: a list of what is sorted by and the contact's id.
        search_after = "searchAfter": Json, optional;
    }
}

crate::wire! {
    /// An opportunity with a contact, in the result of a search.
    answer ContactOpportunity in [V2 V3] {
        /// The opportunity's id.
        id = "id": Text, optional;
        /// The pipeline that it is in: an id.
        pipeline_id = "pipeline_id": Text, optional;
        /// The stage that it is in: an id.
        pipeline_stage_id = "pipeline_stage_id": Text, optional;
        /// What it is worth.
        monetary_value = "monetary_value": Number, optional;
        /// How it stands: `open`, for example.
        status = "status": Text, optional;
    }
}
