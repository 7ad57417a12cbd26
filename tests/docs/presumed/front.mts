import type { RateLimitEvent, RequestEvent, ResponseEvent, RetryEvent } from "ghl-users";

export { companyId, locationId, token, userId } from "./sandbox.mjs";

export const onRequest = (event: RequestEvent): void => {};
export const onResponse = (event: ResponseEvent): void => {};
export const onRetry = (event: RetryEvent): void => {};
export const onRateLimit = (event: RateLimitEvent): void => {};
