import type { OAuthClient } from "./api.js";
import { check, oneOf, type Rules, required, SECRET, TEXT } from "../common/fields.js";
import { NEVER, type Persistence, RENEWAL } from "./persistence.js";
import { GRANT_REFUSALS } from "./refusal.js";
import { send } from "./send.js";
import { clientOf } from "./server.js";
import { tokensIn } from "./token-fields.js";
import type { OAuthTokens, OAuthUserType } from "./tokens.js";

/** What is exchanged for the first tokens. */
export interface CodeExchange {
  /** The authorization code that came to the redirect URI, as `code` in its query. It works once. */
  readonly code: string;
  /** The redirect URI that it came to, if the app has several. */
  readonly redirectUri?: string | undefined;
  /** Whose tokens are wanted, if both an agency and a location may install the app. */
  readonly userType?: OAuthUserType | undefined;
}

/** What is exchanged for the next tokens. */
export interface TokenRefresh {
  /** The refresh token. It works once: the answer has the next one. */
  readonly refreshToken: string;
  /** Whose tokens are wanted, if both an agency and a location may install the app. */
  readonly userType?: OAuthUserType | undefined;
}

const USER_TYPE = oneOf("Company", "Location");
const EXCHANGE: Rules<CodeExchange> = { code: required(SECRET), redirectUri: TEXT, userType: USER_TYPE };
const REFRESH: Rules<TokenRefresh> = { refreshToken: required(SECRET), userType: USER_TYPE };

/**
 * Exchanges an authorization code for tokens. Check the `state` that came with it first, with {@link checkState}.
 *
 * It is sent once, since a code works once: after `network`, `timeout` or `server`, have the app connected again.
 *
 * @throws {HighLevelError} `invalid_grant` for a code that is not accepted; `invalid_config` for a wrong option, client
 *   id or secret; `invalid_input` for wrong arguments; `unexpected_response` for an answer without tokens.
 */
export async function exchangeCode(client: OAuthClient, exchange: CodeExchange): Promise<OAuthTokens> {
  const input = check("invalid_input", "exchangeCode", exchange, EXCHANGE);
  return granted("exchangeCode", client, "authorization_code", input, NEVER);
}

/**
 * Exchanges a refresh token for the next tokens. Store them before anything uses them: the token is used up, and the
 * answer has the only one that works after it. {@link OAuthSession} does so.
 *
 * It is sent up to three times within 20 seconds, in which HighLevel answers it alike, if its answer is lost.
 *
 * @throws {HighLevelError} `invalid_grant` for a refresh token that is not accepted: the app has to be connected again;
 *   `rejected`, say for a location that is paused, whose refresh token goes on working later; `invalid_config` for a
 *   wrong option, client id or secret; `invalid_input` for wrong arguments; `unexpected_response` for an answer without
 *   both tokens.
 */
export async function refresh(client: OAuthClient, renewal: TokenRefresh): Promise<OAuthTokens> {
  const input = check("invalid_input", "refresh", renewal, REFRESH);
  return granted("refresh", client, "refresh_token", input, RENEWAL);
}

function granted(
  caller: string,
  client: OAuthClient,
  grantType: "authorization_code" | "refresh_token",
  input: Partial<CodeExchange & TokenRefresh>,
  persistence: Persistence,
): Promise<OAuthTokens> {
  const server = clientOf(caller, client);
  const { clientId, clientSecret } = server;
  const { token, spelled } = server.wire;
  const fields = Object.entries({ clientId, clientSecret, grantType, ...input });
  return send({
    caller,
    server,
    endpoint: token,
    fields: Object.fromEntries(fields.map(([name, value]) => [spelled(name), value])),
    secrets: [clientSecret, input.code, input.refreshToken],
    refusals: GRANT_REFUSALS,
    persistence,
    read(answer, sentAt) {
      const tokens = tokensIn(answer, sentAt);
      const isSpent = grantType === "refresh_token" && typeof tokens !== "string" && tokens.refreshToken === undefined;
      return isSpent ? "has no refresh token, and the one before is used up" : tokens;
    },
  });
}
