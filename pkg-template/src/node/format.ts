import { failure } from "../common/error.js";
import type { JsonObject } from "../common/json.js";
import { tagOf } from "../common/tag.js";
import type { Stored } from "../store/store.js";

/** What the file says of itself, so that no other one is taken for it. */
const FORM = "ghl-users store, form 1";

/**
 * What the file of a store holds, by its keys.
 *
 * @throws {HighLevelError} `store_failed` if something else has written it, without showing what.
 */
export function entriesIn(caller: string, content: unknown): Map<string, Stored<unknown>> {
  const { form, entries } = Object(content) as { readonly form?: unknown; readonly entries?: unknown };
  if (form === FORM && tagOf(entries) === "Object") {
    const known = Object.entries(entries as JsonObject);
    if (known.every(([, entry]) => isStored(entry))) return new Map(known as [string, Stored<unknown>][]);
  }
  const reason = `something else has written this file: expected an object with "form": "${FORM}", and its entries. It stays as it is`;
  throw failure("store_failed", caller, reason);
}

/** The text of the file, for people as well. */
export function textWith(entries: ReadonlyMap<string, Stored<unknown>>): string {
  return `${JSON.stringify({ form: FORM, entries: Object.fromEntries(entries) }, null, 2)}\n`;
}

function isStored(entry: unknown): entry is Stored<unknown> {
  const { value, version } = Object(entry) as Partial<Stored<unknown>>;
  return value !== undefined && typeof version === "string";
}
