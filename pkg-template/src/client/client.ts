import { createEngine, numberOf } from "./engine.js";
import { failure, HighLevelError, type HighLevelErrorFields } from "../common/error.js";
import type { RateLimit } from "../common/events.js";
import { ID, PACK, type RawMethod } from "../generated/raw.js";
import type { Api, CallOptions, ClientOptions } from "../generated/types.js";
import type * as operations from "../generated/users/operations.js";
import { USERS } from "../generated/users/resource.js";
import type { Answer, Done, Engine } from "./ghl_users_bg.js";
import { Log, namesOf } from "./log.js";
import { methodsOf, type Bound, type Operation } from "./methods.js";
import { observerOf, reasonOf } from "./observer.js";
import { PagePromise } from "../resource/pages.js";
import { ApiPromise } from "../resource/promise.js";
import { CONNECT, type Resource } from "../resource/resource.js";
import { copyOf, read, tagOf, wordsFor } from "../common/tag.js";
import { rawCall, type RawOptions } from "./raw.js";
import { follow } from "./signals.js";
import { userHelpers, type UserHelpers } from "./users.js";
import { loaded } from "./part.js";
import type { Check } from "./validate.js";

interface Versions {
  v1: { operations: operations.UsersOperationsV1; users: operations.UsersV1 };
  v2: { operations: operations.UsersOperationsV2; users: operations.UsersV2 };
  v3: { operations: operations.UsersOperationsV3; users: operations.UsersV3 };
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

  /** The version of the API. */
  declare readonly api: A;

  /** The company (agency) of the options; `undefined` where they name none. */
  declare readonly companyId: string | undefined;

  /** The location (sub-account) of the options; `undefined` where they name none. */
  declare readonly locationId: string | undefined;

  /** Lists, finds, creates, changes and deletes users. */
  declare readonly users: Users<A>;

  // Everything that must not be printed, the token above all, stays inside the engine.
  #engine: Engine | undefined;
  readonly #log: Log;
  readonly #check: (() => Promise<Check>) | undefined;
  readonly #resources = new Map<string, Bound>();
  readonly #operations = new Map<string, Operation>();

