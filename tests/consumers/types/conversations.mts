// Uses of conversations that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise, type PagePromise } from "ghl-users";
import { catalogue, conversations, type Conversation, type ConversationFound, type ConversationMessage, type ConversationMessagePage } from "ghl-users/catalogue";
import { conversations as single, type ConversationMessageSent } from "ghl-users/catalogue/conversations";

const v2 = new HighLevel({ token: "t", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t", locationId: "l" });

export const unread: number = (await conversations(v2).search({ status: "unread", sortBy: "last_message_date" })).total;
export const found: Promise<ConversationFound[]> = conversations(v3).search({ status: "unread" }).all();
export const one: ApiPromise<Conversation> = conversations(v3).get("c");
export const sent: ConversationMessageSent = await single(v2).messages.send({ type: "SMS", contactId: "c", message: "m" });
export const messages: PagePromise<ConversationMessagePage, ConversationMessage> = conversations(v2).messages.list("c", { limit: 20 });
export const all: Promise<ConversationMessage[]> = conversations(v3).messages.list("c").all({ max: 50 });
export const sound: number = (await conversations(v2).messages.recording("m")).size;
export const words: string = (await conversations(v3).messages.downloadTranscription("m")).trim();
export const raw: PromiseLike<{ succeeded: boolean }> = catalogue(v2).request("conversations.liveChat.typing", {
  isTyping: true,
  visitorId: "v",
  conversationId: "c",
});
// A channel that the types do not know may be a new one.
conversations(v2).messages.send({ type: "Pager", contactId: "c" });

// @ts-expect-error: it goes to nobody
conversations(v2).messages.send({ type: "SMS", message: "m" });
// @ts-expect-error: there is no such status
conversations(v2).messages.setStatus("m", { status: "lost" });
// @ts-expect-error: nobody knows what went wrong
conversations(v3).messages.setStatus("m", { status: "failed", error: { code: "1" } });
// @ts-expect-error: there is no such order
conversations(v2).search({ sort: "up" });
// @ts-expect-error: that is no list of pages
conversations(v2).get("c").all();
// @ts-expect-error: the sound is bytes
(await conversations(v2).messages.recording("m")).trim();
// @ts-expect-error: attachments are a list
conversations(v2).messages.send({ type: "Email", contactId: "c", attachments: "a" });
