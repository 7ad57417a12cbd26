import { copyOf, tagOf } from "../common/tag.js";

/** How a date is sent. */
type Form = (date: Date) => unknown;

/** Where an input has dates, and how each is sent. */
export interface Dates {
  readonly [name: string]: Form | Dates;
}

/** ISO 8601, in UTC. */
export const iso: Form = (date) => date.toISOString();

/** What puts the form in which they are sent in the place of each `Date` of an input. */
export function dated(dates: Dates): (input: unknown) => unknown {
  return (input) => written(input, dates);
}

function written(value: unknown, dates: Form | Dates): unknown {
  // What is none goes to the engine as it is, which says so.
  if (typeof dates === "function") return isDate(value) ? dates(value) : value;
  if (Array.isArray(value)) return value.map((item) => written(item, dates));
  if (tagOf(value) !== "Object") return value;
  const copy = copyOf(value as Record<string, unknown>);
  for (const [name, inner] of Object.entries(dates)) {
    if (name in copy) copy[name] = written(copy[name], inner);
  }
  return copy;
}

function isDate(value: unknown): value is Date {
  return tagOf(value) === "Date" && !Number.isNaN(Number(value));
}
