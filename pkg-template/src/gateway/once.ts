import { utf8Of } from "../common/bytes.js";
import type { Rule } from "../common/fields.js";
import { hashOf } from "../signing/digest.js";
import { textOf as textOfBytes } from "./body.js";
import type { GatewayCaller } from "./caller.js";
import type { GatewayReplays } from "./options.js";
import { asked, type Visit } from "./visit.js";
import { answerTo, type Passed, Refusal, UNCLEAR } from "./refusal.js";

/** For how long after its answer a call is not done again, in milliseconds. */
const REMEMBERED_MS = 60_000;
/** The longest answer that is remembered, in UTF-16 units: a user has a few thousand. */
const LONGEST = 65_536;
/** How long it takes to ask again whether a call is over, in milliseconds. */
const PAUSE_MS = 250;

const UNANSWERED = new Refusal(
  409,
  "the same call came just before, and its answer is not known: look whether it has taken effect",
);

const OUTCOME: Rule = {
  expected: "a text or nothing",
  accepts: (given) => given === undefined || typeof given === "string",
};

/**
 * Does a creation, unless the same one of the same caller came just before, in whatever isolate: then it comes to what
 * that one was answered, and waits for it if need be. A browser sends a request again by itself when a connection dies
 * that it has used before, and nobody in the page learns of it. Without a memory in `replays` it is done each time.
 *
 * @param ctx - What a Worker is given: it lets the work go on when the connection that it came by is gone.
 * @throws {Refusal} 503 if `replays` fails; whatever `work` throws.
 */
export async function createOnce(
  caller: GatewayCaller,
  body: Uint8Array<ArrayBuffer>,
  visit: Visit,
  ctx: unknown,
  work: () => Promise<Passed>,
): Promise<Passed> {
  const { replays, request, known } = visit;
  const { url, headers } = request;
  if (replays?.begin === undefined) return work();
  // Who calls, as a key, or as `authenticate` judged: by its answer, and by the headers that tell browsers apart.
  const who = known.keyId ?? [caller, headers.get("cookie"), headers.get("authorization")];
  let call: string;
  try {
    call = JSON.stringify([who, url, await hashOf(body)]);
  } catch {
    // A caller that JSON cannot write is nobody that could be known again.
    return work();
  }
  const id = await hashOf(utf8Of(call));
  const answer = once(`create:${id}`, replays as Memory, visit, work);
  Object(ctx).waitUntil?.(answer.catch(() => {}));
  return answer;
}

/** Where it is remembered that something was done. */
type Memory = Required<Pick<GatewayReplays, "begin" | "end">>;

async function once(
  id: string,
  memory: Memory,
  visit: Visit,
  work: () => Promise<Passed>,
): Promise<Passed> {
  const begin = (): Promise<string | undefined> => {
    const ask = () => memory.begin(id, visit.timeoutMs + REMEMBERED_MS);
    return asked(visit, "replays", UNCLEAR, ask, OUTCOME);
  };
  let outcome = await begin();
  while (outcome === "") {
    visit.late = UNANSWERED;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    visit.signal.throwIfAborted();
    outcome = await begin();
  }
  if (outcome !== undefined) return JSON.parse(outcome) as Passed;
  let done: Passed | undefined;
  try {
    const passed = await work();
    // Too many calls: this one was not carried out, and its client sends it again.
    if (passed.status !== 429) done = passed;
    return passed;
  } catch (thrown) {
    // Where it was sent, it may have taken effect.
    if (visit.tokens.length > 0) done = answerTo(Refusal.is(thrown) ? thrown : UNANSWERED);
    throw thrown;
  } finally {
    const end = () => memory.end(id, done && textOf(done), REMEMBERED_MS);
    // What was done is done. Who repeats it now waits in vain, and is refused in words.
    await asked(visit, "replays", UNCLEAR, end, OUTCOME).catch(() => {});
  }
}

function textOf({ status, headers, body }: Passed): string {
  const text = JSON.stringify({ status, headers, body: typeof body === "string" ? body : textOfBytes(body) });
  return text.length > LONGEST ? JSON.stringify(answerTo(UNANSWERED)) : text;
}
