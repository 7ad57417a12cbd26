//! A location, as HighLevel sends it.

use super::{LocationCountry, LocationSettings, LocationSocial};

crate::wire! {
    /// A location (sub-account). The specs promise no field, and each operation gives others of them.
    answer Location in [V2 V3] {
        /// The location's id.
        id = "id": Text, required;
        /// The company (agency) that has it. Not in `locations.search`.
        company_id = "companyId": Text, optional;
        /// The name.
        name = "name": Text, optional;
        /// The phone number.
        phone = "phone": Text, optional;
        /// The e-mail address.
        email = "email": Text, optional;
        /// The first name of its contact person. `locations.get` only.
        first_name = "firstName": Text, optional;
        /// The last name of its contact person. `locations.get` only.
        last_name = "lastName": Text, optional;
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
        /// The domain. Not in `locations.search`.
        domain = "domain": Text, optional;
        /// The website.
        website = "website": Text, optional;
        /// The time zone, for example `America/Chicago`.
        timezone = "timezone": Text, optional;
        /// The URL of the logo. `locations.get` only.
        logo_url = "logoUrl": Text, optional;
        /// The business that runs it. `locations.get` only.
        business = "business": Object(LocationBusiness), optional;
        /// The settings.
        settings = "settings": Object(LocationSettings), optional;
        /// Where it is found elsewhere.
        social = "social": Object(LocationSocial), optional;
        /// What the agency resells to it. `locations.get` only; the specs call it an object and name no member.
        reseller = "reseller": Json, optional;
        /// When it was added. Not in the specs; seen live in `locations.search`.
        date_added = "dateAdded": Text, optional;
    }
}

crate::wire! {
    /// The business that runs a location.
    answer LocationBusiness in [V2 V3] {
        /// The name.
        name = "name": Text, optional;
        /// The street and the number.
        address = "address": Text, optional;
        /// The city.
        city = "city": Text, optional;
        /// The state or province.
        state = "state": Text, optional;
        /// The country, as two letters.
        country = "country": Text, optional;
        /// The postal code.
        postal_code = "postalCode": Text, optional;
        /// The website.
        website = "website": Text, optional;
        /// The time zone, for example `America/Chicago`.
        timezone = "timezone": Text, optional;
        /// The URL of the logo.
        logo_url = "logoUrl": Text, optional;
    }
}

crate::wire! {
    /// One page of locations.
    answer LocationPage in [V2 V3] {
        /// The locations.
        locations = "locations": List(Location), required;
    }
}

crate::wire! {
    /// The answer to the deletion of a location, or of a tag or a custom value of one.
    answer LocationDeletion in [V2 V3] {
        /// Whether it was deleted.
        succeeded = "succeeded": Flag, required;
        /// The server's words, if it said any.
        message = "message": Text, optional;
    }
}
