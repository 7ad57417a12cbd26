import { redacted } from "../../../src/transport/redaction.js";
import { wordsFor } from "../common/tag.js";
import type { Answer } from "./answer.js";

/** The first words of a longer text. */
const FIRST = /^(.{80}).+/su;

/**
 * Says what came in the place of HighLevel's JSON; nothing if that came, or nothing at all.
 *
 * @param isLasting - Whether it only has to be waited for, whoever says so.
 */
export function foreignIn({ status, body }: Answer, isLasting: boolean, secrets: readonly (string | undefined)[]): string | undefined {
  if (body === undefined) return undefined;
  if ("json" in body) {
    const { json } = body;
    const isOurs = json === "" || json === null || wordsFor(json) === "an object";
    return isOurs ? undefined : sentenceFor(wordsFor(json), status, isLasting, false);
  }
  const text = redacted(body.text, secrets);
  // It stands before HighLevel's servers, and speaks for itself.
  const isCloudflares = text.startsWith("error code: ") || /cloudflare/i.test(text);
  return sentenceFor(wordsOf(text.trimStart()), status, isLasting, isCloudflares);
}

function sentenceFor(given: string, status: number, isLasting: boolean, isCloudflares: boolean): string {
  const [sentence, hint] = isCloudflares
    ? [`Cloudflare, in front of HighLevel, answered with ${given}`, "it may block this network or program"]
    : [`the answer is ${given}, not HighLevel's JSON`, 'check "baseUrl"'];
  return `${sentence} (status ${status})${isLasting ? "" : `: ${hint}`}`;
}

/** What a text is, with its first words. Broken JSON may be anybody's data. */
function wordsOf(text: string): string {
  if (/^[{[]/.test(text)) return "broken JSON";
  if (!text.startsWith("<")) return `text ("${quoteOf(text)}")`;
  const [, title] = /<title[^<>]*>([^<]*)/i.exec(text) ?? [];
  return `HTML ("${quoteOf(title ?? text.replace(/<[^<>]*>?/g, " "))}")`;
}

function quoteOf(text: string): string {
  return text.replace(/\s+/g, " ").trim().replace(FIRST, "$1…");
}
