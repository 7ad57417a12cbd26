/** What only a server may use: it needs secrets, or decides whom to trust. No WebAssembly. */
export { HighLevelError, isHighLevelError } from "./error.js";
export type { HighLevelErrorFields } from "./error.js";
export type { ErrorCode, OpenPermissions, Permissions, UserRole, UserType } from "./generated/types.js";
export type { WebhookDelivery, WebhookHeaderReader, WebhookHeaderRecord, WebhookRequest } from "./server/delivery.js";
export { isUserEvent } from "./server/event.js";
export type {
  AgencyUserScope,
  LocationUserScope,
  OtherEvent,
  UserEvent,
  UserEventFields,
  UserEventType,
  WebhookEvent,
  WebhookEventFields,
} from "./server/event.js";
export type { WebhookKey } from "./server/keys.js";
export { decryptSso } from "./server/sso.js";
export type { SsoUser } from "./server/sso.js";
export { verifyWebhook } from "./server/webhook.js";
export type { WebhookOptions } from "./server/webhook.js";
