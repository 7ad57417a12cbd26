/** Calls that reach every operation on conversations and messages, with ids that the sandbox has. */

/** @param {import("../catalogue-answers.mjs").Scene} scene */
export async function conversations(scene) {
  const { call, callFull, contactId, locationId } = scene;
  const { conversations } = await call("conversations.search", { limit: 100 });
  await call("conversations.search", { limit: 2, sort: "asc", sortBy: "last_message_date" });
  await call("conversations.get", { conversationId: conversations[0].id });
  const contact = await contactId();
  const text = await call("conversations.messages.send", { type: "SMS", contactId: contact, message: "Hello" });
  const { conversationId, messageId } = text;
  await call("conversations.messages.get", { id: messageId });
  await call("conversations.messages.setStatus", { messageId, status: "delivered" });
  const letter = { type: "Email", contactId: contact, attachments: ["https://example.com/a.png"] };
  const mail = await callFull("conversations.messages.send", letter);
  await call("conversations.emails.get", { id: mail.emailMessageId });
  await call("conversations.messages.get", { id: mail.messageId });
  const page = await call("conversations.messages.list", { conversationId, limit: 1 });
  await call("conversations.messages.list", { conversationId, lastMessageId: page.messages.lastMessageId });
  await call("conversations.liveChat.typing", { conversationId, visitorId: "visitor", isTyping: true });
  const spoken = { messageId: await messageOf(scene, conversations, "TYPE_CALL"), locationId };
  await call("conversations.messages.get", { id: spoken.messageId });
  await call("conversations.messages.recording", spoken);
  await call("conversations.messages.transcription", spoken);
  await call("conversations.messages.downloadTranscription", spoken);
}

/** A message of this type, in whichever conversation has one. */
async function messageOf({ call }, conversations, type) {
  for (const { id } of conversations) {
    const { messages } = await call("conversations.messages.list", { conversationId: id, type: [type] });
    if (messages.messages.length > 0) return messages.messages[0].id;
  }
  throw new Error(`no conversation has a ${type}`);
}
