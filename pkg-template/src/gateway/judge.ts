import { FLAG } from "../common/fields.js";
import { objectOf } from "../common/json.js";
import { CONFINES, type GatewayCaller } from "./caller.js";
import type { GatewayCall } from "./options.js";
import { asked, type Visit } from "./visit.js";
import { parametersOf } from "./query.js";
import { Refusal } from "./refusal.js";
import type { Match } from "./route.js";

/** What is sent on: written anew from what was judged, so that it cannot mean anything else. */
export interface Forwarded {
  readonly match: Match;
  /** The path with the query. */
  readonly target: string;
  /** The body, if the operation has one. */
  readonly body: string | undefined;
}

/** @throws {Refusal} 403 for what is not on the caller's list. */
export function checkList({ operations }: GatewayCaller, { route }: Match): void {
  if (operations.includes(route.id)) return;
  throw new Refusal(403, `this gateway does not let this caller use ${route.id}`);
}

/**
 * Judges a call by what it says: the query, the body, and what the caller is confined to; and asks `authorize`.
 *
 * @throws {Refusal}
 */
export async function judge(
  match: Match,
  caller: GatewayCaller,
  bytes: Uint8Array<ArrayBuffer>,
  visit: Visit,
): Promise<Forwarded> {
  const query = parametersOf(match);
  const json = jsonOf(match, visit.request, bytes);
  // An operation has its fields in one of the two.
  const fields = confined(caller, json ?? query);
  const body = json && fields;
  const forwarded = { match, target: targetOf(match.path, json ? query : fields), body: body && textOf(body, match) };
  const params = { ...match.params, ...(json ? query : (fields as typeof query)) };
  // After the text is written: what this does to the object does not reach HighLevel.
  await ask({ caller, keyId: visit.known.keyId, operation: match.route.id, params, body }, visit);
  return forwarded;
}

type Members = Readonly<Record<string, unknown>>;

function jsonOf({ route }: Match, request: Request, bytes: Uint8Array<ArrayBuffer>): Members | undefined {
  const { id, json } = route;
  if (json === undefined) {
    if (bytes.length > 0) throw new Refusal(400, `${id} takes no body`);
    return undefined;
  }
  // Which also keeps away the forms of other pages, whose cookies might do.
  if (!/^application\/json *(?:; *charset="?utf-8"? *)?$/i.test(request.headers.get("content-type") ?? "")) {
    throw new Refusal(415, `${id} takes a body of JSON: expected the content type application/json`);
  }
  const members = objectOf(bytes);
  if (members === undefined) throw new Refusal(400, `${id} takes a body of JSON: expected an object`);
  const stranger = Object.keys(members).find((name) => !json.includes(name));
  if (stranger === undefined) return members;
  throw new Refusal(400, `${id}: the body has a member that is unknown: expected ${json.join(", ")}`);
}

function textOf(members: Members, { route }: Match): string {
  try {
    return JSON.stringify(members);
  } catch {
    // What can be read but not written: thousands of lists within each other.
    throw new Refusal(400, `${route.id}: the body is nested too deeply`);
  }
}

/** The fields of a call, with the caller's own company and location. */
function confined(caller: GatewayCaller, given: Members): Members {
  const fields = { ...given };
  for (const name of CONFINES) {
    const own = caller[name];
    if (own === undefined) continue;
    if (!Object.hasOwn(fields, name)) fields[name] = own;
    // In the words that a client takes for "wrong_location".
    else if (fields[name] !== own) throw new Refusal(403, `this caller has no access to this ${name.slice(0, -2)}`);
  }
  return fields;
}

function targetOf(path: string, query: Members): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

async function ask(call: GatewayCall, visit: Visit): Promise<void> {
  const { authorize } = visit;
  if (authorize === undefined) return;
  const unclear = "the gateway cannot tell whether this call is allowed";
  const isAllowed = await asked(visit, "authorize", unclear, () => authorize(call), FLAG);
  if (!isAllowed) throw new Refusal(403, `this gateway does not allow this call of ${call.operation}`);
}
