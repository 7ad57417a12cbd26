import { check, NAME, type Rules, whole } from "../common/fields.js";
import { checkBinding, type ObjectNamespace, reach } from "./binding.js";
import { DurableObject } from "./durable-object.js";
import { nextPlace, type Pace } from "./pace.js";
import { tableOf } from "./table.js";

/** How many requests may start in which time. */
export interface BudgetOptions {
  /** The most requests, from 1 to 10,000. Default: 100, as HighLevel documents for an app in a location. */
  readonly requests?: number | undefined;
  /** The time, in milliseconds, from 1 to 86,400,000. Default: 10,000. */
  readonly perMs?: number | undefined;
}

const OPTIONS: Rules<BudgetOptions> = { requests: whole(1, 10_000), perMs: whole(1, 86_400_000, "milliseconds") };

/**
 * The Durable Object that shares one rate limit among isolates, for {@link durableBudget}. Export it from the main
 * module of your Worker, bind it, and list it under `new_sqlite_classes` in a migration.
 */
export class RateBudget extends DurableObject {
  readonly #budget = tableOf(this.ctx.storage.sql, "budget (id INTEGER PRIMARY KEY, starts TEXT NOT NULL)");
  #starts = JSON.parse(this.#budget<{ starts: string }>("SELECT starts FROM budget")?.starts ?? "[]") as readonly number[];

  /** Takes the next place, if it is no further away than `maxWaitMs`. Comes to the milliseconds until then. */
  reserve(maxWaitMs: number, pace: Pace): number {
    const { waitMs, starts } = nextPlace(this.#starts, pace, Date.now(), maxWaitMs);
    if (starts !== this.#starts) {
      // Written too, so that an object that starts anew does not give the same places once more.
      this.#budget("INSERT OR REPLACE INTO budget VALUES (0, ?)", JSON.stringify(starts));
      this.#starts = starts;
    }
    return waitMs;
  }
}

/** The method of a {@link RateBudget}, as it is over RPC. */
interface Budget {
  reserve(maxWaitMs: number, pace: Pace): Promise<number>;
}

/**
 * The option `rateBudget` of `HighLevel`: all clients with the same name, in whatever isolate or Worker, together start
 * no more than `requests` in any `perMs` milliseconds. Each request asks for its place first, which costs a request to
 * the Durable Object; the place of a call that is aborted is not given to another.
 *
 * @param namespace - The binding of {@link RateBudget}, of this Worker or of another one (`script_name`).
 * @param name - What HighLevel counts by, the app and the location or company, in up to 512 characters. Give the same
 *   options wherever you give the same name.
 * @returns A function that takes the longest acceptable wait, and comes to the milliseconds until the request's turn.
 *   If that is longer, no place was taken.
 * @throws {HighLevelError} `invalid_config` if an argument is not as described.
 */
export function durableBudget(
  namespace: ObjectNamespace,
  name: string,
  options: BudgetOptions = {},
): (maxWaitMs: number) => Promise<number> {
  checkBinding("durableBudget", namespace, "RateBudget");
  check("invalid_config", "durableBudget", { name }, { name: NAME });
  const { requests = 100, perMs = 10_000 } = check("invalid_config", "durableBudget", options, OPTIONS);
  const pace = { requests, perMs };
  // Tried again, it may take two places: one of them stays empty.
  return (maxWaitMs) => reach(namespace, name, (budget: Budget) => budget.reserve(maxWaitMs, pace));
}
