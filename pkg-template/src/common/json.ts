import { read, tagOf } from "./tag.js";

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that `bytes` are the JSON of, in UTF-8; nothing if they are anything else. */
export function objectOf(bytes: BufferSource): JsonObject | undefined {
  const value: unknown = read(() => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  return tagOf(value) === "Object" ? (value as JsonObject) : undefined;
}
