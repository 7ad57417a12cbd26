import { LOOPBACK } from "../common/base-url.js";
import { check, FLAG, oneOf, type Rules, required, TEXT } from "../common/fields.js";
import type { OAuthScope } from "./scopes.js";

/** What an authorization asks for. */
export interface Authorization {
  /** The app's client id, from its settings. */
  readonly clientId: string;
  /** Where HighLevel sends the code: one of the app's redirect URIs, letter for letter. */
  readonly redirectUri: string;
  /** What the app may do. HighLevel grants no more than the app's settings have. */
  readonly scopes: readonly OAuthScope[];
  /**
   * What comes back with the code. {@link createState} makes one, and {@link checkState} checks it: without that, a
   * forged link could connect somebody else's account.
   */
  readonly state: string;
  /** Whether the page has the domain without HighLevel's name. Default: `false`. */
  readonly whiteLabel?: boolean | undefined;
  /** Where those who are not signed in do so: `"self"` is the same tab. Default: a new one. */
  readonly loginWindowOpenMode?: "self" | undefined;
}

const PATH = "/v2/oauth/chooselocation";

/** What a scope may be made of (RFC 6749): anything else would be two of them, or break the URL's meaning. */
const SCOPE = /^[!#-[\]-~]+$/;

const AUTHORIZATION: Rules<Authorization> = {
  clientId: required(TEXT),
  redirectUri: required({
    expected: "a URL, https or on this machine, without a fragment",
    accepts: (value) => TEXT.accepts(value) && isRedirectUri(value as string),
  }),
  scopes: required({
    expected: "a list of at least one scope, without blanks",
    accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isScope),
  }),
  state: required({ ...TEXT, expected: "what createState() makes" }),
  whiteLabel: FLAG,
  loginWindowOpenMode: oneOf("self"),
};

/**
 * The URL of the page on which an agency or a location connects the app. Send its owner there.
 *
 * @example
 * const state = createState(); // into a cookie
 * const url = authorizeUrl({ clientId, redirectUri, scopes: ["users.readonly"], state });
 * @throws {HighLevelError} `invalid_input`, naming the field and what was expected.
 */
export function authorizeUrl(authorization: Authorization): string {
  const own = check("invalid_input", "authorizeUrl", authorization, AUTHORIZATION);
  const { clientId, redirectUri, scopes, state, whiteLabel = false, loginWindowOpenMode } = own;
  const query = {
    response_type: "code",
    redirect_uri: redirectUri,
    client_id: clientId,
    scope: scopes.join(" "),
    state,
    ...(loginWindowOpenMode !== undefined && { loginWindowOpenMode }),
  };
  const host = whiteLabel ? "marketplace.leadconnectorhq.com" : "marketplace.gohighlevel.com";
  // Not a form's encoding, whose "+" for a blank is not read as one everywhere.
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `https://${host}${PATH}?${parameters.join("&")}`;
}

function isScope(value: unknown): boolean {
  return typeof value === "string" && SCOPE.test(value);
}

function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, hash } = new URL(text);
  return hash === "" && (protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname)));
}
