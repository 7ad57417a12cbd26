import { without } from "../../../src/transport/redaction.js";
import { bytesOf } from "./body.js";
import { identityOf } from "./identity.js";
import { checkList, judge } from "./judge.js";
import { createOnce } from "./once.js";
import { corsHeaders, isPreflight, originOf, preflight } from "./origin.js";
import { answerTo, type Passed, Refusal, wordsOf } from "./refusal.js";
import { responseOf } from "./response.js";
import { type Match, matchOf, targetOf } from "./route.js";
import type { Settings } from "./settings.js";
import { send } from "./upstream.js";
import type { Visit } from "./visit.js";

/** Answers a request: with HighLevel's answer, or with a refusal in the same form. Never rejects. */
export async function serve(request: Request, settings: Settings, ctx: unknown): Promise<Response> {
  const stop = new AbortController();
  const visit: Visit = { ...settings, request, known: {}, tokens: [], signal: stop.signal };
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => {
        reject(visit.late);
        stop.abort();
      }, settings.timeoutMs);
      answer(visit, ctx).then(resolve, reject);
    });
  } catch (thrown) {
    const refusal = Refusal.is(thrown)
      ? thrown
      : new Refusal(500, "the gateway failed", `a defect: ${wordsOf(thrown)}`);
    report(refusal, visit);
    return responseOf(answerTo(refusal), corsHeaders(visit));
  } finally {
    clearTimeout(timer);
  }
}

async function answer(visit: Visit, ctx: unknown): Promise<Response> {
  const { request, known } = visit;
  visit.origin = originOf(visit);
  if (isPreflight(request)) return responseOf(preflight(), corsHeaders(visit));
  const target = targetOf(request.url);
  if (target === undefined) throw new Refusal(403, NOWHERE);
  const identity = await identityOf(visit);
  if (identity.keyId !== undefined) known.keyId = identity.keyId;
  // A signature is of the body. Before it is verified nothing is said that not everybody may know.
  const bytes = await bodyOf(visit);
  const caller = await identity.verify(bytes);
  const match = matchOf(visit, target);
  // Not 404, which a client takes for a user that is not there; or, for one to be deleted, no longer.
  if (match === undefined) throw new Refusal(403, NOWHERE);
  known.operation = match.route.id;
  checkList(caller, match);
  checkVersion(request, match);
  const work = async (): Promise<Passed> => {
    await identity.refuseKnown();
    return send(await judge(match, caller, bytes, visit), visit);
  };
  const passed = await (match.route.id === "users.create"
    ? createOnce(caller, bytes, visit, ctx, work)
    : work());
  const readable = Object.keys(passed.headers).filter((name) => name !== "content-type");
  return responseOf(passed, corsHeaders(visit, readable));
}

const NOWHERE = "this gateway has no such operation";

function checkVersion({ headers }: Request, { route }: Match): void {
  const given = headers.get("version");
  if (given === null || given === route.version) return;
  const own = route.version ?? "none";
  throw new Refusal(400, `the request is of another version of the API: expected as Version header ${own}`);
}

async function bodyOf(visit: Visit): Promise<Uint8Array<ArrayBuffer>> {
  const { request, maxBodyBytes } = visit;
  visit.late = new Refusal(408, "the body has not come in time");
  const tooLong = new Refusal(413, `the body is too long: expected up to ${maxBodyBytes} bytes`);
  try {
    return await bytesOf(request.body, maxBodyBytes, tooLong);
  } catch (thrown) {
    throw thrown === tooLong ? thrown : new Refusal(400, "the body broke off", wordsOf(thrown));
  }
}

function report({ status, message, detail: said }: Refusal, visit: Visit): void {
  const { onRefusal, token, keys, known, tokens } = visit;
  const secrets = [...tokens, ...[...keys.values()].map(({ secret }) => secret)];
  if (typeof token === "string") secrets.push(token);
  const detail = said && without(said, secrets);
  try {
    if (onRefusal !== undefined) onRefusal({ status, message, ...(detail && { detail }), ...known });
    else if (status >= 500) console.error(`[ghl-users] gateway: ${status} ${message}${detail ? ` (${detail})` : ""}`);
  } catch {
    // There is nobody left to tell, and the caller still waits for an answer.
  }
}
