//! The types of messages: what they are called where they are sent, where they are read, and by number.

/// What a message is sent as, what it is read as, and the number of that.
const TYPES: &[(&str, &str, u64)] = &[
    ("Call", "TYPE_CALL", 1),
    ("SMS", "TYPE_SMS", 2),
    ("Email", "TYPE_EMAIL", 3),
    ("WebChat", "TYPE_WEBCHAT", 5),
    ("FB", "TYPE_FACEBOOK", 11),
    ("GMB", "TYPE_GMB", 14),
    ("IG", "TYPE_INSTAGRAM", 18),
    ("WhatsApp", "TYPE_WHATSAPP", 19),
    ("Custom", "TYPE_CUSTOM_SMS", 20),
    ("Live_Chat", "TYPE_LIVE_CHAT", 29),
    ("RCS", "TYPE_RCS", 37),
    ("TIKTOK", "TYPE_TIKTOK", 38),
];

/// How a message that is sent as this is read, as a word and as a number; what has no row is a text message.
pub(super) fn read_as(sent: &str) -> (&'static str, u64) {
    let found = TYPES.iter().find(|(name, ..)| *name == sent);
    found.map_or(("TYPE_SMS", 2), |(_, word, number)| (word, *number))
}

/// What a search may name.
pub(super) const MESSAGE_TYPES: &[&str] = &[
    "TYPE_CALL",
    "TYPE_SMS",
    "TYPE_RCS",
    "TYPE_EMAIL",
    "TYPE_SMS_REVIEW_REQUEST",
    "TYPE_WEBCHAT",
    "TYPE_SMS_NO_SHOW_REQUEST",
    "TYPE_CAMPAIGN_SMS",
    "TYPE_CAMPAIGN_CALL",
    "TYPE_CAMPAIGN_EMAIL",
    "TYPE_CAMPAIGN_VOICEMAIL",
    "TYPE_FACEBOOK",
    "TYPE_CAMPAIGN_FACEBOOK",
    "TYPE_CAMPAIGN_MANUAL_CALL",
    "TYPE_CAMPAIGN_MANUAL_SMS",
    "TYPE_GMB",
    "TYPE_CAMPAIGN_GMB",
    "TYPE_REVIEW",
    "TYPE_INSTAGRAM",
    "TYPE_WHATSAPP",
    "TYPE_CUSTOM_SMS",
    "TYPE_CUSTOM_EMAIL",
    "TYPE_CUSTOM_PROVIDER_SMS",
    "TYPE_CUSTOM_PROVIDER_EMAIL",
    "TYPE_IVR_CALL",
    "TYPE_ACTIVITY_CONTACT",
    "TYPE_ACTIVITY_INVOICE",
    "TYPE_ACTIVITY_PAYMENT",
    "TYPE_ACTIVITY_OPPORTUNITY",
    "TYPE_LIVE_CHAT",
    "TYPE_LIVE_CHAT_INFO_MESSAGE",
    "TYPE_ACTIVITY_APPOINTMENT",
    "TYPE_FACEBOOK_COMMENT",
    "TYPE_INSTAGRAM_COMMENT",
    "TYPE_CUSTOM_CALL",
    "TYPE_INTERNAL_COMMENT",
    "TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG",
    "TYPE_TIKTOK",
    "TYPE_TIKTOK_COMMENT",
    "TYPE_ACTIVITY_WHATSAPP",
    "TYPE_FORM_SUBMISSION",
    "TYPE_SMS_REACTION",
];

/// What an inbound message may be.
pub(super) const INBOUND_TYPES: &[&str] = &[
    "SMS",
    "RCS",
    "Email",
    "WhatsApp",
    "GMB",
    "IG",
    "FB",
    "Custom",
    "WebChat",
    "Live_Chat",
    "Call",
    "IVR_Call",
    "Campaign_Call",
    "Campaign_VoiceMail",
    "TIKTOK",
    "ALL_IN_ONE_CHAT",
    "FORM_SUBMISSION",
];
