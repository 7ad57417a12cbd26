//! What a location is set up with.

crate::wire! {
    /// The settings of a location.
    both LocationSettings in [V2 V3] {
        /// Whether two contacts may have the same e-mail address or phone number.
        allow_duplicate_contact = "allowDuplicateContact": Flag, optional;
        /// Whether a contact may have several opportunities in one pipeline.
        allow_duplicate_opportunity = "allowDuplicateOpportunity": Flag, optional;
        /// Whether names from Facebook replace those of contacts.
        allow_facebook_name_merge = "allowFacebookNameMerge": Flag, optional;
        /// Whether the time zones of contacts are ignored.
        disable_contact_timezone = "disableContactTimezone": Flag, optional;
    }
}

crate::wire! {
    /// Where a location is found elsewhere.
    both LocationSocial in [V2 V3] {
        /// The URL at Facebook.
        facebook_url = "facebookUrl": Text, optional;
        /// The URL at Google+, which is no more.
        google_plus = "googlePlus": Text, optional;
        /// The URL at LinkedIn.
        linked_in = "linkedIn": Text, optional;
        /// The URL at Foursquare.
        foursquare = "foursquare": Text, optional;
        /// The URL at Twitter.
        twitter = "twitter": Text, optional;
        /// The URL at Yelp.
        yelp = "yelp": Text, optional;
        /// The URL at Instagram.
        instagram = "instagram": Text, optional;
        /// The URL at YouTube.
        youtube = "youtube": Text, optional;
        /// The URL at Pinterest.
        pinterest = "pinterest": Text, optional;
        /// The URL of a blog's feed.
        blog_rss = "blogRss": Text, optional;
        /// The place id at Google.
        google_places_id = "googlePlacesId": Text, optional;
    }
}

crate::wire! {
    /// The person who asked for a location.
    input LocationProspect in [V2 V3] {
        /// The first name.
        first_name = "firstName": Text, required;
        /// The last name.
        last_name = "lastName": Text, required;
        /// The e-mail address.
        email = "email": Text, required;
    }
}

crate::wire! {
    /// The Twilio account of a location.
    input LocationTwilio in [V2 V3] {
        /// The account's SID.
        sid = "sid": Text, required;
        /// Its token.
        auth_token = "authToken": Secret, required;
    }
}

crate::wire! {
    /// The Mailgun account of a location.
    input LocationMailgun in [V2 V3] {
        /// The key of Mailgun's API.
        api_key = "apiKey": Secret, required;
        /// The domain from which it sends.
        domain = "domain": Text, required;
    }
}

crate::wire! {
    /// A snapshot to copy into a location that is there already.
    input LocationSnapshot in [V2 V3] {
        /// The snapshot's id.
        id = "id": Id, required;
        /// Whether it replaces what is in its way. Default: false.
        r#override = "override": Flag, optional;
    }
}
