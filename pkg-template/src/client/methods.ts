import type { CallOptions } from "../generated/types.js";
import type { ApiPromise } from "../resource/promise.js";
import type { More, Resource } from "../resource/resource.js";
import { copyOf, tagOf } from "../common/tag.js";

/** An operation as a client calls it. */
export interface Operation extends More {
  /** Its id, for messages. */
  readonly id: string;
  /** The number by which the engine knows it; an id that it may know where the client does not. */
  readonly row: number | string;
  /** Where its pages have their items, such as `users`, if it gives one of many. */
  readonly list?: string | undefined;
  /** Loads what its answers are checked with, unless the client has it. */
  readonly shapes?: Resource["shapes"] | undefined;
}

/** Sends an operation. */
export type Send = (operation: Operation, input: unknown, options: CallOptions | undefined) => ApiPromise<unknown>;

/** A resource's methods, as a client has them. */
export interface Bound {
  [name: string]: Bound | ((...args: unknown[]) => ApiPromise<unknown>);
}

/** Makes the methods of a resource, whose first row has the number `first`, and adds its operations to those `known` by id. */
export function methodsOf({ name, methods, more, shapes }: Resource, first: number, send: Send, known: Map<string, Operation>): Bound {
  const bound: Bound = {};
  methods.split(" ").forEach((text, row) => {
    const [front = "", list] = text.split("?");
    const [path = "", ...about] = front.split("/");
    const names = path.split(".");
    const last = names.pop() as string;
    const place = names.reduce((place, name) => (place[name] ??= {}) as Bound, bound);
    place[last] ??= call({ ...more?.[path], id: `${name}.${path}`, row: first + row, list: list || undefined, shapes }, about, list);
  });
  return bound;

  function call(operation: Operation, about: readonly string[], input: string | undefined): Bound[string] {
    known.set(operation.id, operation);
    return (...args) => {
      const values = about.map((field) => [field, args.shift()]);
      const fields = input === undefined ? input : args.shift();
      return send(operation, fold(values, fields), args[0] as CallOptions | undefined);
    };
  }
}

/** Joins the first arguments with the other fields. Fields that are no object stay as they are: the engine says what is wrong. */
function fold(values: unknown[][], fields: unknown): unknown {
  const joins = values.length > 0 && (fields === undefined || tagOf(fields) === "Object");
  return joins ? Object.assign(copyOf(fields ?? {}), Object.fromEntries(values)) : fields;
}
