import { wordsFor } from "../common/tag.js";
import type { Store } from "../store/store.js";
import { census, type CensusState } from "./census.js";
import type { Found, Memory, Page, Reading } from "./entry.js";
import { marks, type MarksState } from "./marks.js";
import { pageOf } from "./page.js";
import type { Plan } from "./plan.js";

/** The form of what is stored. */
const FORM = 1;

/** What a trigger keeps in its store. */
export interface TriggerState extends MarksState, CensusState {
  /** The form of the state: what another version of this package wrote in another is refused. */
  readonly form?: number;
  /** Whose it is: the operation, the API's version, and a hash of input, location, company and `on`. */
  readonly of?: string;
}

/** A poll: what was found, and what remembers it. */
export interface Pass extends Found {
  /** Writes what has been taken, if anything has. */
  save(): Promise<void>;
}

/**
 * Polls once.
 *
 * @throws {HighLevelError} What the client throws; `store_failed` if the store fails; `invalid_config` if it has what this trigger
 *   did not write.
 */
export async function pass(plan: Plan, store: Store<TriggerState>, signal: AbortSignal | undefined): Promise<Pass> {
  const { name: of, operation, failure } = plan;
  const stored = await guarded(plan, () => store.get(of));
  if (stored !== undefined && typeof Object(stored).version !== "string") {
    throw failure("invalid_config", operation, `the store's "get" gave ${wordsFor(stored)}: expected a value with a version, or undefined`);
  }
  let version = stored?.version;
  let saved = stored && JSON.stringify(checked(plan, stored.value));
  const memory = memoryOf(plan, stored?.value);
  const found = await driven(memory.read(), plan, signal);
  return { ...found, save };

  async function save(): Promise<void> {
    const state = { form: FORM, of, ...memory.toJSON() };
    const text = JSON.stringify(state);
    if (text === saved) return;
    const written = await guarded(plan, () => store.set(of, state, version));
    if (written === undefined) {
      throw failure("store_failed", operation, "another poller has saved this state meanwhile: what it told may come twice");
    }
    [version, saved] = [written, text];
  }
}

function memoryOf(plan: Plan, state: TriggerState | undefined = {}): Memory {
  return plan.by ? marks(plan, state) : census(plan, state);
}

/** Asks for the pages that a reading wants. */
async function driven(reading: Reading<Found>, plan: Plan, signal: AbortSignal | undefined): Promise<Found> {
  for (let step = reading.next(undefined as unknown as Page); ; ) {
    if (step.done) return step.value;
    step = reading.next(await pageOf(plan, step.value, signal));
  }
}

function checked({ name, operation, failure }: Plan, state: TriggerState): TriggerState {
  const { form, of } = Object(state) as TriggerState;
  if (form === FORM && of === name) return state;
  const reason = form === FORM ? "another trigger's" : "of another form than this version writes";
  throw failure("invalid_config", operation, `the state under ${JSON.stringify(name)} is ${reason}`);
}

/** What a store throws, as an error of this package. */
async function guarded<T>({ operation, failure, isHighLevelError }: Plan, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw isHighLevelError(cause) ? cause : failure("store_failed", operation, "the store has failed", cause);
  }
}
