import { failure } from "../common/error.js";
import { wordsFor } from "../common/tag.js";

/** A Durable Object's id. */
export interface ObjectId {
  toString(): string;
  equals(other: ObjectId): boolean;
}

/** The binding of a Durable Object's class, as Cloudflare's `DurableObjectNamespace` is one. */
export interface ObjectNamespace {
  idFromName(name: string): ObjectId;
  get(id: ObjectId): unknown;
}

/** How often a call is made at the most, and how long the first pause between two is, in milliseconds. */
const TRIES = 4;
const PAUSE_MS = 50;

/**
 * Calls an object by its name; again, where the runtime says that it may work then: while the object moves, or its code
 * is replaced. So `call` must be one that does no harm twice.
 */
export async function reach<Methods, Result>(
  namespace: ObjectNamespace,
  name: string,
  call: (object: Methods) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      // A stub of its own for each try: one that failed stays broken, and one of another request cannot be used.
      return await call(namespace.get(namespace.idFromName(name)) as Methods);
    } catch (error) {
      if (tries === TRIES || !isPassing(error)) throw error;
    }
    const pause = PAUSE_MS * 2 ** (tries - 1) * (1 + Math.random());
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Cloudflare's marks on what the runtime throws. An object with too much to do is not helped by more. */
function isPassing(error: unknown): boolean {
  const { retryable, overloaded } = Object(error) as { retryable?: unknown; overloaded?: unknown };
  return retryable === true && overloaded !== true;
}

/** @throws {HighLevelError} `invalid_config` unless `namespace`, the binding of `kind`, has these methods. */
export function checkBinding(
  caller: string,
  namespace: unknown,
  kind: string,
  methods: readonly string[] = ["idFromName", "get"],
): void {
  const bound = Object(namespace) as Record<string, unknown>;
  if (methods.every((method) => typeof bound[method] === "function")) return;
  const reason = `the namespace is ${wordsFor(namespace)}: expected the binding of ${kind}`;
  throw failure("invalid_config", caller, reason);
}
