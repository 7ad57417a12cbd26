//! A business, as HighLevel sends it.

crate::wire! {
    /// A business.
    answer Business in [V2 V3] {
        /// The business's id.
        id = "id": Text, required;
        /// The name.
        name = "name": Text, required;
        /// The location that has it.
        location_id = "locationId": Text, required;
        /// The phone number.
        phone = "phone": Text, optional;
        /// The e-mail address.
        email = "email": Text, optional;
        /// The website.
        website = "website": Text, optional;
        /// The street and the number.
        address = "address": Text, optional;
        /// The city.
        city = "city": Text, optional;
        /// The postal code.
        postal_code = "postalCode": Text, optional;
        /// The state or province.
        state = "state": Text, optional;
        /// The country.
        country = "country": Text, optional;
        /// What it is or does.
        description = "description": Text, optional;
        /// Who or what created it. The specs call it an object and name no member.
        created_by = "createdBy": Json, optional;
        /// Who or what last changed it. The specs call it an object and name no member.
        updated_by = "updatedBy": Json, optional;
        /// When it was created: ISO 8601, in UTC.
        created_at = "createdAt": Text, optional;
        /// When it was last changed: ISO 8601, in UTC.
        updated_at = "updatedAt": Text, optional;
    }
}

crate::wire! {
    /// One page of businesses.
    answer BusinessPage in [V2 V3] {
        /// The businesses.
        businesses = "businesses": List(Business), required;
    }
}

crate::wire! {
    /// The answer to the deletion of a business.
    answer BusinessDeletion in [V2 V3] {
        /// Whether it was deleted.
        succeeded = "succeeded": Flag, required;
        /// The server's words, if it said any.
        message = "message": Text, optional;
    }
}
