import { failure, isHighLevelError } from "../common/error.js";
import { check, required, type Rule, type Rules, TEXT, whole } from "../common/fields.js";
import { copyOf, tagOf, wordsFor } from "../common/tag.js";
import type { Client } from "../client/connect.js";
import type { Watched } from "../generated/triggers/operations.js";
import type { Api } from "../generated/types.js";
import type { Fields } from "../resource/pages.js";
import { memoryStore } from "../store/memory.js";
import type { Store } from "../store/store.js";
import { customSource, type PollSource } from "./custom.js";
import type { Change } from "./entry.js";
import { momentOf } from "./moment.js";
import { type Requesting, sourceOf } from "./operation.js";
import type { TriggerState } from "./pass.js";
import { rowOf } from "./row.js";
import type { Source } from "./source.js";
import { type Trigger, triggerOf } from "./trigger.js";

/** How a trigger polls. */
export interface PollOptions<On extends Change = Change> {
  /** What to tell of. Default: what is new; of one thing or a value, what has changed. */
  readonly on?: readonly On[] | undefined;
  /**
   * What the first poll tells: `"now"` nothing, it only takes a look; `"all"` whatever there is; a date what has been added
   * or changed since. Default: `"now"`.
   */
  readonly since?: "now" | "all" | Date | undefined;
  /** Where it remembers what it has told. Default: in memory, for as long as the program runs. */
  readonly state?: Store<TriggerState> | undefined;
  /**
   * How late an item of a dated list may turn up, in milliseconds, from 0 to 86,400,000: so much is read again each time. Default:
   * 120,000, since HighLevel's searches lag a few seconds behind.
   */
  readonly overlapMs?: number | undefined;
  /**
   * What the trigger is called in its state, in place of its input: as it has to be where the input is a function, and may be
   * where another input is to be the same trigger.
   */
  readonly name?: string | undefined;
  /** The most pages that one poll reads of a list that has the newest first; it goes on there the next time. Default: 100. */
  readonly maxPages?: number | undefined;
}

/** What is told of where nothing is said. */
type Default<On> = "added" extends On ? "added" : On & "changed";

/**
 * Watches an operation that reads: what is new, what has changed, and what has gone, each told once. Sends nothing yet.
 *
 * @param operation - Its id, such as `"contacts.search"`. The client has to have its resource: call `contacts(ghl)` before.
 * @param input - What the operation takes. Another input is another trigger, with a state of its own. A function gives it anew for
 *   each poll, such as the dates of the next seven days; `name` then says which trigger it is.
 * @throws {HighLevelError} `invalid_input` for what is no such operation or input; `invalid_config` for a wrong option.
 */
export function poll<A extends Api, K extends keyof Watched<A> & string, On extends Changes<Watched<A>[K]> = Default<Changes<Watched<A>[K]>>>(
  ghl: Client<A>,
  operation: K,
  input: Input<Watched<A>[K]> | (() => Input<Watched<A>[K]>),
  options?: PollOptions<On>,
): Trigger<Item<Watched<A>[K]>, On>;

/**
 * Watches what the package has no operation for.
 *
 * @param source - How it is read, and what its items are.
 */
export function poll<Input, Answer, Item, On extends Change = "added">(
  ghl: Client<Api>,
  source: PollSource<Input, Answer, Item>,
  input: Input | (() => Input),
  options?: PollOptions<On>,
): Trigger<Item, On>;

export function poll(ghl: unknown, watched: unknown, input: unknown, options: PollOptions = {}): Trigger<unknown> {
  const client = clientOf(ghl);
  const isCustom = tagOf(watched) === "Object";
  const source = isCustom ? customSource(watched as PollSource<unknown, unknown, unknown>, functionOf(input)) : operationOf(client, watched, input);
  const { operation, able, added, changed } = source;
  const rules = rulesOf(able, typeof input === "function");
  const { on = able.slice(0, 1), since = "now", state = memoryStore(), name = input, overlapMs = 120_000, maxPages = 100 } = check("invalid_config", operation, options, rules);
  if (typeof since !== "string" && !added && !changed) {
    throw failure("invalid_config", operation, '"since" is a date, and the items have none: expected "now" or "all"');
  }
  const began = since === "now" ? undefined : since === "all" ? 0 : since.getTime();
  return triggerOf({ source, owner: client, name, on, since: began, overlapMs, maxPages, errors: { failure, isHighLevelError } }, state);
}

function clientOf(ghl: unknown): Requesting {
  const { request, api } = Object(ghl) as Partial<Requesting>;
  if (typeof request === "function" && typeof api === "string") return ghl as Requesting;
  throw new TypeError("poll: expected a client, new HighLevel(…), of this version of ghl-users");
}

function operationOf(client: Requesting, operation: unknown, input: unknown): Source {
  if (typeof operation !== "string") {
    throw failure("invalid_input", "poll", `what to watch is ${wordsFor(operation)}: expected an operation such as "users.search", or a source`);
  }
  const row = rowOf(operation);
  if (!row) throw failure("invalid_input", "poll", `there is no operation ${JSON.stringify(operation)} that reads: expected one such as "users.search"`);
  const fields = copyOf(input ?? {});
  if (typeof fields !== "function" && tagOf(fields) !== "Object") {
    throw failure("invalid_input", operation, `the input is ${wordsFor(input)}: expected an object, or a function`);
  }
  return sourceOf(client, row, functionOf(fields) as () => Fields);
}

function functionOf(input: unknown): () => unknown {
  return typeof input === "function" ? (input as () => unknown) : () => input;
}

function rulesOf(able: readonly Change[], isNamed: boolean): Rules<PollOptions> {
  const isAble = (change: unknown): boolean => able.includes(change as Change);
  const on: Rule = {
    expected: `an array of what can be told here: ${able.map((change) => `"${change}"`).join(", ")}`,
    accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isAble),
  };
  return {
    on,
    since: {
      expected: '"now", "all" or a Date',
      accepts: (value) => value === "now" || value === "all" || (tagOf(value) === "Date" && momentOf(value) !== undefined),
    },
    state: {
      expected: "a store, with get and set",
      accepts: (value) => ["get", "set"].every((method) => typeof (value as Record<string, unknown>)[method] === "function"),
    },
    name: isNamed ? required({ ...TEXT, expected: "a text, since the input is a function" }) : TEXT,
    overlapMs: whole(0, 86_400_000, "milliseconds"),
    maxPages: whole(1),
  };
}

type Changes<W> = W extends { on: infer On extends Change } ? On : never;
type Input<W> = W extends { input: infer I } ? Omit<I, Place | Size> & Partial<Pick<I, Size & keyof I>> : never;
type Item<W> = W extends { item: infer I } ? I : never;

/** What an input says of pages: where they begin is the trigger's own affair, and how many items they have need not be said. */
type Place = "skip" | "offset" | "page" | "searchAfter" | "startAfter" | "startAfterId" | "startAfterDate" | "lastMessageId" | "pageToken";
type Size = "limit" | "pageLimit" | "pageSize";
