import { METHODS } from "./generated/operations.js";
import type { CallOptions } from "./generated/types.js";
import type { ApiPromise } from "./promise.js";
import { tagOf } from "./tag.js";

/** Sends the operation with this id. */
export type Send = (operation: string, input: unknown, options?: CallOptions) => ApiPromise<unknown>;

/** What a method takes before its options: the field that stands alone, then the object with the others. */
interface Method {
  readonly id?: string;
  readonly input?: boolean;
}

type Methods = Record<string, (...args: unknown[]) => ApiPromise<unknown>>;

/** Every resource, such as `users`, with its methods. The method `get` of `users` sends the operation `users.get`. */
export function resourcesOf(send: Send): Record<keyof typeof METHODS, Methods> {
  return mapValues(METHODS, (methods: Record<string, Method>, resource) =>
    mapValues(methods, ({ id, input }, name) => (...args) => {
      const value = id === undefined ? undefined : args.shift();
      const fields = input ? args.shift() : undefined;
      return send(`${resource}.${name}`, fold(id, value, fields), args[0] as CallOptions | undefined);
    }),
  );
}

/** Joins an id with the other fields. Fields that are no object stay as they are: the engine says what is wrong. */
function fold(id: string | undefined, value: unknown, fields: unknown): unknown {
  const joins = id !== undefined && (fields === undefined || tagOf(fields) === "Object");
  return joins ? { ...(fields as object | undefined), [id]: value } : fields;
}

function mapValues<K extends string, V, R>(record: Readonly<Record<K, V>>, map: (value: V, key: K) => R): Record<K, R> {
  const entries = Object.entries(record) as [K, V][];
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value, key)])) as Record<K, R>;
}
