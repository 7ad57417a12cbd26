//! What led a contact to the location.

crate::wire! {
    /// What led a contact to the location. The specs promise `url`, and live answers lack it.
    answer ContactAttribution in [V2 V3] {
        /// The page, or what there was instead of one: `Trigger Link`.
        url = "url": Text, optional;
        /// What kind of visit it was: `CRM UI`, for example. Not in the specs; seen live.
        session_source = "sessionSource": Text, optional;
        /// The campaign's name.
        campaign = "campaign": Text, optional;
        /// The campaign's id.
        campaign_id = "campaignId": Text, optional;
        /// The UTM parameter for the source.
        utm_source = "utmSource": Text, optional;
        /// The UTM parameter for the medium.
        utm_medium = "utmMedium": Text, optional;
        /// The UTM parameter for the content.
        utm_content = "utmContent": Text, optional;
        /// The URL of the page before.
        referrer = "referrer": Text, optional;
        /// What the contact used here: `survey`, for example.
        medium = "medium": Text, optional;
        /// Which one it was: an id.
        medium_id = "mediumId": Text, optional;
        /// Facebook's id of the click.
        fbclid = "fbclid": Text, optional;
        /// Facebook's id of the click, from its cookie.
        fbc = "fbc": Text, optional;
        /// Facebook's id of the browser, from its cookie.
        fbp = "fbp": Text, optional;
        /// Facebook's id of the event.
        fb_event_id = "fbEventId": Text, optional;
        /// Google's id of the click.
        gclid = "gclid": Text, optional;
        /// Microsoft's id of the click.
        msclikid = "msclikid": Text, optional;
        /// Google Display's id of the click.
        dclid = "dclid": Text, optional;
        /// The browser, as it names itself.
        user_agent = "userAgent": Text, optional;
        /// The IP address.
        ip = "ip": Text, optional;
    }
}