  /**
   * Makes a client. Sends nothing.
   *
   * @throws {HighLevelError} `invalid_config` for an option that is unknown or wrong.
   */
  constructor(options: ClientOptions & { api?: A | undefined }) {
    options = ownOf(options);
    this.#log = new Log(options);
    try {
      this.#engine = createEngine(options, observerOf(options, this.#log));
    } catch (failure) {
      throw toError(failure);
    }
    this.#check = this.#checkOf(options.validate);
    const { api = "v2", companyId, locationId } = options;
    const send = (id: string, input: unknown, options: CallOptions | undefined): ApiPromise<unknown> =>
      this.#call(this.#operation(id), input, options);
    const users = { ...this.#connect(USERS), ...userHelpers(api, send) };
    Object.assign(this, { api, companyId, locationId, users });
    // Not a member of the class, which would show it in the public types.
    Object.defineProperty(this, CONNECT, { value: this.#connect.bind(this) });
  }

  /** The methods of a resource, the same each time: what the functions of the catalogue ask for. */
  #connect(resource: Resource): Bound {
    const known = this.#resources.get(resource.pack);
    if (known) return known;
    const methods = methodsOf(resource, firstOf(resource.pack), this.#call.bind(this), this.#operations);
    this.#resources.set(resource.pack, methods);
    return methods;
  }

  /** Keeps Vue and its kin from wrapping a client in a `Proxy`, which has none of its private fields. */
  get [Symbol.toStringTag](): string {
    return HighLevel.name;
  }

  /**
   * How much of the rate limit is left at this moment.
   *
   * @throws {HighLevelError} `closed` after {@link HighLevel.close}.
   */
  get rateLimit(): RateLimit {
    return this.#opened("rateLimit").rateLimit();
  }

  /**
   * Replaces the token, say because the old one is about to expire. Calls under way keep theirs; those that the server
   * rejects because of it are sent once more with the new one.
   *
   * @throws {HighLevelError} `invalid_config` for what is no token; `closed` after {@link HighLevel.close}.
   */
  setToken(token: NonNullable<ClientOptions["token"]>): void {
    const failure = this.#opened("setToken").setToken(token);
    if (failure !== undefined) throw toError(failure);
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
  ): Result<Operations<A>[K]> {
    const id = typeof operation === "string" ? operation : wordsFor(operation);
    return this.#call(this.#operation(id), input, options) as Result<Operations<A>[K]>;
  }

  /**
   * Sends any request to the API, one that the package has no method for, with the client's token, pace, retries and time.
   *
   * @param path - Behind the client's `baseUrl`, encoded, such as `` `/contacts/${encodeURIComponent(id)}/tasks` ``.
   */
  rawRequest(method: RawMethod, path: string, options: RawOptions & { readonly as: "text" }): ApiPromise<string>;
  rawRequest(method: RawMethod, path: string, options: RawOptions & { readonly as: "blob" }): ApiPromise<Blob>;
  rawRequest<T = unknown>(method: RawMethod, path: string, options?: RawOptions & { readonly as?: "json" | undefined }): ApiPromise<T>;
  rawRequest(method: RawMethod, path: string, options?: RawOptions): ApiPromise<unknown>;
  rawRequest(method: RawMethod, path: string, given?: RawOptions): ApiPromise<unknown> {
    return new ApiPromise(this.#raw(method, path, given));
  }

  async #raw(method: RawMethod, path: string, given: RawOptions | undefined): Promise<Answer> {
    const { row, input, options } = rawCall(method, path, given);
    return this.#send({ id: ID, row: firstOf(PACK) + row }, input, options);
  }

  /** Gives the engine's memory back. Calls under way finish; later ones fail with the code `closed`. */
  close(): void {
    const engine = this.#engine;
    this.#engine = undefined;
    // Not at once: the engine may be reading an input, one of whose getters has called this.
    void Promise.resolve().then(() => engine?.free());
  }

  /** One that no resource of this client has is the engine's to judge. */
  #operation(id: string): Operation {
    return this.#operations.get(id) ?? { id, row: id };
  }

  #call(operation: Operation, input: unknown, options: CallOptions | undefined): ApiPromise<unknown> {
    const { id, list, paging } = operation;
    if (list === undefined) return new ApiPromise(this.#send(operation, input, options));
    // Copies, since the requests of pages are sent later.
    const kept = copyOf(options);
    const send = (fields: unknown): Promise<Answer> => this.#send(operation, fields, kept);
    return new PagePromise({ operation: id, list, paging, input: copyOf(input), send });
  }

  async #send({ id, row, prepare, shapes }: Operation, input: unknown, options: CallOptions | undefined): Promise<Answer> {
    let unfollow = (): void => {};
    try {
      const [followed, stop] = followable(id, copyOf(options));
      unfollow = stop;
      const engine = this.#opened(id, id);
      const extra = read(() => followed?.extra);
      if (tagOf(extra) === "Object") this.#log.write("info", () => `${id}: sends extra fields: ${namesOf(extra as object)}`);
      const answer = await new Promise<Answer>((resolve, reject) => {
        const done: Done = (data, response, attempts) => resolve({ data, response, attempts });
        engine.request(row, prepare ? prepare(input) : input, followed, done, reject);
      });
      if (this.#check) (await this.#check())(id, answer, await shapes?.());
      return answer;
    } catch (failure) {
      const error = toError(failure);
      if (error instanceof HighLevelError) {
        // An id that is no operation's is the caller's own text, and not logged.
        const { operation: known = "request", code, attempts } = error;
        const line = (): string => `${known}: failed (${reasonOf(error)}), requests sent: ${attempts}`;
        this.#log.write(code === "aborted" ? "info" : "error", line);
      }
      throw error;
    } finally {
      unfollow();
    }
  }

  #checkOf(validate: ClientOptions["validate"]): (() => Promise<Check>) | undefined {
    if (validate !== "warn" && validate !== "strict") return undefined;
    const load = loaded("validate", () => import("./validate.js"));
    let check: Check | undefined;
    const fail = (fields: HighLevelErrorFields): Error => new HighLevelError(fields);
    return async () => (check ??= (await load()).checkOf(validate, this.#log, fail, wordsFor));
  }

  #opened(caller: string, operation?: string): Engine {
    if (this.#engine !== undefined) return this.#engine;
    const message = `${caller}: this client has been closed`;
    throw new HighLevelError({ code: "closed", message, ...(operation !== undefined && { operation }) });
  }
}

/** The options of a call with a signal of its own. Those that are no object go to the engine as they are, which says so. */
function followable(operation: string, options: CallOptions | undefined): ReturnType<typeof follow> {
  try {
    return tagOf(options) === "Object" ? follow(options) : [options, () => {}];
  } catch (cause) {
    throw failure("invalid_input", operation, '"signal" cannot be read', cause);
  }
}

/** The options without what objects inherit: whoever can add a member to all of them must not choose where a token goes. */
function ownOf<O extends ClientOptions>(options: O): O {
  const own = copyOf(options);
  const { rateLimit } = own ?? {};
  return rateLimit ? Object.assign(own, { rateLimit: copyOf(rateLimit) }) : own;
}

/** The number of the first row of a pack, which the engine learns if it has not yet. */
function firstOf(pack: string): number {
  const first = numberOf(pack);
  if (typeof first !== "number") throw toError(first);
  return first;
}

type Input<O> = O extends { input: infer I } ? I : never;
type Result<O> = O extends { output: infer R; item: infer I }
  ? PagePromise<R, I>
  : O extends { output: infer R }
    ? ApiPromise<R>
    : never;

/** The error for a failure that the engine describes. Anything else is a defect and stays what it is. */
function toError(failure: unknown): unknown {
  if (tagOf(failure) !== "Object") return failure;
  const fields = failure as HighLevelErrorFields;
  const { code, message, cause } = fields;
  // A function of the options that fails with an error of ours, such as that the app has to be connected again, has said
  // what the caller has to know. The engine hands on a copy without secrets, which has kept its name.
  const { name, code: said = code, message: words } = (cause ?? {}) as Partial<HighLevelError>;
  const isOurs = code === "invalid_config" && name === HighLevelError.name;
  return new HighLevelError(isOurs ? { ...fields, code: said, message: `${message}: ${words}` } : fields);
}
