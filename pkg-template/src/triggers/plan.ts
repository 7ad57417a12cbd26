import type { CensusPlan } from "./census.js";
import type { MarksPlan } from "./marks.js";
import type { Dating, Source } from "./source.js";

/** What a trigger is asked to do. */
export interface Plan extends Source, CensusPlan, MarksPlan {
  /** The hash of what makes it another than any other trigger on the operation: the API's version, location, company, input, `on`. */
  readonly hash: string;
  /** What its state is stored under, and belongs to. */
  readonly name: string;
  /** The date that it goes by, if dates tell all that is asked for, so that little need be remembered. */
  readonly by: Dating | undefined;
}
