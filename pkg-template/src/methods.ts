import { METHODS } from "./generated/operations.js";
import type { CallOptions } from "./generated/types.js";
import type { ApiPromise } from "./promise.js";
import { copyOf, tagOf } from "./tag.js";

/** Sends the operation with this id, whose answer may be one page of many, with the items in `list`. */
export type Send = (
  operation: string,
  input: unknown,
  options: CallOptions | undefined,
  list?: string,
) => ApiPromise<unknown>;

/** A row of the generated table: see there. */
interface Method {
  readonly id?: string;
  readonly input?: boolean;
  readonly pages?: string;
}

type Methods = Record<string, (...args: unknown[]) => ApiPromise<unknown>>;

/** Every resource, such as `users`, with its methods. The method `get` of `users` sends the operation `users.get`. */
export function resourcesOf(send: Send): Record<keyof typeof METHODS, Methods> {
  return mapValues(METHODS, (methods: Record<string, Method>, resource) =>
    mapValues(methods, ({ id, input, pages }, name) => {
      const operation = `${resource}.${name}`;
      return (...args) => {
        const value = id === undefined ? undefined : args.shift();
        const fields = input ? args.shift() : undefined;
        return send(operation, fold(id, value, fields), args[0] as CallOptions | undefined, pages);
      };
    }),
  );
}

/** Where the pages of an operation have their items, such as `users`; nothing if it does not give one page of many. */
export function listOf(operation: string): string | undefined {
  const [resource, name] = operation.split(".") as [keyof typeof METHODS, string];
  return (METHODS[resource] as Record<string, Method> | undefined)?.[name]?.pages;
}

/** Joins an id with the other fields. Fields that are no object stay as they are: the engine says what is wrong. */
function fold(id: string | undefined, value: unknown, fields: unknown): unknown {
  const joins = id !== undefined && (fields === undefined || tagOf(fields) === "Object");
  return joins ? Object.assign(copyOf(fields ?? {}), { [id]: value }) : fields;
}

function mapValues<K extends string, V, R>(record: Readonly<Record<K, V>>, map: (value: V, key: K) => R): Record<K, R> {
  const entries = Object.entries(record) as [K, V][];
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value, key)])) as Record<K, R>;
}
