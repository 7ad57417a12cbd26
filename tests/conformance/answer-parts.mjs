/** What of an answer HighLevel's file describes, where that is not the whole of it, operation by operation, and why. */

const each = (because, of) => ({ because, of });
const ONE = "the files have one where they speak of several, page by page; public programs read lists under these names";
const WRAPPED = "live answers have the page of the files within one more `messages`";
const SENTENCE = "the files have one sentence with its place among others; that may well be a list of them";

/**
 * Of no answer the whole is as described, or the test says so.
 *
 * @type {Record<string, { because: string, of: (body: any) => unknown[] }>}
 */
export const PARTS = {
  "associations.list": each(ONE, ({ associations }) => associations),
  "associations.listByObjectKey": each(ONE, ({ associations }) => associations),
  "associations.relations.list": each(ONE, ({ relations }) => relations),
  "conversations.messages.list": each(WRAPPED, ({ messages }) => [messages]),
  "conversations.messages.transcription": each(SENTENCE, (sentences) => sentences),
};
