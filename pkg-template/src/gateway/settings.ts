import { HighLevelError } from "../error.js";
import { BASE_URLS } from "../generated/routes.js";
import type { Api } from "../generated/types.js";
import { problemOf as urlProblemOf } from "../base-url.js";
import { problemOf as keyProblemOf } from "../signing/canonical.js";
import { wordsFor } from "../tag.js";
import { checkOptions, isWhole, type Rules } from "../workers/options.js";
import { type GatewayCaller, type GatewayKey, problemOf } from "./caller.js";
import type { GatewayOptions } from "./options.js";

/** What can stand in a header as a token. */
export const isToken = (value: unknown): value is string =>
  typeof value === "string" && /^[!-~]+$/.test(value) && !/^bearer /i.test(value);

const isFunction = (value: unknown): boolean => typeof value === "function";
const isOrigin = (value: unknown): boolean => {
  try {
    return typeof value === "string" && /^https?:/.test(value) && new URL(value).origin === value;
  } catch {
    return false;
  }
};
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const bytes = ["a whole number from 1 to 1,073,741,824", isWhole(1, 2 ** 30)] as const;
const duration = ["a whole number of milliseconds from 1 to 2,147,483,647", isWhole(1, 2 ** 31 - 1)] as const;

/** What each option has to be. */
const OPTIONS: Rules & Record<keyof GatewayOptions, Rules[string]> = {
  api: ['"v1" or "v2" or "v3"', (value) => typeof value === "string" && Object.hasOwn(BASE_URLS, value)],
  token: ['a token, without "Bearer ", or a function', (value) => isToken(value) || isFunction(value)],
  baseUrl: ["a string", (value) => typeof value === "string"],
  fetch: ["a function", isFunction],
  prefix: [
    '"" or a path such as "/highlevel"',
    (value) => typeof value === "string" && /^(?:\/[\w~-][\w.~-]*)*$/.test(value),
  ],
  callers: ["an object with a caller for each key", (value) => isObject(value) && !Array.isArray(value)],
  authenticate: ["a function", isFunction],
  authorize: ["a function", isFunction],
  origins: [
    'a list of origins such as "https://app.example"',
    (value) => Array.isArray(value) && value.every(isOrigin),
  ],
  credentials: ["a boolean", (value) => typeof value === "boolean"],
  replays: [
    "an object with the function seen",
    (value) => isObject(value) && "seen" in value && isFunction(value.seen),
  ],
  toleranceMs: duration,
  maxBodyBytes: bytes,
  maxResponseBytes: bytes,
  timeoutMs: duration,
  now: ["a function", isFunction],
  onRefusal: ["a function", isFunction],
};

/** The options with what is left out. */
export type Settings = ReturnType<typeof settingsOf>;

/**
 * Checks the options of a gateway.
 *
 * @throws {HighLevelError} `invalid_config`, naming the option and what was expected.
 */
export function settingsOf<Caller extends GatewayCaller>(given: GatewayOptions<Caller>) {
  checkOptions("createGateway", given, OPTIONS);
  // What `authorize` gets is what `authenticate` gave: from here on it does not matter what that is.
  const options = given as unknown as GatewayOptions;
  const { api = "v2", callers = {}, authenticate, replays } = options;
  const { token, baseUrl = BASE_URLS[api], credentials = false, origins = [] } = options;
  const keys = new Map(Object.entries(callers));
  const problem = urlProblemOf(baseUrl);
  if (token === undefined) throw refusal('"token" is missing: expected a token or a function');
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
