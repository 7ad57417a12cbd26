// What callers can replace, handed any value; an object of functions and tables. Rust evaluates it once.
({
  /** Each kind of value, and what throws when it is looked at. Made anew each time. */
  values() {
    const thrower = () => {
      throw new Error("looked at");
    };
    const traps = new Proxy({}, { get: thrower });
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const members = ["status", "headers", "get", "body", "getReader", "read", "cancel", "value", "done", "byteLength", "text", "then"];
    const more = ["aborted", "reason", "addEventListener", "removeEventListener", "name", "message", "code", "cause", "constructor"];
    const gets = [...members, ...more, "length", "toJSON", Symbol.toStringTag, Symbol.toPrimitive, 0];
    return {
      undefined: undefined,
      null: null,
      true: true,
      false: false,
      zero: 0,
      "minus one": -1,
      half: 0.5,
      NaN: NaN,
      Infinity: Infinity,
      "a great number": 1e300,
      "a bigint": 10n,
      "no text": "",
      "a text": "text",
      "half a character": "\ud800",
      "a long text": "\u{1d11e}é".repeat(3_000),
      "a symbol": Symbol("odd"),
      "a symbol without words": Symbol(),
      "a function": () => {},
      "a function that throws": thrower,
      "a class": class {},
      "no list": [],
      "a list": [undefined, [1]],
      "an object": {},
      "an object without a prototype": Object.create(null),
      "a number of its own": Object(7),
      "a text of its own": Object("text"),
      "a date that is none": new Date(NaN),
      "a map": new Map([["status", 200]]),
      bytes: new Uint8Array([123, 125]),
      "a Proxy that throws on everything": new Proxy({}, traps),
      "a function's Proxy that throws on everything": new Proxy(() => {}, traps),
      "an object whose getters throw": Object.defineProperties({}, Object.fromEntries(gets.map((name) => [name, { get: thrower }]))),
      "an object that no primitive is made of": { valueOf: thrower, toString: thrower, [Symbol.toPrimitive]: thrower },
      "a revoked Proxy": revoked.proxy,
      "a thenable that throws": { then: thrower },
      "a thenable that throws when it has said something": { then: (kept) => (kept({}), thrower()) },
      "a promise whose constructor throws": Object.defineProperty(Promise.resolve(7), "constructor", { get: thrower }),
      "a promise whose then throws": Object.defineProperty(Promise.resolve(7), "then", { get: thrower }),
    };
  },

  /** Where a value may stand: what it makes of the stand-ins, which are like these otherwise. */
  seats() {
    const answer = (members) => ({ status: 200, headers: new Headers(), text: async () => '{"id":"u"}', ...members });
    // What has been read once is at its end.
    const reader = (members) => {
      let reads = 0;
      const first = members.read ?? (async () => ({ value: new Uint8Array(members.bytes ?? 3) }));
      const read = typeof first === "function" ? () => (reads++ ? { done: true } : first()) : first;
      return { fetch: () => answer({ body: { getReader: () => ({ cancel() {}, ...members, read }) } }) };
    };
    const answers = (members) => ({ fetch: () => answer(members) });
    const throws = (it) => () => {
      throw it;
    };
    const signal = (members) => {
      const { signal } = new AbortController();
      for (const [name, value] of Object.entries(members)) Object.defineProperty(signal, name, { value });
      return { signal };
    };
    return {
      "fetch gives": (it) => ({ fetch: () => it }),
      "fetch's promise gives": (it) => ({ fetch: async () => it }),
      "fetch throws": (it) => ({ fetch: throws(it) }),
      "fetch's promise throws": (it) => ({ fetch: () => Promise.reject(it) }),
      status: (it) => answers({ status: it }),
      headers: (it) => answers({ headers: it }),
      "headers.get": (it) => answers({ headers: { get: it } }),
      "headers.get gives": (it) => answers({ headers: { get: () => it } }),
      "headers.get of a refusal gives": (it) => answers({ status: 429, headers: { get: () => it } }),
      "headers.get throws": (it) => answers({ headers: { get: throws(it) } }),
      body: (it) => answers({ body: it }),
      getReader: (it) => answers({ body: { getReader: it } }),
      "getReader gives": (it) => answers({ body: { getReader: () => it } }),
      "getReader throws": (it) => answers({ body: { getReader: throws(it) } }),
      read: (it) => reader({ read: it }),
      "read gives": (it) => reader({ read: () => it }),
      "read's promise gives": (it) => reader({ read: async () => it }),
      "read's promise throws": (it) => reader({ read: () => Promise.reject(it) }),
      "a part": (it) => reader({ read: () => ({ value: it }) }),
      "a part's byteLength": (it) => reader({ read: () => ({ value: { byteLength: it } }) }),
      cancel: (it) => reader({ bytes: 1e6, cancel: it }),
      "cancel gives": (it) => reader({ bytes: 1e6, cancel: () => it }),
      "cancel's promise throws": (it) => reader({ bytes: 1e6, cancel: () => Promise.reject(it) }),
      text: (it) => answers({ text: it }),
      "text gives": (it) => answers({ text: () => it }),
      "text's promise gives": (it) => answers({ text: async () => it }),
      "text throws": (it) => answers({ text: throws(it) }),
      "the token function gives": (it) => ({ token: () => it }),
      "the token function's promise gives": (it) => ({ token: async () => it }),
      "the token function throws": (it) => ({ token: throws(it) }),
      "rateBudget gives": (it) => ({ rateBudget: () => it }),
      "rateBudget's promise gives": (it) => ({ rateBudget: async () => it }),
      "rateBudget throws": (it) => ({ rateBudget: throws(it) }),
      "the observer gives": (it) => ({ observe: () => it }),
      "the observer throws": (it) => ({ observe: throws(it) }),
      "the signal's aborted": (it) => signal({ aborted: it }),
      "the signal's reason": (it) => signal({ aborted: true, reason: it }),
      "the signal's addEventListener": (it) => signal({ addEventListener: it }),
      "the signal's addEventListener gives": (it) => signal({ addEventListener: () => it }),
      "the signal's removeEventListener": (it) => signal({ removeEventListener: it }),
      "the signal's removeEventListener throws": (it) => signal({ removeEventListener: throws(it) }),
    };
  },

  /** Stand-ins for one engine, each with what it is at the moment. */
  world() {
    const good = { fetch: async () => new Response('{"id":"u"}'), token: () => "pit-canary", rateBudget: () => 0, observe() {} };
    let now = good;
    const stand = (name) => (...given) => now[name](...given);
    return {
      options: {
        token: stand("token"),
        fetch: stand("fetch"),
        rateBudget: stand("rateBudget"),
        dangerouslyAllowBrowser: true,
        maxRetries: 0,
        rateLimit: false,
        maxResponseBytes: 100_000,
      },
      observe: stand("observe"),
      /** Puts a value in its seat, or none. Returns the options of a call. */
      sit(seat, value) {
        now = { ...good, ...(seat && seat(value)) };
        return now.signal ? { signal: now.signal } : {};
      },
    };
  },

  /** Counts the promises that are broken while nobody looks at them, until it is stopped. */
  watch() {
    let broken = 0;
    const count = (event) => {
      broken++;
      event?.preventDefault?.();
    };
    const { process } = globalThis;
    if (process?.versions?.node) process.on("unhandledRejection", count);
    else addEventListener("unhandledrejection", count);
    return () => {
      if (process?.versions?.node) process.off("unhandledRejection", count);
      else removeEventListener("unhandledrejection", count);
      return broken;
    };
  },
})
