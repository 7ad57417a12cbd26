import { failure, type HighLevelError } from "../common/error.js";
import type { OAuthClient, OAuthServer } from "./api.js";
import { problemOf } from "../common/base-url.js";
import { check, FUNCTION, oneOf, type Rules, required, SECRET, TEXT, whole } from "../common/fields.js";
import { type Wire, WIRES } from "./wire.js";
import { wordsFor } from "../common/tag.js";

const BASE_URL = "https://services.leadconnectorhq.com";

/** Where calls go, checked, with everything that was left out. */
export interface Server {
  readonly wire: Wire;
  /** Without a slash at its end: paths bring their own. */
  readonly baseUrl: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly timeoutMs: number;
  readonly now: () => number;
}

/** The same, and the app that calls. */
export interface Client extends Server {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** An app's client may be used where only the server is asked for. */
const SERVER: Rules<OAuthClient> = {
  clientId: TEXT,
  clientSecret: SECRET,
  api: oneOf("v2", "v3"),
  baseUrl: {
    expected: "https://host/path, or http:// on a loopback host",
    accepts: (value) => typeof value === "string",
  },
  fetch: FUNCTION,
  timeoutMs: whole(1),
  now: FUNCTION,
};
export const CLIENT: Rules<OAuthClient> = {
  ...SERVER,
  clientId: required(TEXT),
  clientSecret: required(SECRET),
};

/**
 * Checks where calls go.
 *
 * @throws {HighLevelError} `invalid_config`, naming the option and what was expected.
 */
export function serverOf(caller: string, options: OAuthServer): Server {
  return checked(caller, options, SERVER);
}

/**
 * Checks an app and where its calls go.
 *
 * @throws {HighLevelError} `invalid_config`, naming the option and what was expected.
 */
export function clientOf(caller: string, options: OAuthClient): Client {
  return checked(caller, options, CLIENT);
}

function checked(caller: string, options: OAuthServer, rules: Rules<OAuthClient>): Client {
  const own = check("invalid_config", caller, options as OAuthClient, rules);
  const { api = "v2", baseUrl = BASE_URL, timeoutMs = 30_000, now = Date.now, clientId, clientSecret } = own;
  const wrong = (reason: string, cause?: unknown): HighLevelError =>
    failure("invalid_config", caller, reason, cause);
  const problem = problemOf(baseUrl);
  if (problem !== undefined) throw wrong(`"baseUrl" ${problem}: expected ${SERVER.baseUrl.expected}`);
  return {
    clientId,
    clientSecret,
    wire: WIRES[api],
    baseUrl: baseUrl.replace(/\/+$/, ""),
    // Each is called on its own: the global one refuses to be called as a method.
    fetch: own.fetch ?? ((url, init) => fetch(url, init)),
    timeoutMs,
    now() {
      let time: unknown;
      try {
        time = now();
      } catch (cause) {
        throw wrong('"now" failed', cause);
      }
      if (Number.isFinite(time)) return time as number;
      throw wrong(`"now" gave ${wordsFor(time)}: expected milliseconds since 1970`);
    },
  };
}
