import { copyOf, tagOf } from "../common/tag.js";

/** How a date is sent. */
type Form<T extends string | number = string | number> = (date: Date) => T;

/** Where an input has dates, and how each is sent. */
export interface Dates {
  readonly [name: string]: Form | Dates;
}

/** ISO 8601, in UTC: `2026-11-30T09:00:00.000Z`. */
export const iso: Form<string> = (date) => date.toISOString();

/** ISO 8601 with an offset: `2026-11-30T09:00:00+00:00`. */
export const offset: Form<string> = (date) => `${iso(date).slice(0, -5)}+00:00`;

/** Milliseconds since 1970, as a number. */
export const milliseconds: Form<number> = (date) => Number(date);

/** Milliseconds since 1970, as text. */
export const millisecondsText: Form<string> = (date) => `${Number(date)}`;

/** The day in UTC: `2026-11-30`. */
export const yearMonthDay: Form<string> = (date) => iso(date).slice(0, -14);

/** The day in UTC: `11-30-2026`. */
export const monthDayYear: Form<string> = (date) => yearMonthDay(date).replace(/(.+)-(\d\d-\d\d)$/, "$2-$1");

/** An input with the form in which they are sent in the place of each `Date`. */
export function dated(value: unknown, dates: Form | Dates): unknown {
  // What is none goes to the engine as it is, which says so.
  if (typeof dates === "function") return isDate(value) ? dates(value) : value;
  if (Array.isArray(value)) return value.map((item) => dated(item, dates));
  if (tagOf(value) !== "Object") return value;
  const copy = copyOf(value as Record<string, unknown>);
  for (const [name, inner] of Object.entries(dates)) {
    if (name in copy) copy[name] = dated(copy[name], inner);
  }
  return copy;
}

function isDate(value: unknown): value is Date {
  return tagOf(value) === "Date" && !Number.isNaN(Number(value));
}
