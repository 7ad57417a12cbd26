//! How an agency began with HighLevel.

crate::wire! {
    /// What an agency told HighLevel, and did, when it signed up.
    answer CompanyOnboarding in [V2 V3] {
        /// Whether it is not finished.
        pending = "pending": Flag, required;
        /// Whether the agency has a website.
        have_website = "haveWebsite": Flag, optional;
        /// The website's URL.
        website_url = "websiteUrl": Text, optional;
        /// The industry that the agency serves.
        industry_served = "industryServed": Text, optional;
        /// How many customers it has, in words.
        customer_count = "customerCount": Text, optional;
        /// The tools that it uses.
        tools = "tools": Texts, optional;
        /// Whether the step about a location is done. The specs do not say more.
        location = "location": Flag, optional;
        /// Whether the demonstration of conversations is done. The specs do not say more.
        conversation_demo = "conversationDemo": Flag, optional;
        /// The location that belongs to it.
        location_id = "locationId": Text, optional;
        /// The snapshot that belongs to it.
        snapshot_id = "snapshotId": Text, optional;
        /// The id of the plan that the agency chose.
        plan_id = "planId": Text, optional;
        /// Whether an affiliate brought the agency.
        affiliate_signup = "affiliateSignup": Flag, optional;
        /// Whether somebody joined the first onboarding call.
        has_joined_kickoff_call = "hasJoinedKickoffCall": Flag, optional;
        /// Whether something came of that call. The specs explain it in the words of `hasJoinedKickoffCall`.
        kickoff_action_taken = "kickoffActionTaken": Flag, optional;
        /// Whether somebody joined the implementation call.
        has_joined_implementation_call = "hasJoinedImplementationCall": Flag, optional;
        /// Which variant of the onboarding the agency saw.
        version = "version": Text, optional;
        /// More about it. The specs call it an object, and their example is `true`.
        meta_data = "metaData": Json, optional;
    }
}
