//! What the calls about conversations and messages take.

use crate::validate::{Field, fields};

pub(super) const SEARCH: &[Field] = fields! {
    "locationId" Text, must;
    "contactId" Text;
    "assignedTo" Text;
    "followers" Text;
    "mentions" Text;
    "query" Text;
    "sort" OneOf(&["asc", "desc"]);
    "startAfterDate" Any;
    "id" Text;
    "limit" NumberText;
    "lastMessageType" OneOf(LAST_MESSAGE_TYPE_WORDS);
    "lastMessageAction" OneOf(&["automated", "manual"]);
    "lastMessageDirection" OneOf(&["inbound", "outbound"]);
    "status" OneOf(&["all", "read", "unread", "starred", "recents"]);
    "sortBy" OneOf(&["last_manual_message_date", "last_message_date", "score_profile", "overdue_at", "due_at"]);
    "sortScoreProfile" Text;
    "scoreProfile" Text;
    "scoreProfileMin" NumberText;
    "scoreProfileMax" NumberText;
    "startDate" NumberText;
    "endDate" NumberText;
};

pub(super) const CREATE: &[Field] = fields! {
    "locationId" Text, must;
    "contactId" Text, must;
};

pub(super) const UPDATE: &[Field] = fields! {
    "locationId" Text, must;
    "unreadCount" Number;
    "starred" Flag;
    "feedback" Any, v2;
    "feedback" OneOf(&["positive", "negative"]), v3;
};

pub(super) const MESSAGES: &[Field] = fields! {
    "lastMessageId" Text;
    "limit" NumberText;
    "type" OneOf(TYPE_WORDS);
};

pub(super) const SEND: &[Field] = fields! {
    "type" OneOf(&["SMS", "RCS", "Email", "WhatsApp", "IG", "FB", "Custom", "Live_Chat", "TIKTOK"]), must;
    "subType" Any, must;
    "contactId" Text, must;
    "appointmentId" Text;
    "attachments" TextList;
    "emailFrom" Text;
    "emailCc" TextList;
    "emailBcc" TextList;
    "html" Text;
    "message" Text;
    "subject" Text;
    "replyMessageId" Text;
    "templateId" Text;
    "threadId" Text;
    "scheduledTimestamp" Number;
    "conversationProviderId" Text;
    "emailTo" Text;
    "customSubtypeId" Text;
    "emailReplyMode" OneOf(&["reply", "reply_all"]);
    "fromNumber" Text;
    "toNumber" Text;
    "forward" Fields(FORWARD);
    "status" OneOf(&["delivered", "failed", "pending", "read"]), must;
    "usesNativeSchedulingAi" Flag;
    "optimizationPeriod" OneOf(&["24h", "48h", "72h"]);
};

pub(super) const INBOUND: &[Field] = fields! {
    "type" OneOf(TYPE_WORDS_2), must;
    "attachments" TextList;
    "message" Text;
    "conversationId" Text, must;
    "contactId" Text, must;
    "conversationProviderId" Text, must;
    "html" Text;
    "subject" Text;
    "emailFrom" Text;
    "emailTo" Text;
    "emailCc" TextList;
    "emailBcc" TextList;
    "emailMessageId" Text;
    "altId" Text;
    "direction" Any;
    "date" Text;
    "call" Fields(CALL);
};

pub(super) const STATUS: &[Field] = fields! {
    "status" OneOf(&["delivered", "failed", "pending", "read"]), must;
    "error" Fields(ERROR);
    "emailMessageId" Text;
    "recipients" TextList;
};

pub(super) const TYPING: &[Field] = fields! {
    "locationId" Text, must;
    "isTyping" Text, must;
    "visitorId" Text, must;
    "conversationId" Text, must;
};

const LAST_MESSAGE_TYPE_WORDS: &[&str] = &[
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

const TYPE_WORDS: &[&str] = &[
    "TYPE_CALL",
    "TYPE_SMS",
    "TYPE_RCS",
    "TYPE_EMAIL",
    "TYPE_FACEBOOK",
    "TYPE_GMB",
    "TYPE_INSTAGRAM",
    "TYPE_WHATSAPP",
    "TYPE_ACTIVITY_APPOINTMENT",
    "TYPE_ACTIVITY_CONTACT",
    "TYPE_ACTIVITY_INVOICE",
    "TYPE_ACTIVITY_PAYMENT",
    "TYPE_ACTIVITY_OPPORTUNITY",
    "TYPE_LIVE_CHAT",
    "TYPE_INTERNAL_COMMENTS",
    "TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG",
    "TYPE_TIKTOK",
    "TYPE_ACTIVITY_WHATSAPP",
    "TYPE_FORM_SUBMISSION",
];

const FORWARD: &[Field] = fields! {
    "isForwarded" Flag, must;
    "forwardWholeThread" Flag;
    "messageId" Text;
    "emailMessageId" Text;
    "sourceContactId" Text;
    "sourceConversationId" Text;
    "toEmail" Text;
    "recipientContactId" Text;
    "recipientConversationId" Text;
};

const TYPE_WORDS_2: &[&str] = &[
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

const CALL: &[Field] = fields! {
    "to" Text;
    "from" Text;
    "status" OneOf(&["pending", "completed", "answered", "busy", "no-answer", "failed", "canceled", "voicemail"]);
};

const ERROR: &[Field] = fields! {
    "code" Text, must;
    "type" Text, must;
    "message" Text, must;
};
