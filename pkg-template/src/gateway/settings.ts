import { problemOf as urlProblemOf } from "../common/base-url.js";
import { failure, type HighLevelError } from "../common/error.js";
import { check, FLAG, FUNCTION, oneOf, required, type Rules, TEXT, TOKEN, whole } from "../common/fields.js";
import { BASE_URLS } from "../generated/routes.js";
import { problemOf as secretProblemOf } from "../signing/key.js";
import { tagOf, wordsFor } from "../common/tag.js";
import { Unhelped } from "../common/unauthorized.js";
import { type GatewayCaller, type GatewayKey, problemOf } from "./caller.js";
import type { GatewayOptions } from "./options.js";

const isFunction = (value: unknown): boolean => typeof value === "function";
const isOrigin = (value: string): boolean => /^https?:/.test(value) && new URL(value).origin === value;

const CALLER = "createGateway";
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
    expected: "an object with the function seen, perhaps with begin and end",
    accepts: (value) => {
      const { seen, begin, end } = Object(value);
      return isFunction(seen) && (isFunction(begin) ? isFunction(end) : begin === undefined);
    },
  },
  toleranceMs: whole(1, LONGEST_TIMER, "milliseconds"),
  maxBodyBytes: whole(1, LONGEST_BODY, "bytes"),
  maxResponseBytes: whole(1, LONGEST_BODY, "bytes"),
  timeoutMs: whole(1, LONGEST_TIMER, "milliseconds"),
  now: FUNCTION,
  onRefusal: FUNCTION,
};

/** Every option has a member, so that none is what all objects inherit, wherever they are copied to. */
const UNSET = Object.fromEntries(Object.keys(OPTIONS).map((name) => [name, undefined]));

const DEFAULTS = {
  api: "v2",
  prefix: "",
  callers: {},
  origins: [],
  credentials: false,
  toleranceMs: 300_000,
  maxBodyBytes: 1_048_576,
  maxResponseBytes: 4_194_304,
  timeoutMs: 30_000,
  now: () => Date.now(),
} as const satisfies Partial<GatewayOptions>;

type Defaulted = keyof typeof DEFAULTS;
type Filled<T> = { readonly [Name in keyof T]-?: NonNullable<T[Name]> };

/** The options with what is left out. */
export interface Settings extends Omit<GatewayOptions, Defaulted>, Filled<Pick<GatewayOptions, Defaulted>> {
  readonly baseUrl: string;
  /** Those of `callers`, by the ids of their keys. */
  readonly keys: ReadonlyMap<string, GatewayKey>;
  /** What HighLevel said where no new token helped. */
  readonly unhelped: Unhelped;
}

/**
 * Checks the options of a gateway.
 *
 * @throws {HighLevelError} `invalid_config`, naming the option and what was expected.
 */
export function settingsOf<Caller extends GatewayCaller>(options: GatewayOptions<Caller>): Settings {
  const own: Record<string, unknown> = { ...UNSET, ...check("invalid_config", CALLER, options, OPTIONS) };
  for (const [name, value] of Object.entries(DEFAULTS)) own[name] ??= value;
  // What `authorize` gets is what `authenticate` gave: from here on it does not matter what that is.
  const settings = own as unknown as Omit<Settings, "keys" | "unhelped">;
  const { api, callers, authenticate, replays, baseUrl = BASE_URLS[api] } = settings;
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
  for (const [keyId, key] of keys) {
    const wrong = problemOf(key, api) ?? keyProblemOf(keyId, key);
    if (wrong !== undefined) throw refusal(`the caller "${keyId}" ${wrong}`);
  }
  return { ...settings, baseUrl: baseUrl.replace(/\/+$/, ""), keys, unhelped: new Unhelped() };
}

const KEY_MEMBERS = ["secret", "operations", "companyId", "locationId"];

function keyProblemOf(keyId: string, key: GatewayKey): string | undefined {
  const stranger = Object.keys(key).find((name) => !KEY_MEMBERS.includes(name));
  if (stranger !== undefined) return `has "${stranger}": expected ${KEY_MEMBERS.join(", ")}`;
  const { secret } = key;
  if (typeof secret !== "string") return `has a "secret" that is ${wordsFor(secret)}: expected a string`;
  const [part, words] = secretProblemOf(keyId, secret) ?? [];
  return part && `has a "${part}" that ${words}`;
}

function refusal(reason: string): HighLevelError {
  return failure("invalid_config", CALLER, reason);
}
