/** What only a server may use: it needs secrets, or decides whom to trust. No WebAssembly. */
export { HighLevelError, isHighLevelError } from "../common/error.js";
export type { HighLevelErrorFields, HighLevelErrorJson } from "../common/error.js";
export type { ErrorCode } from "../generated/errors/code.js";
export type { OpenPermissions, Permissions, UserRole, UserType } from "../generated/users/types.js";
export type { WebhookDelivery, WebhookHeaderReader, WebhookHeaderRecord, WebhookRequest } from "../webhooks/delivery.js";
export { isUserEvent } from "../webhooks/event.js";
export type {
  AgencyUserScope,
  LocationUserScope,
  OtherEvent,
  UserEvent,
  UserEventFields,
  UserEventType,
  WebhookEvent,
  WebhookEventFields,
} from "../webhooks/event.js";
export type { WebhookCryptoKey, WebhookKey } from "../webhooks/keys.js";
export { decryptSso } from "../webhooks/sso.js";
export type { SsoUser } from "../webhooks/sso.js";
export { verifyWebhook } from "../webhooks/webhook.js";
export type { WebhookOptions } from "../webhooks/webhook.js";
export type { OAuthResource } from "../oauth/resource.js";
export { OAuthSession } from "../oauth/session.js";
export type { LocationSession, TokenProvider } from "../oauth/session.js";
export type { OAuthSessionOptions } from "../oauth/session-options.js";
export type { StoredTokens, TokenStore } from "../oauth/store.js";
export type { OAuthApi, OAuthClient, OAuthServer } from "../oauth/api.js";
export { authorizeUrl } from "../oauth/authorize.js";
export type { Authorization } from "../oauth/authorize.js";
export { exchangeCode, refresh } from "../oauth/grant.js";
export type { CodeExchange, TokenRefresh } from "../oauth/grant.js";
export { installedLocations } from "../oauth/installed.js";
export type { InstalledLocation, InstalledLocationsQuery } from "../oauth/installed.js";
export { locationToken } from "../oauth/location.js";
export type { LocationTokenRequest } from "../oauth/location.js";
export type { OAuthScope } from "../oauth/scopes.js";
export { checkState, createState } from "../oauth/state.js";
export type { OAuthTokens, OAuthUserType } from "../oauth/tokens.js";
export { memoryStore } from "../store/memory.js";
export type { Store, Stored } from "../store/store.js";
