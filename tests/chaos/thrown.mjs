/** Things that a `fetch`, a stream, a token function or an aborting caller throw, all of them quoting `words`. */

class HttpError extends Error {
  constructor(words) {
    super(`Request failed: ${words}`);
    this.name = "HttpError";
    this.config = { headers: { Authorization: `Bearer ${words}` }, data: JSON.stringify({ password: words }) };
    this.response = { config: this.config, request: { _header: `POST / HTTP/1.1\r\nAuthorization: Bearer ${words}` } };
  }
}

class CodedError extends Error {
  code = "E_CODED";
  get message() {
    return this.#words;
  }
  #words;
  constructor(words) {
    super();
    this.#words = words;
  }
  toString() {
    return `CodedError ${this.#words}`;
  }
  toJSON() {
    return { words: this.#words };
  }
}

const headersOf = (words) => new Headers({ authorization: encodeURIComponent(words) });
const withFields = (error, fields) => Object.assign(error, fields);

/** @type {Record<string, (words: string) => unknown>} */
export const THROWN = {
  "an error's message": (words) => new TypeError(`invalid header value: ${words}`),
  "an error's cause": (words) => new TypeError("fetch failed", { cause: new Error(`while sending ${words}`) }),
  "a cause's cause's field": (words) => {
    const inner = withFields(new Error("inner"), { headers: [["authorization", words]] });
    return new Error("outer", { cause: new Error("middle", { cause: inner }) });
  },
  "an HTTP client's config": (words) => new HttpError(words),
  "an error's own class": (words) => new CodedError(words),
  "an instance of Headers": (words) => withFields(new Error("failed"), { headers: headersOf(words) }),
  "a Request": (words) =>
    withFields(new Error("failed"), { request: new Request("http://localhost/", { headers: headersOf(words) }) }),
  "a Map and a Set": (words) => withFields(new Error("failed"), { options: new Map([[words, new Set([words])]]) }),
  bytes: (words) => withFields(new Error("failed"), { sent: Buffer.from(words), json: Buffer.from(words).toJSON() }),
  "a symbol": (words) => withFields(new Error("failed"), { [Symbol("request")]: words }),
  "a hidden field": (words) => Object.defineProperty(new Error("failed"), "request", { value: { words } }),
  "a getter": (words) => Object.defineProperty(new Error("failed"), "request", { get: () => words, enumerable: true }),
  "the name": (words) => withFields(new Error("failed"), { name: words }),
  "the code": (words) =>
    withFields(new Error("failed"), { code: words, errno: words, syscall: words, hostname: words }),
  "the stack": (words) => withFields(new Error("failed"), { stack: `Error: failed\n    at send (${words})` }),
  "an AggregateError": (words) => new AggregateError([new Error(words), words], "every address failed"),
  "a DOMException": (words) => new DOMException(words, "NetworkError"),
  "a text": (words) => words,
  "an object": (words) => ({ message: words, headers: { authorization: words } }),
  "an object without a prototype": (words) => Object.assign(Object.create(null), { words }),
  "a list": (words) => [words, [words]],
  "a function": (words) => withFields(() => words, { words }),
  "a symbol alone": (words) => Symbol(words),
  "a circle": (words) => {
    const error = withFields(new Error(words), { words });
    return withFields(error, { cause: error, self: { error } });
  },
  "a frozen error": (words) => Object.freeze(withFields(new Error(words), { words })),
  "a proxy": (words) => new Proxy(new Error(words), {}),
  "a proxy that throws": (words) =>
    new Proxy(new Error(words), {
      get() {
        throw new Error(words);
      },
    }),
  "a getter that throws": (words) =>
    Object.defineProperty(new Error("failed"), "message", {
      get() {
        throw new Error(words);
      },
    }),
  "an error of many causes": (words) => {
    let error = new Error(words);
    for (let depth = 0; depth < 200; depth++) error = new Error(`${depth} ${words}`, { cause: error });
    return error;
  },
};
