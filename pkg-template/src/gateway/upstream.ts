import { TOKEN } from "../fields.js";
import { redactorOf } from "../redaction.js";
import { bytesOf, TooLong } from "./body.js";
import type { Forwarded } from "./judge.js";
import { Refusal, wordsOf } from "./refusal.js";
import type { Settings } from "./settings.js";

/** What a caller gets back of HighLevel's answer. */
export interface Passed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const PASSED_HEADERS = /^(?:content-type|retry-after|x-ratelimit-.*)$/;
/** 401s that no other token mends. */
const NOT_THE_TOKEN = /not authorized for this scope|version header/i;

/**
 * Sends a call on with the gateway's token, and with a newer one if HighLevel rejects it: that did nothing yet, so a
 * POST is sent again too.
 *
 * @param used - Is given each token, before anything is done with it.
 * @throws {Refusal} 502, 503 or 504 where there is no answer that could be passed on.
 */
export async function send(call: Forwarded, settings: Settings, used: (token: string) => void): Promise<Passed> {
  const stop = new AbortController();
  const late = new Refusal(504, "HighLevel has not answered in time");
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(late);
      stop.abort();
    }, settings.timeoutMs);
  });
  try {
    return await Promise.race([sendTwice(call, settings, used, stop.signal), deadline]);
  } finally {
    clearTimeout(timer);
  }
}

async function sendTwice(
  call: Forwarded,
  settings: Settings,
  used: (token: string) => void,
  signal: AbortSignal,
): Promise<Passed> {
  const token = await tokenOf(settings, undefined);
  used(token);
  const answer = await exchange(call, token, settings, signal);
  if (!isRejected(answer)) return answer;
  const next = await tokenOf(settings, token);
  used(next);
  const again = next === token ? answer : await exchange(call, next, settings, signal);
  if (!isRejected(again)) return again;
  // Not 401: nothing is wrong with what the caller has sent.
  throw new Refusal(502, "HighLevel rejects the gateway's token", "expected a new token");
}

function isRejected({ status, body }: Passed): boolean {
  return status === 401 && !NOT_THE_TOKEN.test(new TextDecoder().decode(body));
}

async function tokenOf({ token }: Settings, rejected: string | undefined): Promise<string> {
  if (typeof token === "string") return token;
  const failed = (detail: string) => new Refusal(503, "the gateway has no token for HighLevel", detail);
  let given: unknown;
  try {
    given = await token(rejected === undefined ? undefined : { rejected });
  } catch (thrown) {
    throw failed(`"token" failed: ${wordsOf(thrown)}`);
  }
  if (TOKEN.accepts(given)) return given as string;
  throw failed('"token" gave something that is no token: expected printable ASCII, without "Bearer "');
}

async function exchange(
  { match, target, body }: Forwarded,
  token: string,
  { baseUrl, fetch = globalThis.fetch, maxResponseBytes }: Settings,
  signal: AbortSignal,
): Promise<Passed> {
  const { method, version } = match.route;
  const headers = {
    accept: "application/json",
    authorization: `Bearer ${token}`,
    ...(version !== undefined && { version }),
    ...(body !== undefined && { "content-type": "application/json" }),
  };
  const init = { method, headers, redirect: "manual", signal, ...(body !== undefined && { body }) } as const;
  try {
    // A token may come too late.
    signal.throwIfAborted();
    const response = await fetch(`${baseUrl}${target}`, init);
    const { status } = response;
    if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
      throw new Refusal(502, "HighLevel answered with a redirect, which is not followed");
    }
    const passed: Record<string, string> = {};
    response.headers.forEach((value, name) => {
      if (PASSED_HEADERS.test(name)) passed[name] = value;
    });
    return { status, headers: passed, body: await bytesOf(response.body, maxResponseBytes) };
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    if (thrown instanceof TooLong) throw new Refusal(502, `HighLevel's answer has more than ${maxResponseBytes} bytes`);
    throw new Refusal(502, "no answer came from HighLevel", wordsOf(thrown));
  }
}

/** An answer without the tokens that it was got with. */
export function cleaned({ status, headers, body }: Passed, tokens: readonly string[]): Passed {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
  const redact = redactorOf(tokens);
  const clean = redact(text);
  const kept = Object.entries(headers).filter(([, value]) => redact(value) === value);
  // As it came, but for what has to go: what is not UTF-8 would not survive.
  return { status, headers: Object.fromEntries(kept), body: clean === text ? body : new TextEncoder().encode(clean) };
}
