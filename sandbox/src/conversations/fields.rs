//! What the calls about conversations and messages take.

use super::types::{INBOUND_TYPES, MESSAGE_TYPES};
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
    "lastMessageType" OneOf(MESSAGE_TYPES);
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

/// `type` is a comma list, whatever the spec says.
pub(super) const MESSAGES: &[Field] = fields! {
    "lastMessageId" Text;
    "limit" NumberText;
    "type" Text;
};

/// The spec requires `subType` and `status`, too, which no message that is sent has.
pub(super) const SEND: &[Field] = fields! {
    "type" OneOf(&["SMS", "RCS", "Email", "WhatsApp", "IG", "FB", "Custom", "Live_Chat", "TIKTOK"]), must;
    "subType" Any;
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
    "status" OneOf(&["delivered", "failed", "pending", "read"]);
    "usesNativeSchedulingAi" Flag;
    "optimizationPeriod" OneOf(&["24h", "48h", "72h"]);
};

pub(super) const INBOUND: &[Field] = fields! {
    "type" OneOf(INBOUND_TYPES), must;
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

pub(super) const OUTBOUND: &[Field] = fields! {
    "type" OneOf(&["Call"]), must;
    "attachments" TextList;
    "conversationId" Text, must;
    "conversationProviderId" Text, must;
    "altId" Text;
    "date" Text;
    "call" Fields(CALL);
};

pub(super) const EXPORT: &[Field] = fields! {
    "locationId" Text, must;
    "limit" NumberText;
    "cursor" Text;
    "sortBy" OneOf(&["createdAt", "updatedAt"]);
    "sortOrder" OneOf(&["asc", "desc"]);
    "conversationId" Text;
    "contactId" Text;
    "channel" OneOf(&["Call", "SMS", "Email", "WhatsApp", "Instagram", "Facebook"]);
    "startDate" Text;
    "endDate" Text;
};

pub(super) const STATUS: &[Field] = fields! {
    "status" OneOf(&["delivered", "failed", "pending", "read"]), must;
    "error" Fields(ERROR);
    "emailMessageId" Text;
    "recipients" Any;
};

pub(super) const TYPING: &[Field] = fields! {
    "locationId" Text, must;
    "isTyping" Any, must;
    "visitorId" Text, must;
    "conversationId" Text, must;
};

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
