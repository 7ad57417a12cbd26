//! Campaigns, and whose they are.

crate::wire! {
    /// Whose campaigns `campaigns.list` lists, and which.
    input CampaignListParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// Campaigns in this status only, for example `published`. The specs do not list the words.
        status = "status": Text, optional;
    }
}

crate::wire! {
    /// A campaign.
    answer Campaign in [V2 V3] {
        /// The campaign's id.
        id = "id": Text, required;
        /// The name.
        name = "name": Text, optional;
        /// The status, for example `published`. The specs do not list the words.
        status = "status": Text, optional;
        /// The location that has it.
        location_id = "locationId": Text, optional;
    }
}

crate::wire! {
    /// The campaigns of a location, all that were asked for.
    answer CampaignList in [V2 V3] {
        /// The campaigns.
        campaigns = "campaigns": List(Campaign), required;
    }
}
