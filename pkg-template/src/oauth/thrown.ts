import { redactedWarily } from "../../../src/transport/redaction.js";
import { read } from "../common/tag.js";

/** A copy of what was thrown beneath, in words: a `fetch` of one's own may throw an error that holds the whole request. */
export function cleanCopyOf(thrown: unknown, secrets: readonly (string | undefined)[], depth = 3): Error {
  const [name, message, code, cause] = ["name", "message", "code", "cause"].map((member): unknown => read(() => Object(thrown)[member]));
  const words = typeof message === "string" ? message : typeof thrown === "string" ? thrown : "";
  const clean = (text: string): string => redactedWarily(text, secrets);
  const beneath = cause && depth > 0 ? { cause: cleanCopyOf(cause, secrets, depth - 1) } : undefined;
  const copy = new Error(clean(words), beneath);
  if (typeof name === "string") Object.defineProperty(copy, "name", { value: clean(name) });
  return typeof code === "string" ? Object.assign(copy, { code: clean(code) }) : copy;
}
