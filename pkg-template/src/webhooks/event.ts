import type { OpenPermissions, UserRole } from "../generated/users/types.js";
import type { JsonObject } from "../common/json.js";
import { refusal } from "./refusal.js";

/** The events of users, under their names of old. HighLevel also calls them `user.created` and so on. */
export type UserEventType = "UserCreate" | "UserUpdate" | "UserDelete";

/** What every event has. */
export interface WebhookEventFields {
  /** The body as HighLevel sent it, with its own `type`. */
  readonly raw: JsonObject;
  /** When HighLevel sent it: ISO 8601, or milliseconds since 1970. The documented events of users lack it. */
  readonly timestamp?: string | number | null;
  /** The id of the delivery. The documented events of users lack it. */
  readonly webhookId?: string | null;
  /** Fields that are not documented. */
  readonly [field: string]: unknown;
}

/** What the events of users tell. */
export interface UserEventFields<T extends UserEventType> extends WebhookEventFields {
  /** What happened. Always one of the three names, whichever HighLevel used. */
  readonly type: T;
  /** The user's id. */
  readonly id: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly phone?: string;
  /** The extension of the phone number. */
  readonly extension?: string;
  /** `admin` or `user`. */
  readonly role?: UserRole | (string & {});
  /** What the user may do, one boolean each. */
  readonly permissions?: OpenPermissions;
}

/** Where a user of a sub-account belongs. */
export interface LocationUserScope {
  /** The location (sub-account). */
  readonly locationId: string;
  readonly companyId?: undefined;
}

/** Where a user of an agency belongs. */
export interface AgencyUserScope {
  /** The company (agency). */
  readonly companyId: string;
  /** The locations (sub-accounts) that the user may enter. */
  readonly locations: readonly string[];
  readonly locationId?: undefined;
}

/** An event of a user of a sub-account, which has a `locationId`, or of an agency, which has a `companyId`. */
export type UserEvent<T extends UserEventType = UserEventType> = {
  [Name in T]: UserEventFields<Name> & (LocationUserScope | AgencyUserScope);
}[T];

/** An event that this package knows nothing more of. HighLevel did send it. */
export interface OtherEvent extends WebhookEventFields {
  /** What happened, in HighLevel's words. */
  readonly type: string;
}

/** What HighLevel tells of. {@link isUserEvent} tells the two apart. */
export type WebhookEvent = UserEvent | OtherEvent;

/** The three names, by what HighLevel also calls them. */
const USER_EVENTS: ReadonlyMap<string, UserEventType> = new Map([
  ["user.created", "UserCreate"],
  ["user.updated", "UserUpdate"],
  ["user.deleted", "UserDelete"],
]);

/** Whether an event is one of a user, so that TypeScript knows its fields, and `type` as one of three. */
export function isUserEvent(event: WebhookEvent): event is UserEvent {
  return [...USER_EVENTS.values()].some((name) => name === event.type);
}

/**
 * The event that a verified body describes.
 *
 * @throws {HighLevelError} `invalid_payload` if it describes none.
 */
export function eventOf(raw: JsonObject | undefined): WebhookEvent {
  if (raw === undefined) throw unreadable("the verified body is no object of JSON: expected an event");
  if (typeof raw.type !== "string") throw unreadable(`the verified body has no "type": expected an event`);
  return { ...raw, raw, type: USER_EVENTS.get(raw.type) ?? raw.type };
}

function unreadable(reason: string) {
  return refusal("invalid_payload", reason);
}
