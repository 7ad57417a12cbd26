import type { RateLimitEvent, RequestEvent, ResponseEvent, RetryEvent } from "../common/events.js";
import type { ClientOptions } from "../generated/types.js";
import { contain, type Level, type Log } from "./log.js";

/** What the engine tells of. */
export type WatchedEvent = RequestEvent | ResponseEvent | RetryEvent | RateLimitEvent;

/** The hook of each event, and its line in the log. */
const EVENTS: { readonly [T in WatchedEvent["type"]]: readonly [Hook, Level, Line<WatchedEvent & { type: T }>] } = {
  request: ["onRequest", "debug", ({ attempt }) => `request ${attempt} is sent`],
  response: [
    "onResponse",
    "debug",
    ({ attempt, status, durationMs }) => `request ${attempt} got status ${status} after ${Math.round(durationMs)} ms`,
  ],
  retry: [
    "onRetry",
    "info",
    ({ attempt, waitMs, ...failure }) =>
      `request ${attempt} failed (${reasonOf(failure)}), the next follows in ${Math.round(waitMs)} ms`,
  ],
  rateLimit: ["onRateLimit", "info", ({ waitMs }) => `waits ${Math.round(waitMs)} ms for its turn`],
};

type Line<E> = (event: E) => string;
type Hook = "onRequest" | "onResponse" | "onRetry" | "onRateLimit";

/** The code of a failure, with the status if there is one. */
export function reasonOf({ code, status }: { readonly code: string; readonly status?: number }): string {
  return status === undefined ? code : `${code}, status ${status}`;
}

/**
 * What tells the hooks and the log of events, whatever they do with them; nothing if none of them wants any.
 * Takes the options before the engine has checked them.
 */
export function observerOf(
  options: Pick<ClientOptions, Hook> | undefined,
  log: Log,
): ((event: WatchedEvent) => void) | undefined {
  const hooks = new Map(Object.values(EVENTS).map(([hook]) => [hook, options?.[hook] as unknown]));
  if (!log.shows("info") && [...hooks.values()].every((hook) => hook === undefined)) return undefined;
  const failed = new Set<Hook>();
  return (event) => {
    const [name, level, line] = EVENTS[event.type] as [Hook, Level, Line<WatchedEvent>];
    log.write(level, () => `${event.operation}: ${line(event)}`);
    const hook = hooks.get(name) as ((event: WatchedEvent) => unknown) | undefined;
    if (hook === undefined) return;
    contain(
      () => hook(event),
      (reason) => {
        if (failed.has(name)) return;
        failed.add(name);
        log.write("error", () => `${name}: the hook failed: ${String(reason)}`);
      },
    );
  };
}
