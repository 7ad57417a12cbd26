import type { CensusPlan } from "./census.js";
import type { Change } from "./entry.js";
import type { MarksPlan } from "./marks.js";
import { printOf } from "./print.js";
import type { Refusing } from "./refusal.js";
import type { Dating, Source } from "./source.js";

/** What a trigger is asked to do. */
export interface Order {
  readonly source: Source;
  /** Whose the items are. */
  readonly owner: { readonly api: string; readonly companyId?: string | undefined; readonly locationId?: string | undefined };
  /** What makes it another trigger than others on the operation: its input, or a name. */
  readonly name: unknown;
  readonly on: readonly Change[];
  /** What is older is not told at first, in milliseconds since 1970; nothing: whatever there is at first is not. */
  readonly since: number | undefined;
  readonly overlapMs: number;
  readonly maxPages: number;
  readonly errors: Omit<Refusing, "operation">;
}

/** How a trigger does it. */
export interface Plan extends Source, CensusPlan, MarksPlan {
  /** The hash of what makes it another than any other trigger on the operation. */
  readonly hash: string;
  /** What its state is stored under, and belongs to. */
  readonly name: string;
  /** The date that it goes by, if dates tell all that is asked for, so that little need be remembered. */
  readonly by: Dating | undefined;
}

export async function planOf({ source, owner: { api, companyId, locationId }, name, on: asked, errors, ...limits }: Order): Promise<Plan> {
  const { operation, isOne, added, changed, orders } = source;
  const on = new Set(asked);
  const dating = on.has("changed") ? "changed" : "added";
  const isDated = !isOne && !on.has("removed") && (added || !on.has("added")) && (changed || dating === "added");
  const hash = await printOf({ api, companyId, locationId, name, on: [...on].sort() });
  return {
    ...source,
    ...limits,
    ...errors,
    on,
    hash,
    name: `${operation} ${api} ${hash}`,
    by: isDated ? dating : undefined,
    isOrdered: orders.includes(dating),
  };
}
