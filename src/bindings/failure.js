import { only } from "../transport/objects.js";

/** Makes the object that says how a call has failed. What was thrown, and a body, may be anything. */
export function failureOf(code, message, operation, messages, status, traceId, retryAfterMs, attempts, body, cause) {
  const failure = only({ code, message, operation, messages: messages[0] && messages, status, traceId, retryAfterMs, attempts });
  if (body !== undefined) failure.body = body;
  if (cause !== undefined) failure.cause = cause;
  return failure;
}
