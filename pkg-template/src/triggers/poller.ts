import type { Store } from "../store/store.js";
import { inTurn } from "../store/turns.js";
import { type Change, CHANGES, type Entry, type Step } from "./entry.js";
import type { Batch, TriggerEvent } from "./event.js";
import { keyOf } from "./key.js";
import { live } from "./loop.js";
import type { EventsOptions, OnceOptions } from "./options.js";
import { pageOf } from "./page.js";
import { pass, type TriggerState } from "./pass.js";
import { type Order, planOf } from "./plan.js";

/** What polls, as a trigger has it do. Options have been checked. */
export interface Poller {
  once(options: OnceOptions): Promise<Batch<TriggerEvent<unknown>>>;
  events(options: EventsOptions): AsyncGenerator<TriggerEvent<unknown>, void, undefined>;
  sample(count: number): Promise<TriggerEvent<unknown>[]>;
}

/** Makes what polls. It is a file of its own, which a trigger loads when it polls first. */
export async function pollerOf(order: Order, store: Store<TriggerState>): Promise<Poller> {
  const plan = await planOf(order);
  const { noun, on } = plan;
  const turns = inTurn();
  const polled = (signal: AbortSignal | undefined) => turns("", () => pass(plan, store, signal));
  return { once, events: (options) => live(plan, options, polled, event), sample };

  async function once({ signal, max = Infinity }: OnceOptions): Promise<Batch<TriggerEvent<unknown>>> {
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

  async function sample(count: number): Promise<TriggerEvent<unknown>[]> {
    const { entries } = await pageOf(plan, undefined, undefined);
    const change = CHANGES.find((change) => on.has(change)) as Change;
    return entries.slice(0, count).map((entry) => event(change === "removed" ? "added" : change, entry));
  }

  function event(type: Change, { item, id, changed, print, turn }: Entry): TriggerEvent<unknown> {
    return { type, key: keyOf(noun, id, type, changed ?? print, turn), id, item } as TriggerEvent<unknown>;
  }
}

function isTold(step: Step): step is Step & { change: Change } {
  return step.change !== undefined;
}
