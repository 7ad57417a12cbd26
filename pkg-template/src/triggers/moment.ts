import { tagOf } from "../common/tag.js";

/** A date of HighLevel's in milliseconds since 1970: ISO 8601, in UTC where it names no zone, or milliseconds as number or text. */
export function momentOf(value: unknown): number | undefined {
  const moment = tagOf(value) === "Date" ? Number(value) : parsed(String(value ?? ""));
  return Number.isNaN(moment) ? undefined : moment;
}

function parsed(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
}
