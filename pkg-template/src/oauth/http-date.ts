/** IMF-fixdate, RFC 850's form, asctime's (RFC 9110, 5.6.7). No `Date.parse` agrees with another on what else is a date. */
const FORM =
  /^[a-z]{3,}(?:, (\d\d)(?: (\w{3}) (\d{4})|-(\w{3})-(\d\d)) (\d\d:\d\d:\d\d) GMT| (\w{3}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4}))$/i;

/** A hundred years that have all their leap days, in milliseconds. */
const CENTURY = 36_525 * 86_400_000;

/**
 * Reads a date of HTTP, as milliseconds since 1970; `NaN` if it is none. A year of two digits is at most 50 years
 * ahead.
 */
export function httpDateOf(text: string, now: number): number {
  const [, day, month, year, month850, year850, time, monthC, dayC, timeC, yearC] = FORM.exec(text) ?? [];
  // In this one form a date is the same everywhere.
  const date = Date.parse(
    `${day ?? dayC} ${month ?? month850 ?? monthC} ${year ?? yearC ?? `20${year850}`} ${time ?? timeC} GMT`,
  );
  return year850 !== undefined && date > now + CENTURY / 2 ? date - CENTURY : date;
}
