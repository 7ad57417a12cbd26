import type { HighLevelErrorFields } from "../common/error.js";
import { ANSWERS } from "../generated/users/shapes.js";
import type { Answer } from "./ghl_users_bg.js";
import type { Log } from "./log.js";
import type { Shapes } from "../resource/resource.js";
import { shapesOf, type Kind, type Shape } from "../resource/shape.js";
import type { wordsFor } from "../common/tag.js";

/** Checks what an operation was answered. */
export type Check = (operation: string, answer: Answer, resource?: Shapes) => void;

/** Makes the error of a client whose file has loaded this one: there is one class of errors, and it is there. */
export type Fail = (fields: HighLevelErrorFields) => Error;

/** How many places a client warns of, lest a server that makes up names fill the memory. */
const MOST_WARNINGS = 100;

/** What checks answers as the option `validate` says. What it needs of the client's own file, it is given: that has it already. */
export function checkOf(validate: "warn" | "strict", log: Log, fail: Fail, words: typeof wordsFor): Check {
  const warned = new Set<string>();
  const read: Record<string, Shape["fields"]> = {};
  return (operation, answer, resource) => {
    const text = resource?.ANSWERS ?? ANSWERS;
    const shape = (read[text] ??= shapesOf(text)).get(operation);
    if (shape === undefined) return;
    check(answer.data, shape, [], (trail, value, kind) => {
      const path = pathOf(trail, validate === "warn");
      const message = `${operation}: the answer's ${path} is ${words(value)}: expected ${expectedOf(kind)}`;
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
  if ("fields" in kind) return kind.others ? `an object of ${pluralOf(kind.others)}` : "an object";
  return `${kind.orOne ? `${expectedOf(kind.items)} or ` : ""}an array of ${pluralOf(kind.items)}`;
}

function pluralOf(kind: Kind): string {
  return typeof kind === "string" ? `${kind}s` : "objects";
}

type Step = string | number;
type Report = (trail: readonly Step[], value: unknown, kind: Kind) => void;

// A thousand users are a hundred thousand values. So where a value is becomes text only if something is wrong with it.
function check(value: unknown, kind: Kind, trail: Step[], report: Report): void {
  if (typeof kind === "string") {
    if (typeof value !== kind) report(trail, value, kind);
  } else if ("items" in kind) {
    if (Array.isArray(value)) value.forEach((item, index) => checkAt(index, item, kind.items, trail, report));
    else if (!kind.orOne || typeof value !== kind.items) report(trail, value, kind);
  } else if (typeof value !== "object" || value === null || Array.isArray(value)) {
    report(trail, value, kind);
  } else {
    checkObject(value as JsonObject, kind, trail, report);
  }
}

/** A simple value that is right costs no more than this. */
function checkAt(step: Step, value: unknown, kind: Kind, trail: Step[], report: Report): void {
  if (typeof value === kind) return;
  trail.push(step);
  check(value, kind, trail, report);
  trail.pop();
}

function checkObject(object: JsonObject, { fields, required, others }: Shape, trail: Step[], report: Report): void {
  for (const name of required) {
    // A page may have given every object members.
    if (object[name] == null || !Object.hasOwn(object, name)) report([...trail, name], object[name], fields.get(name) as Kind);
  }
  for (const name of Object.keys(object)) {
    const field = object[name];
    const kind = fields.get(name) ?? others;
    if (kind && field !== null) checkAt(name, field, kind, trail, report);
  }
}

type JsonObject = Readonly<Record<string, unknown>>;
