/** A call's result together with the HTTP response it came from. */
export interface WithResponse<T> {
  /** The result, as awaiting the call gives it. */
  data: T;
  /** The response: status, headers and URL. Its body has been read already. */
  response: Response;
}

/** What every call returns: await it for the result, or its {@link ApiPromise.withResponse} for the response too. */
export class ApiPromise<T> implements Promise<T> {
  // The one promise behind both ways of reading: a failure goes unhandled only if nobody looked at either.
  #answer: Promise<WithResponse<T>> | (() => Promise<WithResponse<T>>);

  /** Wraps a promise of a result and its response, or a function that is called for it once somebody asks. */
  constructor(answer: Promise<WithResponse<T>> | (() => Promise<WithResponse<T>>)) {
    this.#answer = answer;
  }

  get [Symbol.toStringTag](): string {
    return "ApiPromise";
  }

  /** Resolves to the result and the HTTP response. Sends nothing again. */
  withResponse(): Promise<WithResponse<T>> {
    if (typeof this.#answer === "function") this.#answer = this.#answer();
    return this.#answer;
  }

  then<R = T, E = never>(
    onfulfilled?: ((value: T) => R | PromiseLike<R>) | null,
    onrejected?: ((reason: unknown) => E | PromiseLike<E>) | null,
  ): Promise<R | E> {
    return this.withResponse()
      .then(({ data }) => data)
      .then(onfulfilled, onrejected);
  }

  catch<E = never>(onrejected?: ((reason: unknown) => E | PromiseLike<E>) | null): Promise<T | E> {
    return this.then(null, onrejected);
  }

  finally(onfinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onfinally);
  }
}
