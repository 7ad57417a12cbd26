import { problemOf as urlProblemOf } from "../base-url.js";
import { HighLevelError } from "../error.js";
import { check, FLAG, FUNCTION, oneOf, required, type Rules, TEXT, TOKEN, whole } from "../fields.js";
import { BASE_URLS } from "../generated/routes.js";
import type { Api } from "../generated/types.js";
import { problemOf as keyProblemOf } from "../signing/canonical.js";
import { tagOf, wordsFor } from "../tag.js";
import { type GatewayCaller, type GatewayKey, problemOf } from "./caller.js";
import type { GatewayOptions } from "./options.js";

const isFunction = (value: unknown): boolean => typeof value === "function";
const isOrigin = (value: unknown): boolean =>
  typeof value === "string" && /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value;

const LONGEST_BODY = 2 ** 30;
const LONGEST_TIMER = 2 ** 31 - 1;

/** What each option has to be. */
const OPTIONS: Rules<GatewayOptions> = {
  api: oneOf(...Object.keys(BASE_URLS)),
  token: required({
    expected: 'a token, without "Bearer ", or a function',
    accepts: (value) => TOKEN.accepts(value) || isFunction(value),
  }),
  baseUrl: TEXT,
  fetch: FUNCTION,
  prefix: {
    expected: '"" or a path such as "/highlevel"',
    accepts: (value) => typeof value === "string" && /^(?:\/[\w~-][\w.~-]*)*$/.test(value),
  },
  callers: {
    expected: "an object with a caller for each key",
    accepts: (value) => tagOf(value) === "Object",
  },
  authenticate: FUNCTION,
  authorize: FUNCTION,
  origins: {
    expected: 'a list of origins such as "https://app.example"',
    accepts: (value) => Array.isArray(value) && value.every(isOrigin),
  },
  credentials: FLAG,
  replays: {
    expected: "an object with the function seen",
    accepts: (value) => isFunction(Object(value).seen),
  },
  toleranceMs: whole(1, LONGEST_TIMER, "milliseconds"),
  maxBodyBytes: whole(1, LONGEST_BODY, "bytes"),
  maxResponseBytes: whole(1, LONGEST_BODY, "bytes"),
  timeoutMs: whole(1, LONGEST_TIMER, "milliseconds"),
  now: FUNCTION,
  onRefusal: FUNCTION,
};

/** The options with what is left out. */
export type Settings = ReturnType<typeof settingsOf>;

/**
 * Checks the options of a gateway.
 *
 * @throws {HighLevelError} `invalid_config`, naming the option and what was expected.
 */
export function settingsOf<Caller extends GatewayCaller>(given: GatewayOptions<Caller>) {
  // What `authorize` gets is what `authenticate` gave: from here on it does not matter what that is.
  const options = given as unknown as GatewayOptions;
  check("invalid_config", "createGateway", options, OPTIONS);
  const { api = "v2", callers = {}, authenticate, replays } = options;
  const { token, baseUrl = BASE_URLS[api], credentials = false, origins = [] } = options;
  const keys = new Map(Object.entries(callers));
  const problem = urlProblemOf(baseUrl);
  if (problem !== undefined) {
    throw refusal(`"baseUrl" ${problem}: expected https://host/path, or http:// on a loopback host`);
  }
  if (keys.size === 0 && authenticate === undefined) {
    throw refusal('neither "callers" nor "authenticate" lets anybody in: expected one of them');
  }
  if (keys.size > 0 && replays === undefined) {
    throw refusal('"replays" is missing: expected what remembers the nonces of "callers", such as durableReplays(…)');
  }
  for (const [keyId, key] of keys) checkKey(keyId, key, api);
  return {
    api,
    token,
    baseUrl: baseUrl.replace(/\/+$/, ""),
    fetch: options.fetch,
    prefix: options.prefix ?? "",
    keys,
    authenticate,
    authorize: options.authorize,
    origins,
    credentials,
    replays,
    toleranceMs: options.toleranceMs ?? 300_000,
    maxBodyBytes: options.maxBodyBytes ?? 1_048_576,
    maxResponseBytes: options.maxResponseBytes ?? 33_554_432,
    timeoutMs: options.timeoutMs ?? 30_000,
    now: options.now ?? Date.now,
    onRefusal: options.onRefusal,
  };
}

const KEY_MEMBERS = ["secret", "operations", "companyId", "locationId"];

function checkKey(keyId: string, key: GatewayKey, api: Api): void {
  const problem = problemOf(key, api);
  if (problem !== undefined) throw refusal(`the caller "${keyId}" ${problem}`);
  const stranger = Object.keys(key).find((name) => !KEY_MEMBERS.includes(name));
  if (stranger !== undefined) {
    throw refusal(`the caller "${keyId}" has "${stranger}": expected ${KEY_MEMBERS.join(", ")}`);
  }
  const { secret } = key;
  if (typeof secret !== "string") {
    throw refusal(`the caller "${keyId}" has a "secret" that is ${wordsFor(secret)}: expected a string`);
  }
  const [part, words] = keyProblemOf(keyId, secret) ?? [];
  if (part === "keyId") throw refusal(`the id of a caller's key ${words}`);
  if (part === "secret") throw refusal(`the "secret" of the caller "${keyId}" ${words}`);
}

function refusal(reason: string): HighLevelError {
  return new HighLevelError({ code: "invalid_config", message: `createGateway: ${reason}` });
}
