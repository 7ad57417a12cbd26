/** What a TypeScript user of the triggers writes, and mistakes that must not compile. */

import { HighLevel } from "ghl-users";
import type { Contact, ContactSearchResult } from "ghl-users/catalogue";
import { memoryStore as serversStore, type WebhookEvent } from "ghl-users/server";
import {
  eventKey,
  isHighLevelError,
  memoryStore,
  poll,
  type Batch,
  type Change,
  type EventsOptions,
  type PollOptions,
  type PollSource,
  type Store,
  type Trigger,
  type TriggerEvent,
  type TriggerState,
  type Watched,
} from "ghl-users/triggers";

const v1 = new HighLevel({ api: "v1", token: "t" });
const v2 = new HighLevel({ token: "t", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t", locationId: "l" });

/** The same type, neither wider nor narrower. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => {};

// What an item is, and what is told without `on`.
const added: Trigger<ContactSearchResult, "added"> = poll(v3, "contacts.search", { query: "tea" });
const one: Trigger<Contact, "changed"> = poll(v2, "contacts.get", { contactId: "c" });
const slots: Trigger<string, "added"> = poll(v2, "calendars.freeSlots", { calendarId: "c", startDate: new Date(), endDate: new Date() });
const sound: Trigger<Blob, "changed"> = poll(v3, "conversations.messages.recording", { messageId: "m" });
same<typeof added, Trigger<ContactSearchResult, "added">>(true);
poll(v1, "users.listOwnLocation", {});
poll(v1, "users.lookup", { email: "a@b.de" });
// Pages are the trigger's own affair: their size may be said, where they begin may not.
poll(v2, "associations.relations.list", { recordId: "r" });
poll(v2, "contacts.search", { pageLimit: 20 });

// Each type of event has its own item.
const all = poll(v2, "users.search", { companyId: "c" }, { on: ["added", "changed", "removed"], since: "all" });
const batch: Batch<TriggerEvent<unknown>> = await all.once({ max: 20, signal: AbortSignal.timeout(1_000) });
for (const event of (await all.once()).events) {
  const key: string = event.key;
  if (event.type === "removed") {
    const gone: undefined = event.item;
    console.log(key, event.id, gone);
    // @ts-expect-error: it is gone
    console.log(event.item.email);
  } else {
    const email: string | undefined = event.item.email;
    console.log(event.type, email);
  }
  const type: Change = event.type;
  // @ts-expect-error: an event is not to be changed
  event.type = type;
}
for (const event of await added.sample(2)) {
  same<typeof event.type, "added">(true);
  // @ts-expect-error: only what is new is told
  if (event.type === "removed") console.log(event);
}

// Again and again.
const often: EventsOptions = { everyMs: 60_000, onFailure: ({ code }) => console.warn(code) };
for await (const { item } of one.events(often)) {
  const city: string | undefined = item.city;
  console.log(city);
  break;
}

// A state of any store of the package, and one of one's own.
const states: Store<TriggerState>[] = [memoryStore(), serversStore()];
const options: PollOptions<"added" | "changed"> = { on: ["added"], since: new Date(0), overlapMs: 0, maxPages: 5 };
poll(v2, "businesses.list", {}, { ...options, ...(states[0] && { state: states[0] }) });
poll(v2, "businesses.list", {}, { state: { get: async () => undefined, set: async () => "1" } });

// What the package has no operation for.
interface Form {
  readonly _id: string;
  readonly at: string;
}
interface Forms {
  readonly forms: readonly Form[];
  readonly next?: string;
}
const source: PollSource<{ readonly formId: string }, Forms, Form> = {
  name: "forms.submissions",
  read: ({ formId }, { cursor, signal }) =>
    v2.rawRequest<Forms>("GET", "/forms/submissions", { query: { formId, page: String(cursor ?? 1) }, ...(signal && { signal }) }),
  items: ({ forms }) => forms,
  id: ({ _id }) => _id,
  added: ({ at }) => at,
  next: ({ next }) => next,
  newestFirst: "added",
};
const forms: Trigger<Form, "added"> = poll(v2, source, { formId: "f" });
const inferred = poll(
  v3,
  {
    name: "x",
    read: async ({ page }: { page: number }) => [{ id: String(page), at: 5 }],
    items: (list) => list,
    id: (item) => item.id,
    updated: ({ at }) => at,
  },
  { page: 1 },
  { on: ["changed", "removed"] },
);
same<typeof inferred, Trigger<{ id: string; at: number }, "changed" | "removed">>(true);

// The key of a webhook's event.
export const keyOf = (event: WebhookEvent): string | undefined => eventKey(event);
export type V3 = keyof Watched<"v3">;
export { batch, forms, isHighLevelError, slots, sound };

// @ts-expect-error: no such operation
poll(v2, "contacts.seek", {});
// @ts-expect-error: it does not read
poll(v2, "contacts.create", {});
// @ts-expect-error: v3 has no such list
poll(v3, "contacts.list", {});
// @ts-expect-error: nor has v2 what v1 has
poll(v2, "users.lookup", { email: "a@b.de" });
// @ts-expect-error: a search does not show what has gone
poll(v2, "contacts.search", {}, { on: ["removed"] });
// @ts-expect-error: one thing can only change
poll(v2, "contacts.get", { contactId: "c" }, { on: ["added"] });
// @ts-expect-error: a slot does not change
poll(v2, "calendars.freeSlots", { calendarId: "c", startDate: new Date(), endDate: new Date() }, { on: ["changed"] });
// @ts-expect-error: which contact is not said
poll(v2, "contacts.get", {});
// @ts-expect-error: a calendar has slots on days
poll(v2, "calendars.freeSlots", { calendarId: "c" });
// @ts-expect-error: a misspelt field
poll(v2, "contacts.search", { querry: "tea" });
// @ts-expect-error: where to begin is not the caller's affair
poll(v2, "users.search", { skip: 20 });
// @ts-expect-error: a day is a Date
poll(v2, "contacts.search", {}, { since: "yesterday" });
// @ts-expect-error: a store has two functions
poll(v2, "contacts.search", {}, { state: new Map() });
// @ts-expect-error: a misspelt option
poll(v2, "contacts.search", {}, { every: 5 });
// @ts-expect-error: a source says what identifies an item
poll(v2, { name: "x", read: async () => [], items: (list: string[]) => list }, {});
// @ts-expect-error: an id is a text
poll(v2, { name: "x", read: async () => [5], items: (list: number[]) => list, id: (item: number) => item }, {});
// @ts-expect-error: this source takes a form
poll(v2, source, {});
