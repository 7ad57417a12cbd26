import { check, FUNCTION, type Rule, type Rules, whole } from "../common/fields.js";
import type { Store } from "../store/store.js";
import { inTurn } from "../store/turns.js";
import { type Change, CHANGES, type Entry, type Step } from "./entry.js";
import type { Batch, TriggerEvent } from "./event.js";
import { keyOf } from "./key.js";
import { type EventsOptions, live } from "./loop.js";
import { pageOf } from "./page.js";
import { type Pass, pass, type TriggerState } from "./pass.js";
import type { Plan } from "./plan.js";
import type { Source } from "./source.js";

/** Options of one poll. */
export interface OnceOptions {
  /** Ends the poll. */
  readonly signal?: AbortSignal | undefined;
  /** The most events to give; the others come with the next poll. Default: all of them. */
  readonly max?: number | undefined;
}

/** Tells of what is new and what has changed, each once, from poll to poll. Made by `poll`. */
export interface Trigger<Item, On extends Change = Change> {
  /**
   * Polls once: for a cron job. Of two calls at the same time the second waits for the first.
   *
   * @throws {HighLevelError} What the client throws, and `store_failed`. Nothing is remembered then.
   */
  once(options?: OnceOptions): Promise<Batch<TriggerEvent<Item, On>>>;

  /**
   * Polls again and again, and gives one event after the other. An event counts as handled when the next one is asked for:
   * what a loop was busy with when it ended, by whatever, comes again.
   *
   * A poll that fails on the way is tried again at the next interval, each time later; what trying again does not help,
   * such as a token that was refused, ends the loop.
   *
   * @throws {HighLevelError} `invalid_input` for a wrong option; `aborted` when `signal` is; what ends it.
   */
  events(options?: EventsOptions): AsyncGenerator<TriggerEvent<Item, On>, void, undefined>;

  /**
   * What events would look like: of items that there are, the newest where those can be asked for. Remembers nothing.
   *
   * @param count - How many, of the first page at most. Default: 3.
   */
  sample(count?: number): Promise<TriggerEvent<Item, On>[]>;
}

const SIGNAL: Rule = { expected: "an AbortSignal", accepts: (value) => typeof (value as AbortSignal).aborted === "boolean" };
const ONCE: Rules<OnceOptions> = { signal: SIGNAL, max: whole(1) };
const EVENTS: Rules<EventsOptions> = { everyMs: whole(60_000, 86_400_000, "milliseconds"), signal: SIGNAL, onFailure: FUNCTION };

/** The trigger of a plan, which is made when it is first asked for. */
export function triggerOf({ operation, noun }: Source, plan: () => Promise<Plan>, store: Store<TriggerState>): Trigger<unknown> {
  const turns = inTurn();
  return { once, events, sample };

  async function once(options: OnceOptions = {}): Promise<Batch<TriggerEvent<unknown>>> {
    const { signal, max = Infinity } = check("invalid_input", operation, options, ONCE);
    const { steps, more, finish, save } = await polled(signal);
    let told = 0;
    // Up to the first one that is too many.
    const end = steps.findIndex(({ change }) => change && (told += 1) > max);
    const given = end < 0 ? steps : steps.slice(0, end);
    const untaken = [...given, ...(end < 0 && finish ? [{ take: finish }] : [])];
    return {
      events: given.filter(isTold).map(({ change, entry }) => event(change, entry)),
      more: more || end >= 0,
      async commit() {
        for (const { take } of untaken.splice(0)) take();
        await save();
      },
    };
  }

  function events(options: EventsOptions = {}): AsyncGenerator<TriggerEvent<unknown>, void, undefined> {
    return live(operation, check("invalid_input", operation, options, EVENTS), polled, event);
  }

  async function sample(count = 3): Promise<TriggerEvent<unknown>[]> {
    check("invalid_input", operation, { count }, { count: whole(1) });
    const sampled = await plan();
    const { entries } = await pageOf(sampled, undefined, undefined);
    const change = CHANGES.find((change) => sampled.on.has(change)) as Change;
    return entries.slice(0, count).map((entry) => event(change === "removed" ? "added" : change, entry));
  }

  function polled(signal: AbortSignal | undefined): Promise<Pass> {
    return turns("", async () => pass(await plan(), store, signal));
  }

  function event(type: Change, { item, id, changed, print, turn }: Entry): TriggerEvent<unknown> {
    return { type, key: keyOf(noun, id, type, changed ?? print, turn), id, item } as TriggerEvent<unknown>;
  }
}

function isTold(step: Step): step is Step & { change: Change } {
  return step.change !== undefined;
}
