import { redacted } from "../../../src/transport/redaction.js";
import { HighLevelError, type HighLevelErrorFields } from "../common/error.js";
import type { JsonObject } from "../common/json.js";
import { type Answer, answerOf, isResponse, objectIn, traceOf, waitAskedFor } from "./answer.js";
import { foreignIn } from "./foreign.js";
import { type Persistence, timeFor, waitAfter } from "./persistence.js";
import { reasonsIn, type RefusalRule, ruleFor, wordsIn } from "./refusal.js";
import type { Server } from "./server.js";
import { cleanCopyOf } from "./thrown.js";
import type { Endpoint } from "./wire.js";
import { wordsFor } from "../common/tag.js";

/** A call of one of HighLevel's OAuth endpoints. */
export interface Call<T extends object> {
  /** The function that makes it, which messages begin with. */
  readonly caller: string;
  readonly server: Server;
  readonly endpoint: Endpoint;
  /** The fields of the form, or of the query; those that are missing are not sent. */
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly accessToken?: string;
  /** What must not show in an error. */
  readonly secrets: readonly (string | undefined)[];
  readonly refusals: readonly RefusalRule[];
  readonly persistence: Persistence;
  /** Reads the answer to a request of this moment, or says what is wrong with it. */
  readonly read: (answer: JsonObject, sentAt: number) => T | string;
}

type Failure = Omit<HighLevelErrorFields, "attempts">;
type Outcome<T> = { readonly value: T } | Failure;

/** The longest time that a timer can take, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Makes a call, once or as often as its persistence has it, within the time of its server.
 *
 * @throws {HighLevelError} What the last attempt failed with.
 */
export async function send<T extends object>(call: Call<T>): Promise<T> {
  const { caller, persistence, server } = call;
  // The first attempt may be the one that an answer is to: tokens must not be thought to live longer than they do.
  const sentAt = server.now();
  const start = Date.now();
  for (let attempts = 1; ; attempts += 1) {
    const progress = () => {
      const elapsedMs = Date.now() - start;
      return { attempts, elapsedMs, leftMs: server.timeoutMs - elapsedMs };
    };
    const outcome = await within<Outcome<T>>(
      timeFor(persistence, progress()),
      (signal) => attempt(call, signal, sentAt),
      { code: "timeout", message: `no answer came in time ("timeoutMs" is ${server.timeoutMs})` },
    );
    if ("value" in outcome) return outcome.value;
    const wait = waitAfter(outcome, persistence, progress(), Math.random());
    if (wait === undefined) {
      throw new HighLevelError({ ...outcome, message: `${caller}: ${outcome.message}`, attempts });
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** Waits for `work` so long, whether or not it listens to its signal; then comes to `late`. */
async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>, late: T): Promise<T> {
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, Math.min(ms, LONGEST_TIMER), late);
  });
  try {
    return await Promise.race([work(end.signal), over]);
  } finally {
    clearTimeout(timer);
    // Also what is left of a body that nobody reads to its end.
    end.abort();
  }
}

async function attempt<T extends object>(
  call: Call<T>,
  signal: AbortSignal,
  sentAt: number,
): Promise<Outcome<T>> {
  const { fetch } = call.server;
  const [url, init] = requestOf(call);
  const lost = (message: string, thrown: unknown): Failure => {
    return { code: "network", message, cause: cleanCopyOf(thrown, call.secrets) };
  };
  let response: unknown;
  try {
    response = await fetch(url, { ...init, signal });
  } catch (thrown) {
    return lost("the request got no answer", thrown);
  }
  let answer: Answer;
  try {
    if (!isResponse(response)) return unexpected("fetch returned something that is not a Response");
    answer = await answerOf(response);
  } catch (thrown) {
    return lost("the answer broke off", thrown);
  }
  return answer.isGood ? taken(call, answer, sentAt) : refused(call, answer);
}

function requestOf({ endpoint, fields, server, accessToken }: Call<object>): [url: string, init: RequestInit] {
  const { method, path, version } = endpoint;
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  const form = new URLSearchParams(given).toString();
  const headers = {
    accept: "application/json",
    ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    ...(version !== undefined && { version }),
  };
  const url = server.baseUrl + path;
  // A redirect that is followed may carry a secret to another host.
  const init = { method, headers, redirect: "manual" } as const;
  if (method === "GET") return [`${url}?${form}`, init];
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return [url, { ...init, headers: { ...headers, ...type }, body: form }];
}

function taken<T extends object>({ read, secrets }: Call<T>, answer: Answer, sentAt: number): Outcome<T> {
  const { status, body } = answer;
  const foreign = body && "text" in body ? foreignIn(answer, false, secrets) : undefined;
  if (foreign !== undefined) return { ...unexpected(foreign), status };
  const given = body && "json" in body ? wordsFor(body.json) : "empty, or too long";
  const value = given === "an object" ? read(objectIn(answer), sentAt) : `is ${given}: expected an object`;
  return typeof value === "string" ? { ...unexpected(`the answer ${value}`), status } : { value };
}

function unexpected(message: string): Failure {
  return { code: "unexpected_response", message };
}

function refused({ refusals, secrets, server }: Call<object>, answer: Answer): Failure {
  const { status } = answer;
  const body = objectIn(answer);
  const reasons = reasonsIn(body);
  const { code: given, note, instead } = ruleFor(status, wordsIn(body), refusals);
  const meant = typeof given === "function" ? given(reasons) : given;
  // What these say is true whoever says it, and so is what helps.
  const isLasting = meant === "server" || meant === "rate_limited";
  const foreign = instead ?? foreignIn(answer, isLasting, secrets);
  const messages = reasons.map((reason) => redacted(reason, secrets));
  const said = messages.join("; ") || "the server gave no reason";
  const retryAfterMs = waitAskedFor(answer, server.now());
  const traceId = traceOf(answer);
  return {
    code: foreign === instead || isLasting ? meant : "unexpected_response",
    message: foreign ?? `${said} (status ${status})${note === undefined ? "" : `. Note: ${note}`}`,
    ...(status !== 0 && { status }),
    ...(messages.length > 0 && { messages }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    // A server may quote anything where it has its id.
    ...(traceId !== undefined && redacted(traceId, secrets) === traceId && { traceId }),
  };
}
