/** Errors in words: what happened, what the client or HighLevel said, and which fields of a form it is about. */

import { element } from "./dom.js";
import { isHighLevelError } from "./pkg/dist/index.js";

const TITLES = {
  invalid_input: "The input was refused before anything was sent",
  invalid_config: "These connection settings cannot work",
  unsupported_operation: "This API version has no such call",
  network: "The server could not be reached",
  timeout: "The server took too long",
  aborted: "The call was cancelled",
  invalid_token: "The token was not accepted",
  insufficient_scope: "The token lacks a scope, or is of the other kind",
  forbidden: "The token is not allowed to do this",
  wrong_location: "The token does not belong to this location",
  not_found: "There is no such user",
  duplicate_email: "Somebody has this e-mail address already",
  rejected: "HighLevel refused the request",
  rate_limited: "HighLevel asks for fewer requests",
  daily_limit: "The requests of this day are used up",
  server: "HighLevel failed to answer",
  unexpected_response: "The answer was not what HighLevel documents",
  unexpected_redirect: "The server redirected the request, which is not followed",
  invalid_signature: "The signature is not right",
  invalid_payload: "The payload is not right",
  closed: "The connection was closed",
};

/**
 * @typedef {object} Problem
 * @property {string} title what happened, in words
 * @property {string} text what was said about it
 * @property {string[]} facts its code first; then the status, the number of attempts and the trace id, where they tell something
 * @property {Map<string, string>} fields what was said about single fields, by their names on the wire
 */

/**
 * Puts an error into words. What is not a HighLevelError is a fault of this page, and is passed on.
 * @param {unknown} error @returns {Problem}
 */
export function problemOf(error) {
  if (!isHighLevelError(error)) throw error;
  const facts = [error.code];
  if (error.status !== undefined) facts.push(`HTTP ${error.status}`);
  if (error.attempts > 1) facts.push(`${error.attempts} attempts`);
  if (error.traceId) facts.push(`trace ${error.traceId}`);
  return { title: TITLES[error.code] ?? "The call failed", text: error.message, facts, fields: fieldsOf(error) };
}

/** Tells a problem in a place of the page, and uncovers the place. @param {HTMLElement} place @param {Problem} problem */
export function tell(place, { title, text, facts }) {
  place.replaceChildren(
    element("p", { class: "problem-title" }, title),
    element("p", {}, text),
    element("p", { class: "problem-facts" }, ...facts.map((fact) => element("code", {}, fact))),
  );
  place.hidden = false;
}

/** @returns {boolean} whether an error only says that the page itself cancelled a call */
export function isCancelled(error) {
  return isHighLevelError(error, "aborted") || isHighLevelError(error, "closed");
}

/** The client quotes a field's path; v1 says "field: …"; v2 and v3 begin each sentence of a list with a field, or name it in one. */
function fieldsOf({ code, message, messages = [] }) {
  if (code === "invalid_input") return fieldsIn([message], /"([A-Za-z0-9]+)[^"]*" (.*)/s);
  const listed = fieldsIn(messages, /^(?:property )?([A-Za-z0-9]+)(?::|[\w.]* (?=must|should|is\b)) ?(.*)/s);
  if (listed.size > 0 || messages.length !== 1) return listed;
  return fieldsIn([messages[0].toLowerCase()], /\b(email|password|phone)\b(.*)/s, messages[0]);
}

/** Sentences by the field that each one names; `whole` replaces the part that follows the name. */
function fieldsIn(sentences, pattern, whole) {
  const named = sentences.map((sentence) => pattern.exec(sentence)).filter((match) => match !== null);
  return new Map(named.map(([, field, rest]) => [field, capitalised(whole ?? rest)]));
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
