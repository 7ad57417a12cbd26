import { utf8Of } from "../common/bytes.js";
import { type Rule, TOKEN } from "../common/fields.js";
import { objectOf } from "../common/json.js";
import { without } from "../../../src/transport/redaction.js";
import { codeOfUnauthorized } from "../common/unauthorized.js";
import { bytesOf, textOf } from "./body.js";
import type { Forwarded } from "./judge.js";
import { asked, type Visit } from "./visit.js";
import { type Passed, Refusal, wordsOf } from "./refusal.js";

/** HighLevel's answer, without the tokens that it was got with. */
interface Answer extends Passed {
  /** Its words, if it is a 401. */
  readonly reasons: readonly string[] | undefined;
}

const THE_TOKEN = "invalid_token";
const PASSED_HEADERS = /^(?:content-type|retry-after|x-ratelimit-.*)$/;

/**
 * Sends a call on with the gateway's token, and with a newer one if HighLevel rejects it: that did nothing yet, so a
 * POST is sent again too.
 *
 * @throws {Refusal} 502 or 503 where there is no answer that could be passed on.
 */
export async function send(call: Forwarded, visit: Visit): Promise<Passed> {
  const { unhelped } = visit;
  const token = await tokenOf(visit);
  const answer = await exchange(call, token, visit);
  const { reasons } = answer;
  if (reasons === undefined || unhelped.has(reasons)) return answer;
  if ((codeOfUnauthorized(reasons) ?? THE_TOKEN) !== THE_TOKEN) return answer;
  const next = await tokenOf(visit, token);
  const again = next === token ? answer : await exchange(call, next, visit);
  const others = again.reasons;
  if (others === undefined) return again;
  // Not 401: nothing is wrong with what the caller has sent.
  if (codeOfUnauthorized(others) === THE_TOKEN) {
    throw new Refusal(502, "HighLevel rejects the gateway's token", "expected a new token");
  }
  if (next !== token) unhelped.add(others);
  return again;
}

/** HighLevel's words in a refusal; nothing if it is none of HighLevel's, but say a proxy's page. */
function reasonsOf(text: string): string[] | undefined {
  const said = text === "" ? {} : objectOf(utf8Of(text));
  if (said === undefined) return undefined;
  const { message, msg, error } = said;
  const reasons = textsIn(message, msg);
  return reasons.length > 0 ? reasons : textsIn(error, Object(error).message);
}

/** The texts among values and lists of values. */
function textsIn(...values: readonly unknown[]): string[] {
  return values.flat().filter((value) => typeof value === "string" && value !== "") as string[];
}

/** A token, or what a function of the options gave for one. */
const GIVEN: Rule = { ...TOKEN, expected: 'a token of printable ASCII, without "Bearer "' };

async function tokenOf(visit: Visit, rejected?: string): Promise<string> {
  const { token, tokens } = visit;
  const ask = () => (typeof token === "string" ? token : token(rejected === undefined ? undefined : { rejected }));
  const given = await asked<string>(visit, "token", "the gateway has no token for HighLevel", ask, GIVEN);
  tokens.push(given);
  return given;
}

async function exchange(
  { match, target, body: sent }: Forwarded,
  token: string,
  visit: Visit,
): Promise<Answer> {
  const { baseUrl, fetch = globalThis.fetch, maxResponseBytes, signal, tokens } = visit;
  const { method, version } = match.route;
  const headers = {
    accept: "application/json",
    authorization: `Bearer ${token}`,
    ...(version !== undefined && { version }),
    ...(sent !== undefined && { "content-type": "application/json" }),
  };
  const init = { method, headers, redirect: "manual", signal, body: sent } as RequestInit;
  visit.late = new Refusal(504, "HighLevel has not answered in time");
  try {
    // A token may come too late.
    signal.throwIfAborted();
    const response = await fetch(baseUrl + target, init);
    const { status } = response;
    if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
      throw new Refusal(502, "HighLevel answered with a redirect, which is not followed");
    }
    const all = response.headers as unknown as Iterable<readonly [string, string]>;
    const redact = (text: string) => without(text, tokens);
    const isPassed = ([name, value]: readonly [string, string]) => PASSED_HEADERS.test(name) && redact(value) === value;
    const passed = Object.fromEntries([...all].filter(isPassed));
    const tooLong = new Refusal(502, `HighLevel's answer has more than ${maxResponseBytes} bytes`);
    const body = await bytesOf(response.body, maxResponseBytes, tooLong);
    const text = textOf(body);
    const clean = redact(text);
    return {
      status,
      headers: passed,
      // As it came, but for what has to go: what is not UTF-8 would not survive.
      body: clean === text ? body : clean,
      reasons: status === 401 ? reasonsOf(clean) : undefined,
    };
  } catch (thrown) {
    if (Refusal.is(thrown)) throw thrown;
    throw new Refusal(502, "no answer came from HighLevel", wordsOf(thrown));
  }
}
