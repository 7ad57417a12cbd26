import type { GatewayCaller } from "./caller.js";
import type { GatewayOptions } from "./options.js";
import { answerTo, Refusal, wordsOf } from "./refusal.js";
import { responseOf } from "./response.js";
import { type Settings, settingsOf } from "./settings.js";

/** A fetch handler, as a Worker exports one. */
export interface Gateway<Env = unknown> {
  /** Answers a request: with HighLevel's answer, or with a refusal in the same form. Never rejects. */
  fetch(request: Request, env?: Env, ctx?: unknown): Promise<Response>;
}

/**
 * Makes a gateway: it holds HighLevel's token, knows who calls, and lets through what they may call, and nothing else.
 * A page then uses `new HighLevel({ baseUrl: "https://gateway.example" })` without a token; another server adds
 * `fetch: signed({ keyId, secret })` of `ghl-users/signing`. `GatewayOptions` says what it checks, `docs/signatures.md`
 * what a signature is.
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
    return { fetch: (request, _env, ctx) => serve(request, settings, ctx) };
  }
  let made: { readonly env: Env | undefined; readonly settings: Settings } | undefined;
  return {
    async fetch(request, env, ctx) {
      try {
        if (made === undefined || made.env !== env) made = { env, settings: settingsOf(options(env as Env)) };
      } catch (thrown) {
        return failed("the gateway is not set up", thrown);
      }
      return serve(request, made.settings, ctx);
    },
  };
}

/** Answers with a file of its own: whoever has a store of this entry and no gateway does not load it. */
async function serve(request: Request, settings: Settings, ctx: unknown): Promise<Response> {
  try {
    return (await import("./serve.js")).serve(request, settings, ctx);
  } catch (thrown) {
    return failed("the gateway's file serve.js has not loaded", thrown);
  }
}

function failed(what: string, thrown: unknown): Response {
  console.error(`[ghl-users] ${what}: ${wordsOf(thrown)}`);
  return responseOf(answerTo(new Refusal(500, what)));
}
