import type { HighLevelError } from "../common/error.js";
import type { Change, Entry } from "./entry.js";
import type { EventsOptions } from "./options.js";
import type { Pass } from "./pass.js";
import type { Refusing } from "./refusal.js";

/** What may be over at the next interval. */
const PASSING = ["network", "timeout", "rate_limited", "daily_limit", "server", "unexpected_response", "store_failed"];
/** How many intervals lie between two polls at the most, after many failures. */
const MOST_INTERVALS = 16;
/** How often the state is written while the events of one poll are given, at the most. */
const MOST_SAVES = 100;
/** The longest that a timer takes, in milliseconds. */
const LONGEST_MS = 2_147_483_647;
/** How much of an interval chance may add. */
const JITTER = 0.1;

/** Polls again and again. `event` makes what is given of what was found. */
export async function* live<Event>(
  refusing: Refusing,
  { everyMs = 300_000, signal, onFailure = warn }: EventsOptions,
  poll: (signal: AbortSignal | undefined) => Promise<Pass>,
  event: (change: Change, entry: Entry) => Event,
): AsyncGenerator<Event, void, undefined> {
  for (let failures = 0; ; ) {
    const begun = Date.now();
    let more = false;
    let wait = everyMs;
    try {
      const found = await poll(signal);
      failures = 0;
      yield* handed(found, signal, event);
      ({ more } = found);
    } catch (error) {
      if (signal?.aborted || !refusing.isHighLevelError(error) || !PASSING.includes(error.code)) throw ended(refusing, error, signal);
      wait = Math.max(everyMs * Math.min(2 ** failures, MOST_INTERVALS), error.retryAfterMs ?? 0);
      failures += 1;
      onFailure(error);
    }
    if (more) continue;
    const until = begun + wait * (1 + JITTER * Math.random());
    // A clock that was put back must not keep it waiting for longer than that.
    await sleep(Math.min(wait * (1 + JITTER), until - Date.now()), refusing, signal);
  }
}

/** Gives one event after the other, and remembers each when the next one is asked for. */
async function* handed<Event>(
  { steps, finish, save }: Pass,
  signal: AbortSignal | undefined,
  event: (change: Change, entry: Entry) => Event,
): AsyncGenerator<Event, void, undefined> {
  let told = 0;
  // What is written is the whole state, so that of many at once each would cost more than the one before.
  const every = Math.ceil(steps.filter(({ change }) => change).length / MOST_SAVES);
  try {
    for (const { change, entry, take } of steps) {
      if (change) yield event(change, entry);
      take();
      if (change && (told += 1) % every === 0) await save();
      signal?.throwIfAborted();
    }
    finish?.();
  } finally {
    await save();
  }
}

function warn({ message }: HighLevelError): void {
  console.warn(`${message} (will be tried again)`);
}

/** An abort is told as the client tells it. */
function ended({ operation, failure }: Refusing, error: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted ? failure("aborted", operation, "ended by its signal", signal.reason) : error;
}

async function sleep(ms: number, refusing: Refusing, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) throw ended(refusing, undefined, signal);
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => done(resolve), Math.min(ms, LONGEST_MS));
    const stop = (): void => done(() => reject(ended(refusing, undefined, signal)));
    const done = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      settle();
    };
    signal?.addEventListener("abort", stop);
  });
}
