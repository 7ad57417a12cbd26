import { wordsFor } from "../common/tag.js";
import type { WebhookEvent } from "./event.js";
import { refusal, unverified } from "./refusal.js";

/** How a delivery that came before is told from a new one. */
export interface ReplayRules {
  readonly toleranceMs: number | undefined;
  readonly seen: ((webhookId: string) => boolean | Promise<boolean>) | undefined;
  readonly now: () => number;
}

/** ISO 8601 with its zone: without one, it would be another moment on each machine. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/**
 * Refuses an event that is too old or too new, or whose id is known already. What an event lacks cannot be checked.
 *
 * @throws {HighLevelError} `invalid_signature` if the event is refused; `invalid_config` if `seen` fails.
 */
export async function refuseReplay({ timestamp, webhookId }: WebhookEvent, rules: ReplayRules): Promise<void> {
  // `null` says nothing, as if the field were absent; and nobody but the signer can have written it.
  if (timestamp != null) refuseStale(timestamp, webhookId == null ? { ...rules, seen: undefined } : rules);
  if (webhookId != null) await refuseKnown(webhookId, rules);
}

const USUAL_MS = 300_000;
/** For how long HighLevel repeats a delivery that failed. */
const REPEATED_MS = 259_200_000;

function refuseStale(timestamp: unknown, { toleranceMs, seen, now }: ReplayRules): void {
  const moment = momentOf(timestamp);
  if (Number.isNaN(moment)) {
    throw unverified(
      `the event's "timestamp" is ${wordsFor(timestamp)}: expected ISO 8601 with a zone, or milliseconds`,
    );
  }
  const age = now() - moment;
  const limit = toleranceMs ?? (seen !== undefined && age > 0 ? REPEATED_MS : USUAL_MS);
  // Asked this way round, so that a clock that gives NaN refuses.
  if (Math.abs(age) <= limit) return;
  throw unverified(`the event's "timestamp" is not within ${limit} ms of now: expected a delivery of this moment`);
}

function momentOf(timestamp: unknown): number {
  if (typeof timestamp === "number") return timestamp;
  return typeof timestamp === "string" && MOMENT.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
}

async function refuseKnown(webhookId: unknown, { seen }: ReplayRules): Promise<void> {
  if (typeof webhookId !== "string" || webhookId === "") {
    throw unverified(`the event's "webhookId" is ${webhookId === "" ? "empty" : wordsFor(webhookId)}: expected an id`);
  }
  if (seen === undefined) return;
  let known: unknown;
  try {
    known = await seen(webhookId);
  } catch (cause) {
    throw refusal("invalid_config", `"seen" failed, so that nothing is known of the event's "webhookId"`, cause);
  }
  if (known === true) throw unverified(`the event's "webhookId" is known already: expected a new delivery`);
  // A store's answer that was passed on by mistake, such as nothing, must not let everything through.
  if (known !== false) throw refusal("invalid_config", `"seen" gave ${wordsFor(known)}: expected a boolean`);
}
