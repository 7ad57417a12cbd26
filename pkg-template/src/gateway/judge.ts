import { objectOf } from "../json.js";
import { wordsFor } from "../tag.js";
import { CONFINES, type GatewayCaller } from "./caller.js";
import type { Identity } from "./identity.js";
import type { GatewayCall } from "./options.js";
import { parametersOf } from "./query.js";
import { Refusal, wordsOf } from "./refusal.js";
import { type Match, names } from "./route.js";
import type { Settings } from "./settings.js";

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
  { caller, keyId }: Identity,
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  settings: Settings,
): Promise<Forwarded> {
  const query = parametersOf(match);
  const json = jsonOf(match, request, bytes);
  const given = confined(caller, match, query, json);
  const members = json && { ...json, ...given.json };
  const forwarded = { match, target: targetOf(match, given), body: members && textOf(members, match) };
  const params = { ...match.params, ...query, ...given.query };
  // After the text is written: what this does to the object does not reach HighLevel.
  await ask(settings, { caller, keyId, operation: match.route.id, params, body: members });
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

/** What the caller's own company and location add to a call, in the query or the body. */
function confined(caller: GatewayCaller, { route }: Match, query: Members, json: Members | undefined) {
  const added: Record<"query" | "json", Record<string, string>> = { query: {}, json: {} };
  for (const name of CONFINES) {
    const own = caller[name];
    if (own === undefined || !names(route).includes(name)) continue;
    const place = route.query.includes(name) ? "query" : "json";
    const given = place === "query" ? query : json;
    if (given === undefined || !Object.hasOwn(given, name)) added[place][name] = own;
    // In the words that a client takes for "wrong_location".
    else if (given[name] !== own) throw new Refusal(403, `this caller has no access to this ${name.slice(0, -2)}`);
  }
  return added;
}

function targetOf({ path, query }: Match, given: { readonly query: Readonly<Record<string, string>> }): string {
  const added = Object.entries(given.query).map(([name, id]) => `${name}=${encodeURIComponent(id)}`);
  const whole = [query, ...added].filter((part) => part !== "").join("&");
  return whole === "" ? path : `${path}?${whole}`;
}

async function ask({ authorize }: Settings, call: GatewayCall): Promise<void> {
  if (authorize === undefined) return;
  let allowed: unknown;
  try {
    allowed = await authorize(call);
  } catch (thrown) {
    throw new Refusal(
      503,
      "the gateway cannot tell whether this call is allowed",
      `"authorize" failed: ${wordsOf(thrown)}`,
    );
  }
  if (allowed === true) return;
  if (allowed === false) throw new Refusal(403, `this gateway does not allow this call of ${call.operation}`);
  const detail = `"authorize" gave ${wordsFor(allowed)}: expected a boolean`;
  throw new Refusal(503, "the gateway cannot tell whether this call is allowed", detail);
}
