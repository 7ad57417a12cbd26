//! What the operations on locations take.

use super::{
    LocationCountry, LocationMailgun, LocationProspect, LocationSettings, LocationSnapshot,
    LocationSocial, LocationTwilio,
};

crate::words! {
    /// How locations are sorted. The specs name the two words in prose.
    closed LocationOrder {
        /// Ascending.
        Ascending = "asc",
        /// Descending.
        Descending = "desc",
    }
}

crate::wire! {
    /// What `locations.search` looks for.
    input LocationSearchParams in [V2 V3] {
        /// The company (agency) to search in. The client's `companyId` if not given.
        company_id = "companyId": Id, optional, filled;
        /// The number of locations to skip. Default: 0. Sent as a string.
        skip = "skip": Count, optional;
        /// The most locations to return. Default: 10. Sent as a string.
        limit = "limit": Count, optional;
        /// How they are sorted. Default: `asc`. By what is not documented.
        order = "order": Choice(LocationOrder), optional;
        /// Locations with this e-mail address only.
        email = "email": Text, optional;
    }
}

crate::wire! {
    /// A new location.
    input LocationCreateParams in [V2 V3] {
        /// The company (agency) that is to have it. The client's `companyId` if not given.
        company_id = "companyId": Id, required;
        /// The name.
        name = "name": Text, required;
        /// The phone number, in E.164 form.
        phone = "phone": Text, optional;
        /// The street and the number.
        address = "address": Text, optional;
        /// The city.
        city = "city": Text, optional;
        /// The state or province.
        state = "state": Text, optional;
        /// The country, as two letters.
        country = "country": Word(LocationCountry), optional;
        /// The postal code.
        postal_code = "postalCode": Text, optional;
        /// The website.
        website = "website": Text, optional;
        /// The time zone, for example `US/Central`.
        timezone = "timezone": Text, optional;
        /// The person who asked for it.
        prospect_info = "prospectInfo": Object(LocationProspect), optional;
        /// The settings.
        settings = "settings": Object(LocationSettings), optional;
        /// Where it is found elsewhere.
        social = "social": Object(LocationSocial), optional;
        /// Its Twilio account.
        twilio = "twilio": Object(LocationTwilio), optional;
        /// Its Mailgun account.
        mailgun = "mailgun": Object(LocationMailgun), optional;
        /// The snapshot to copy into it.
        snapshot_id = "snapshotId": Id, optional;
    }
}

crate::wire! {
    /// Changes to a location.
    input LocationUpdateParams in [V2 V3] {
        /// The company (agency) that has it. The client's `companyId` if not given.
        company_id = "companyId": Id, required;
        /// The name.
        name = "name": Text, optional;
        /// The phone number, in E.164 form.
        phone = "phone": Text, optional;
        /// The street and the number.
        address = "address": Text, optional;
        /// The city.
        city = "city": Text, optional;
        /// The state or province.
        state = "state": Text, optional;
        /// The country, as two letters.
        country = "country": Word(LocationCountry), optional;
        /// The postal code.
        postal_code = "postalCode": Text, optional;
        /// The website.
        website = "website": Text, optional;
        /// The time zone, for example `US/Central`.
        timezone = "timezone": Text, optional;
        /// The person who asked for it.
        prospect_info = "prospectInfo": Object(LocationProspect), optional;
        /// The settings.
        settings = "settings": Object(LocationSettings), optional;
        /// Where it is found elsewhere.
        social = "social": Object(LocationSocial), optional;
        /// Its Twilio account.
        twilio = "twilio": Object(LocationTwilio), optional;
        /// Its Mailgun account.
        mailgun = "mailgun": Object(LocationMailgun), optional;
        /// A snapshot to copy into it.
        snapshot = "snapshot": Object(LocationSnapshot), optional;
    }
}

crate::wire! {
    /// What goes with a location that is deleted.
    input LocationDeleteParams in [V2 V3] {
        /// Whether its Twilio account is deleted as well.
        delete_twilio_account = "deleteTwilioAccount": Flag, required;
    }
}
