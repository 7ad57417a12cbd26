import { createEngine } from "./engine.js";
import { HighLevelError, type HighLevelErrorFields } from "./error.js";
import type * as operations from "./generated/operations.js";
import type { Api, CallOptions, ClientOptions } from "./generated/types.js";
import type { Engine } from "./ghl_users_bg.js";
import { resourcesOf, type Send } from "./methods.js";
import { ApiPromise, type WithResponse } from "./promise.js";
import { tagOf } from "./tag.js";
import { userHelpers, type UserHelpers } from "./users.js";

interface Versions {
  v1: { operations: operations.OperationsV1; users: operations.UsersV1 };
  v2: { operations: operations.OperationsV2; users: operations.UsersV2 };
  v3: { operations: operations.OperationsV3; users: operations.UsersV3 };
}

/** The operations of an API version by id: what each takes and what it gives. */
export type Operations<A extends Api> = Versions[A]["operations"];

/** `ghl.users` for an API version. */
export type Users<A extends Api> = Versions[A]["users"] & UserHelpers;

/**
 * A client of HighLevel's API.
 *
 * @typeParam A - The version of the API, which decides what the client can do.
 */
export class HighLevel<A extends Api = "v2"> {
  /** The class's name, also in minified code. */
  static readonly name = "HighLevel";

  /** Lists, finds, creates, changes and deletes users. */
  declare readonly users: Users<A>;

  // Everything that must not be printed, the token above all, stays inside the engine.
  #engine: Engine | undefined;

  /**
   * Makes a client. Sends nothing.
   *
   * @throws {HighLevelError} `invalid_config` for an option that is unknown or wrong.
   */
  constructor(options: ClientOptions & { api?: A | undefined }) {
    try {
      this.#engine = createEngine(options);
    } catch (failure) {
      throw toError(failure);
    }
    const send: Send = (operation, input, callOptions) => new ApiPromise(this.#send(operation, input, callOptions));
    Object.assign(this, resourcesOf(send));
    Object.assign(this.users, userHelpers(options.api ?? "v2", send));
  }

  /**
   * Sends any operation of the catalogue by its id, such as `"users.get"`.
   *
   * @param input - The fields of the path, the query and the body together.
   */
  request<K extends keyof Operations<A> & string>(
    operation: K,
    input: Input<Operations<A>[K]>,
    options?: CallOptions,
  ): ApiPromise<Output<Operations<A>[K]>> {
    return new ApiPromise(this.#send(operation, input, options) as Promise<WithResponse<Output<Operations<A>[K]>>>);
  }

  /** Gives the engine's memory back. Calls under way finish; later ones fail with the code `closed`. */
  close(): void {
    this.#engine?.free();
    this.#engine = undefined;
  }

  async #send(operation: string, input: unknown, options: CallOptions | undefined): Promise<WithResponse<unknown>> {
    if (this.#engine === undefined) {
      throw new HighLevelError({ code: "closed", message: `${operation}: this client has been closed`, operation });
    }
    try {
      return await this.#engine.request(String(operation), input, options);
    } catch (failure) {
      throw toError(failure);
    }
  }
}

type Input<O> = O extends { input: infer I } ? I : never;
type Output<O> = O extends { output: infer R } ? R : never;

/** The error for a failure that the engine describes. Anything else is a defect and stays what it is. */
function toError(failure: unknown): unknown {
  return tagOf(failure) === "Object" ? new HighLevelError(failure as HighLevelErrorFields) : failure;
}
