import type { HighLevelErrorFields } from "../common/error.js";
import { ANSWERS } from "../generated/users/shapes.js";
import type { Answer } from "./ghl_users_bg.js";
import type { Log } from "./log.js";
import type { Kind, Shape } from "../resource/shape.js";
import { wordsFor } from "../common/tag.js";

/** Checks what an operation was answered. */
export type Check = (operation: string, answer: Answer, resource?: { readonly ANSWERS: Readonly<Record<string, Kind>> }) => void;

/** Makes the error of a client whose file has loaded this one: there is one class of errors, and it is there. */
export type Fail = (fields: HighLevelErrorFields) => Error;

/** How many places a client warns of, lest a server that makes up names fill the memory. */
const MOST_WARNINGS = 100;

/** What checks answers as the option `validate` says. */
export function checkOf(validate: "warn" | "strict", log: Log, fail: Fail): Check {
  const warned = new Set<string>();
  return (operation, answer, resource) => {
    const shape = (resource?.ANSWERS ?? ANSWERS)[operation];
    if (shape === undefined) return;
    check(answer.data, shape, [], (trail, value, kind) => {
      const path = pathOf(trail, validate === "warn");
      const message = `${operation}: the answer's ${path} is ${wordsFor(value)}: expected ${expectedOf(kind)}`;
      if (validate === "strict") throw fail(unexpected(operation, message, answer));
      if (warned.has(path) || warned.size === MOST_WARNINGS) return;
      warned.add(path);
      log.write("warn", () => message, console);
    });
  };
}

function unexpected(operation: string, message: string, { data, response, attempts }: Answer): HighLevelErrorFields {
  const { status, headers } = response;
  const traceId = (data as { traceId?: unknown }).traceId ?? headers.get("x-request-id");
  // The engine, which knows what is secret, has not read this one: so it must not look like any kind of token.
  const trace = typeof traceId === "string" && /^(?!pit-)[\w-]{1,64}$/.test(traceId) ? { traceId } : {};
  return { code: "unexpected_response", message, operation, status, attempts, ...trace };
}

/** Writes a path. A name that is not all letters may be somebody's id or secret, and is not shown. */
function pathOf(trail: readonly Step[], anyIndex: boolean): string {
  const steps = trail.map((step) => {
    if (typeof step === "number") return anyIndex ? "[]" : `[${step}]`;
    return /^[a-z]{1,64}$/i.test(step) ? `.${step}` : ".*";
  });
  return steps.join("").replace(/^\./, "");
}

function expectedOf(kind: Kind): string {
  if (typeof kind === "string") return `a ${kind}`;
  if ("members" in kind) return `an object of ${pluralOf(kind.members)}`;
  if ("fields" in kind) return "an object";
  return `${kind.orOne ? `${expectedOf(kind.items)} or ` : ""}an array of ${pluralOf(kind.items)}`;
}

function pluralOf(kind: Kind): string {
  return typeof kind === "string" ? `${kind}s` : "objects";
}

type Step = string | number;
type Report = (trail: readonly Step[], value: unknown, kind: Kind) => void;

// A thousand users are a hundred thousand values. So where a value is becomes text only if something is wrong with it, and
// a simple one costs no call.
function check(value: unknown, kind: Kind, trail: Step[], report: Report): void {
  if (typeof kind === "string") {
    if (typeof value !== kind) report(trail, value, kind);
  } else if ("items" in kind) {
    if (Array.isArray(value)) checkItems(value, kind.items, trail, report);
    else if (!kind.orOne || typeof value !== kind.items) report(trail, value, kind);
  } else if (typeof value !== "object" || value === null || Array.isArray(value)) {
    report(trail, value, kind);
  } else if ("members" in kind) {
    checkMembers(value as JsonObject, kind.members, trail, report);
  } else {
    checkFields(value as JsonObject, kind, trail, report);
  }
}

function checkItems(list: readonly unknown[], kind: Kind, trail: Step[], report: Report): void {
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    if (typeof item === kind) continue;
    trail.push(index);
    check(item, kind, trail, report);
    trail.pop();
  }
}

function checkMembers(object: JsonObject, kind: Kind, trail: Step[], report: Report): void {
  for (const name in object) {
    const member = object[name];
    if (typeof member === kind || member === null || !Object.hasOwn(object, name)) continue;
    trail.push(name);
    check(member, kind, trail, report);
    trail.pop();
  }
}

function checkFields(object: JsonObject, { fields, required }: Shape, trail: Step[], report: Report): void {
  for (const name of required) {
    if (object[name] == null || !Object.hasOwn(object, name)) report([...trail, name], object[name], fields[name] as Kind);
  }
  for (const name in object) {
    const field = object[name];
    const kind = fields[name];
    // The server may name a field "__proto__" or "toString", which every table seems to have; and a page may have given
    // every object members.
    if (kind === undefined || typeof field === kind || field === null) continue;
    if (!Object.hasOwn(fields, name) || !Object.hasOwn(object, name)) continue;
    trail.push(name);
    check(field, kind, trail, report);
    trail.pop();
  }
}

type JsonObject = Readonly<Record<string, unknown>>;
