/** Conversations, messages, and what was said in calls. */

import { edited } from "./scene.mjs";

const write = { type: "SMS", message: "Hello!" };
const send = async ({ call }, contactId, message = write) => call("conversations.messages.send", { contactId, ...message });

/** A message to a new contact. */
async function begun(scene, message) {
  const { id } = await scene.call("contacts.create", { email: "mio@example.com", phone: "+4612345678" });
  return { contactId: id, ...(await send(scene, id, message)) };
}

/** A message more in a conversation. */
async function reply(scene, { conversationId }) {
  const { contactId } = await scene.call("conversations.get", { conversationId });
  return send(scene, contactId);
}

/** A call that was recorded. */
async function call({ call }) {
  const { conversations } = await call("conversations.search", { limit: 100 });
  for (const { id: conversationId } of conversations) {
    const { messages } = await call("conversations.messages.list", { conversationId });
    const spoken = messages.find(({ messageType }) => messageType === "TYPE_CALL");
    if (spoken) return { messageId: spoken.id };
  }
  throw new Error("nobody has called");
}

const conversation = async (scene) => ({ conversationId: (await begun(scene)).conversationId });

/** @type {import("./scene.mjs").Watched[]} */
export const CONVERSATIONS = [
  {
    name: "Search Conversations",
    operation: "conversations.search",
    noun: "Conversation",
    tells: "changed",
    dated: "lastMessageDate",
    change: async (scene) => (await begun(scene)).conversationId,
  },
  {
    name: "Get Conversation",
    operation: "conversations.get",
    noun: "Conversation",
    tells: "changed",
    input: conversation,
    async change({ api, raw, locationId }, { conversationId }) {
      // In v2 conversations go by another version than the rest.
      const version = api === "v2" ? "2021-04-15" : undefined;
      await raw("PUT", `/conversations/${conversationId}`, { locationId, starred: true }, version);
      return conversationId;
    },
  },
  {
    name: "Get Email by ID",
    operation: "conversations.emails.get",
    noun: "Email",
    tells: "changed",
    input: async (scene) => ({ id: (await begun(scene, { type: "Email", subject: "Tea", html: "<p>At four?</p>" })).emailMessageId }),
    instead: edited((body) => Object.assign(body.emailMessage ?? body, { status: "opened" })),
  },
  {
    name: "Get Message by ID",
    operation: "conversations.messages.get",
    noun: "Message",
    tells: "changed",
    input: async (scene) => ({ id: (await begun(scene)).messageId }),
    async change({ call }, { id }) {
      await call("conversations.messages.setStatus", { messageId: id, status: "read" });
      return id;
    },
  },
  {
    name: "Get Messages by Conversation",
    operation: "conversations.messages.list",
    noun: "Message",
    input: conversation,
    change: async (scene, input) => (await reply(scene, input)).messageId,
  },
  {
    name: "Get Message Recording",
    operation: "conversations.messages.recording",
    noun: "Recording",
    tells: "changed",
    idless: true,
    input: call,
    instead: async ({ headers }) => new Response("RIFF of another call", { headers }),
  },
  {
    name: "Get Message Transcription",
    operation: "conversations.messages.transcription",
    noun: "Transcription",
    tells: "changed",
    idless: true,
    input: call,
    instead: edited((sentences) => sentences.pop()),
  },
  {
    name: "Download Transcription",
    operation: "conversations.messages.downloadTranscription",
    noun: "Transcription",
    tells: "changed",
    idless: true,
    input: call,
    instead: async ({ headers }) => new Response("1. Hello?", { headers }),
  },
];
