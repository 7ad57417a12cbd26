import { failure, type HighLevelError, type HighLevelErrorFields } from "../common/error.js";

/** The error of a call of `verifyWebhook`. `reason` must not show a value that it was given. */
export function refusal(code: HighLevelErrorFields["code"], reason: string, cause?: unknown): HighLevelError {
  return failure(code, "verifyWebhook", reason, cause);
}

/** The error of a delivery that may not be HighLevel's, or may be one that came before. */
export function unverified(reason: string): HighLevelError {
  return refusal("invalid_signature", reason);
}
