/** A date of HighLevel's in milliseconds since 1970: ISO 8601, in UTC where it names no zone, or milliseconds as number or text. */
export function momentOf(value: unknown): number | undefined {
  const text = value instanceof Date ? value.toISOString() : String(value ?? "");
  const moment = /^\d+$/.test(text) ? Number(text) : Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(moment) ? undefined : moment;
}
