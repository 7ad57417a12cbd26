/** Leaves out what is not there: `undefined`, empty texts, numbers that are none. */
function only(members) {
  for (const name in members) {
    if (!members[name] && members[name] !== 0) delete members[name];
  }
  return members;
}

/** Makes the object that shows a budget. */
export function budgetOf(requests, perMs, remaining, waiting, limit, left) {
  const daily = left >= 0 ? only({ limit, remaining: left }) : undefined;
  return only({ requests, perMs, remaining, waiting, daily });
}

/** Makes the object that tells what happens to a call. */
export function eventOf(type, operation, rateLimit, code, attempt, status, durationMs, waitMs) {
  return only({ type, operation, rateLimit, code, attempt, status, durationMs, waitMs });
}

/** Makes the object that says how a call has failed. What was thrown, and a body, may be anything. */
export function failureOf(code, message, operation, messages, status, traceId, retryAfterMs, attempts, body, cause) {
  const failure = only({ code, message, operation, messages, status, traceId, retryAfterMs, attempts });
  if (body !== undefined) failure.body = body;
  if (cause !== undefined) failure.cause = cause;
  return failure;
}
