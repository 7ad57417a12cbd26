import { redactorOf } from "../redaction.js";
import { bytesOf, TooLong } from "./body.js";
import type { GatewayCaller } from "./caller.js";
import { identityOf } from "./identity.js";
import { checkList, judge } from "./judge.js";
import type { GatewayOptions, GatewayRefusal } from "./options.js";
import { corsHeaders, isPreflight, originOf, preflight } from "./origin.js";
import { answerTo, Refusal, wordsOf } from "./refusal.js";
import { type Match, matchOf, targetOf } from "./route.js";
import { type Settings, settingsOf } from "./settings.js";
import { cleaned, type Passed, send } from "./upstream.js";

/** A fetch handler, as a Worker exports one. */
export interface Gateway<Env = unknown> {
  /** Answers a request: with HighLevel's answer, or with a refusal in the same form. Never rejects. */
  fetch(request: Request, env?: Env, ctx?: unknown): Promise<Response>;
}

/**
 * Makes a gateway: it holds HighLevel's token, knows who calls, and lets through what they may call, and nothing else.
 * A page then uses `new HighLevel({ baseUrl: "https://gateway.example" })` without a token; another server adds
 * `signing`. `GatewayOptions` says what it checks; "Signatures" in the README, what a signature is.
 *
 * Its own refusals have HighLevel's form, `{ statusCode, message, error }`. Status 401: who calls is not known, or the
 * signature is not good. 403: the caller may not do this, or there is no such operation. 400, 413, 415: the request is
 * malformed or too long. 5xx: the gateway or HighLevel failed.
 *
 * Runs wherever `fetch` handlers do.
 *
 * @param options - The options; or a function that makes them from a Worker's bindings, once for each.
 * @throws {HighLevelError} `invalid_config` for options that are wrong. If a function makes them, every request is
 *   answered with status 500, and the reason is written to the console.
 */
export function createGateway<Env = unknown, Caller extends GatewayCaller = GatewayCaller>(
  options: GatewayOptions<Caller> | ((env: Env) => GatewayOptions<Caller>),
): Gateway<Env> {
  if (typeof options !== "function") {
    const settings = settingsOf(options);
    return { fetch: (request) => serve(request, settings) };
  }
  let made: { readonly env: Env | undefined; readonly settings: Settings } | undefined;
  return {
    async fetch(request, env) {
      try {
        if (made === undefined || made.env !== env) made = { env, settings: settingsOf(options(env as Env)) };
      } catch (thrown) {
        console.error(`[ghl-users] the gateway is not set up: ${wordsOf(thrown)}`);
        return finished(answerTo(new Refusal(500, "the gateway is not set up")));
      }
      return serve(request, made.settings);
    },
  };
}

/** What is known of a request so far, for its refusal. */
interface Progress {
  origin?: string | undefined;
  keyId?: string | undefined;
  operation?: string;
  readonly tokens: string[];
}

async function serve(request: Request, settings: Settings): Promise<Response> {
  const progress: Progress = { tokens: [] };
  try {
    return await answer(request, settings, progress);
  } catch (thrown) {
    const refusal =
      thrown instanceof Refusal ? thrown : new Refusal(500, "the gateway failed", `a defect: ${wordsOf(thrown)}`);
    report(refusal, settings, progress);
    return finished(answerTo(refusal), corsHeaders(progress.origin, settings, []));
  }
}

async function answer(request: Request, settings: Settings, progress: Progress): Promise<Response> {
  progress.origin = originOf(request, settings);
  if (isPreflight(request)) return finished(preflight(), corsHeaders(progress.origin, settings, []));
  const identity = await identityOf(request, settings);
  progress.keyId = identity.keyId;
  const target = targetOf(request.url);
  const match = target === undefined ? undefined : matchOf(settings.api, settings.prefix, request.method, target);
  // Not 404, which a client takes for a user that is not there; or, for one to be deleted, no longer.
  if (target === undefined || match === undefined) throw new Refusal(403, "this gateway has no such operation");
  progress.operation = match.route.id;
  checkList(identity.caller, match);
  checkVersion(request, match);
  const bytes = await bodyOf(request, settings);
  await identity.verify(target, bytes);
  const call = await judge(match, identity, request, bytes, settings);
  const passed = await send(call, settings, (token) => progress.tokens.push(token));
  return passOn(cleaned(passed, progress.tokens), progress.origin, settings);
}

function checkVersion({ headers }: Request, { route }: Match): void {
  const given = headers.get("version");
  if (given === null || given === route.version) return;
  const own = route.version === undefined ? "api v1, which has no Version header" : `Version ${route.version}`;
  throw new Refusal(400, `the request is of another version of the API: this gateway has ${own}`);
}

async function bodyOf(request: Request, { maxBodyBytes }: Settings): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await bytesOf(request.body, maxBodyBytes);
  } catch (thrown) {
    if (thrown instanceof TooLong) throw new Refusal(413, `the body is too long: expected up to ${maxBodyBytes} bytes`);
    throw new Refusal(400, "the body broke off", wordsOf(thrown));
  }
}

function passOn({ status, headers, body }: Passed, origin: string | undefined, settings: Settings): Response {
  // These statuses must not come with a body, not even an empty one.
  const isBare = status === 204 || status === 205;
  const readable = Object.keys(headers).filter((name) => name !== "content-type");
  return finished(new Response(isBare ? null : body, { status, headers }), corsHeaders(origin, settings, readable));
}

/** Adds what every answer has: it is for this caller alone, and no page to look at, whatever HighLevel sent. */
function finished(response: Response, more: HeadersInit = {}): Response {
  const always = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    vary: "Origin",
    "x-content-type-options": "nosniff",
  };
  for (const [name, value] of Object.entries({ ...always, ...more })) response.headers.set(name, value);
  return response;
}

function report(refusal: Refusal, settings: Settings, { keyId, operation, tokens }: Progress): void {
  const { status, message } = refusal;
  const { onRefusal, token, keys } = settings;
  const secrets = [
    ...tokens,
    ...(typeof token === "string" ? [token] : []),
    ...[...keys.values()].map((key) => key.secret),
  ];
  const detail = refusal.detail && redactorOf(secrets)(refusal.detail);
  const told: GatewayRefusal = {
    status,
    message,
    ...(detail !== undefined && { detail }),
    ...(keyId !== undefined && { keyId }),
    ...(operation !== undefined && { operation }),
  };
  try {
    if (onRefusal !== undefined) onRefusal(told);
    else if (status >= 500) console.error(`[ghl-users] gateway: ${status} ${message}${detail ? ` (${detail})` : ""}`);
  } catch {
    // There is nobody left to tell, and the caller still waits for an answer.
  }
}
