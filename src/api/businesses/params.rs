//! What the operations on businesses take.

crate::wire! {
    /// Whose businesses `businesses.list` lists.
    input BusinessListParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The number of businesses to skip. Default: 0. Sent as a string.
        skip = "skip": Count, optional;
        /// The most businesses to return. Default: 100. Sent as a string.
        limit = "limit": Count, optional;
    }
}

crate::wire! {
    /// A new business.
    input BusinessCreateParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The name.
        name = "name": Text, required;
        /// The phone number, in E.164 form.
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
        /// The country. Its form is not documented: the spec's examples have both `us` and a name.
        country = "country": Text, optional;
        /// What it is or does.
        description = "description": Text, optional;
    }
}

crate::wire! {
    /// Changes to a business.
    input BusinessUpdateParams in [V2 V3] {
        /// The name.
        name = "name": Text, optional;
        /// The phone number, in E.164 form.
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
        /// The country. Its form is not documented: the spec's examples have both `us` and a name.
        country = "country": Text, optional;
        /// What it is or does.
        description = "description": Text, optional;
    }
}
