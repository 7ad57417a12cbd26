import type { OAuthServer } from "./api.js";
import { check, type Rules, required, TEXT, TOKEN } from "../common/fields.js";
import { READING } from "./persistence.js";
import { TOKEN_REFUSALS } from "./refusal.js";
import { send } from "./send.js";
import { serverOf } from "./server.js";
import { tokensIn } from "./token-fields.js";
import type { OAuthTokens } from "./tokens.js";

/** Which location's tokens are wanted. */
export interface LocationTokenRequest {
  /** An agency's access token, with the scope `oauth.write`. A private integration token will not do. */
  readonly accessToken: string;
  /** The company (agency). */
  readonly companyId: string;
  /** The location (sub-account), in which the app has to be installed. */
  readonly locationId: string;
}

const REQUEST: Rules<LocationTokenRequest> = {
  accessToken: required(TOKEN),
  companyId: required(TEXT),
  locationId: required(TEXT),
};

/**
 * Gets the tokens of one location with the token of its agency. It is sent up to three times if no answer comes, or
 * the server fails or is busy.
 *
 * @throws {HighLevelError} `invalid_token` for a token that is wrong or has expired; `insufficient_scope` for one
 *   without `oauth.write` or of the wrong kind; `forbidden` or `wrong_location` for one that may not; `rejected`, say for
 *   a location without the app; `invalid_config` for a wrong option; `invalid_input` for wrong arguments.
 */
export async function locationToken(server: OAuthServer, request: LocationTokenRequest): Promise<OAuthTokens> {
  const caller = "locationToken";
  const { accessToken, companyId, locationId } = check("invalid_input", caller, request, REQUEST);
  const checked = serverOf(caller, server);
  return send({
    caller,
    server: checked,
    endpoint: checked.wire.locationToken,
    fields: { companyId, locationId },
    accessToken,
    secrets: [accessToken],
    refusals: TOKEN_REFUSALS,
    persistence: READING,
    read(answer, sentAt) {
      if ((answer.locationId ?? locationId) !== locationId) return "has the tokens of another location";
      // Answers need not say whose their tokens are.
      return tokensIn({ ...answer, userType: "Location", companyId, locationId }, sentAt);
    },
  });
}
