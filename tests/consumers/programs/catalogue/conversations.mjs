// Conversations with their messages, in whatever runtime this is.
import { clientOf, paged, UNKNOWN } from "./common.mjs";

export async function conversations({ HighLevel, conversations, contacts }, context) {
  const { ghl, refusal } = clientOf(HighLevel, context);
  const agency = clientOf(HighLevel, context, { token: context.agencyToken, tokenKind: "agency" });
  const calls = conversations(ghl);
  const { conversations: found, total } = await calls.search({ limit: 20 });
  const pages = await paged(calls.search({ limit: 20, sort: "asc" }), "conversations");
  const { conversations: unread } = await calls.search({ status: "unread", limit: 5 });
  const contact = await contacts(ghl).create({ firstName: "Mio", phone: "+4612345678", email: "mio@example.com" });
  const text = await calls.messages.send({ type: "SMS", contactId: contact.id, message: "Hello!" });
  const mail = await calls.messages.send({ type: "Email", contactId: contact.id, subject: "Tea", html: "<p>At four?</p>" });
  for (const message of ["One", "Two", "Three"]) await calls.messages.send({ type: "SMS", contactId: contact.id, message });
  const conversation = await calls.get(text.conversationId);
  const message = await calls.messages.get(text.messageId);
  const email = await calls.emails.get(mail.emailMessageId);
  const read = await calls.messages.setStatus(text.messageId, { status: "read" });
  const typing = { locationId: context.options.locationId, isTyping: "true", visitorId: "v1", conversationId: text.conversationId };
  const { succeeded } = await calls.liveChat.typing(typing);
  return {
    found: [found.length, total > found.length, new Set(found.map(({ id }) => id)).size],
    pages,
    unread: unread.every(({ unreadCount }) => unreadCount > 0),
    sent: [text.conversationId === mail.conversationId, conversation.contactId === contact.id],
    message: [message.body, message.direction, message.messageType],
    email: [email.subject, email.body],
    status: [read.status, (await calls.messages.get(text.messageId)).status],
    messages: await paged(calls.messages.list(text.conversationId, { limit: 2 }), "messages"),
    typing: succeeded,
    call: await callOf(calls, found),
    refused: {
      missing: await refusal(() => calls.messages.send({ type: "SMS", message: "to nobody" })),
      word: await refusal(() => calls.messages.setStatus(text.messageId, { status: "lost" })),
      unknown: await refusal(() => calls.get(UNKNOWN)),
      nobody: await refusal(() => calls.messages.send({ type: "SMS", contactId: UNKNOWN, message: "x" })),
      silent: await refusal(() => calls.messages.recording(text.messageId)),
      agency: await agency.refusal(() => conversations(agency.ghl).get(text.conversationId)),
    },
  };
}

/** The sound and the words of the first call that there is: bytes, JSON and text. */
async function callOf(calls, found) {
  for (const { id } of found) {
    const messages = await calls.messages.list(id).all();
    const call = messages.find(({ messageType }) => messageType === "TYPE_CALL");
    if (!call) continue;
    const sound = await calls.messages.recording(call.id);
    const head = new TextDecoder().decode(await sound.slice(0, 4).arrayBuffer());
    const spoken = await calls.messages.transcription(call.id);
    const text = await calls.messages.downloadTranscription(call.id);
    return { sound: [sound.type, sound.size, head], spoken: spoken.length, text: text.split("\n").length };
  }
  return null;
}
