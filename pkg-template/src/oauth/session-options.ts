import type { OAuthClient } from "./api.js";
import { check, required, type Rule, type Rules, TEXT } from "../common/fields.js";
import type { OAuthResource } from "./resource.js";
import { CLIENT, clientOf } from "./server.js";
import type { TokenStore } from "./store.js";
import { memoryStore } from "../store/memory.js";
import { copyOf } from "../common/tag.js";

/** What an {@link OAuthSession} is made of: the app, and whose tokens it has. */
export interface OAuthSessionOptions extends OAuthClient {
  /** The agency (`companyId`) or the location (`locationId`) that has connected the app. */
  readonly resource: OAuthResource;
  /**
   * Where the tokens outlive the process. Default: {@link memoryStore}, which forgets them with it. Sessions of other
   * processes or isolates may share it.
   */
  readonly store?: TokenStore | undefined;
  /** How long before they expire tokens are renewed, in milliseconds: less than they last. Default: 300,000. */
  readonly refreshBeforeMs?: number | undefined;
}

/** Checked options, with everything that was left out. */
export interface Settings {
  readonly client: OAuthClient;
  readonly resource: OAuthResource;
  readonly store: TokenStore;
  readonly refreshBeforeMs: number;
  readonly now: () => number;
}

const RESOURCE: Rule = {
  expected: "{ companyId } or { locationId }, which is a text",
  accepts: (value) => {
    const { companyId, locationId } = copyOf(value) as OAuthResource;
    return TEXT.accepts(companyId ?? locationId) && (companyId === undefined || locationId === undefined);
  },
};
const STORE: Rule = {
  expected: "an object with the functions get and set, and perhaps exclusively",
  accepts: (value) => {
    const { get, set, exclusively = get } = Object(value) as Partial<TokenStore>;
    return [get, set, exclusively].every((method) => typeof method === "function");
  },
};
const OPTIONS: Rules<OAuthSessionOptions> = {
  ...CLIENT,
  resource: required(RESOURCE),
  store: STORE,
  refreshBeforeMs: {
    expected: "a number of milliseconds from 0",
    accepts: (value) => typeof value === "number" && value >= 0 && value < Infinity,
  },
};

/**
 * Checks the options of a session.
 *
 * @throws {HighLevelError} `invalid_config`, naming the option and what was expected.
 */
export function settingsOf(caller: string, options: OAuthSessionOptions): Settings {
  const own = check("invalid_config", caller, options, OPTIONS);
  const { resource, store = memoryStore(), refreshBeforeMs = 300_000, ...client } = own;
  return { client, resource: copyOf(resource), store, refreshBeforeMs, now: clientOf(caller, client).now };
}
