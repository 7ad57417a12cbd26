import type { CallOptions } from "../generated/types.js";
import type { ApiPromise } from "../resource/promise.js";
import type { Method, Methods, Resource } from "../resource/resource.js";
import { copyOf, tagOf } from "../common/tag.js";

/** An operation as a client calls it. */
export interface Operation extends Partial<Omit<Method, "row">> {
  /** Its id, for messages. */
  readonly id: string;
  /** The number by which the engine knows it; an id that it may know where the client does not. */
  readonly row: number | string;
  /** Loads what its answers are checked with, unless the client has it. */
  readonly shapes?: Resource["shapes"] | undefined;
}

/** Sends an operation. */
export type Send = (operation: Operation, input: unknown, options: CallOptions | undefined) => ApiPromise<unknown>;

/** A resource's methods, as a client has them. */
export interface Bound {
  readonly [name: string]: Bound | ((...args: unknown[]) => ApiPromise<unknown>);
}

/** Makes the methods of a resource, whose first row has the number `first`, and adds its operations to those `known` by id. */
export function methodsOf({ name, methods, shapes }: Resource, first: number, send: Send, known: Map<string, Operation>): Bound {
  return bind(name, methods);

  function bind(path: string, methods: Methods): Bound {
    const bound: Record<string, Bound[string]> = {};
    for (const [name, method] of Object.entries(methods)) {
      const id = `${path}.${name}`;
      bound[name] = isMethod(method) ? call(id, method) : bind(id, method);
    }
    return bound;
  }

  function call(id: string, method: Method): Bound[string] {
    const { about, input } = method;
    const operation: Operation = { ...method, id, shapes, row: first + method.row };
    known.set(id, operation);
    return (...args) => {
      const values = about?.map((field) => [field, args.shift()]);
      const fields = input ? args.shift() : undefined;
      return send(operation, fold(values, fields), args[0] as CallOptions | undefined);
    };
  }
}

function isMethod(method: Method | Methods): method is Method {
  return typeof method.row === "number";
}

/** Joins the first arguments with the other fields. Fields that are no object stay as they are: the engine says what is wrong. */
function fold(values: unknown[][] | undefined, fields: unknown): unknown {
  const joins = values && (fields === undefined || tagOf(fields) === "Object");
  return joins ? Object.assign(copyOf(fields ?? {}), Object.fromEntries(values)) : fields;
}
