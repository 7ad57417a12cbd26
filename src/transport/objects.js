/** Leaves out what is not there: `undefined`, empty texts, numbers that are none. */
export function only(members) {
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
