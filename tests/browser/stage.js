// What the stage of a test is made of; an object of functions. Rust evaluates it once.
({
  // A stand-in for `fetch` that follows a script, and a record of what was sent and told. An entry of the script is a
  // function of `url` and `init`, or what makes an answer: `{ status, headers, body }`. The last entry goes on for ever.
  // The answers are no real `Response`s, whose bodies take a time of their own.
  world(script) {
    const sent = [];
    const events = [];
    const answer = ({ status = 200, headers = {}, body = { id: "u" } }) => ({
      status,
      headers: new Headers(headers),
      text: async () => (typeof body === "string" ? body : JSON.stringify(body)),
    });
    const fetch = (url, init) => {
      sent.push({ url, init, at: Date.now() });
      const entry = script[Math.min(sent.length, script.length) - 1];
      return typeof entry === "function" ? entry(url, init) : Promise.resolve(answer(entry));
    };
    const observe = (event) => {
      events.push({ ...event, at: Date.now() });
    };
    return { sent, events, fetch, observe };
  },

  options: (fetch, more) => ({ token: "pit-canary", dangerouslyAllowBrowser: true, fetch, ...more }),

  callOptions: (signal, timeoutMs) => ({ signal, timeoutMs }),

  // A clock in the place of the runtime's, which stands until it is moved. Chance stands too: it is always one half.
  clock() {
    // A test that failed may have left its clock behind.
    globalThis.realTime ??= {
      setTimeout: setTimeout.bind(globalThis),
      clearTimeout: clearTimeout.bind(globalThis),
      now: Date.now,
      random: Math.random,
    };
    const real = globalThis.realTime;
    const timers = new Set();
    let now = 1_800_000_000_000;
    let shift = 0;
    globalThis.setTimeout = (callback, ms = 0, ...given) => {
      const timer = { at: now + Math.max(1, Math.trunc(ms)), callback };
      // Only Node's own `fetch` does not wait for its timers: the connections that it keeps are in real time.
      timer.unref = () => {
        timers.delete(timer);
        timer.real = real.setTimeout(callback, ms, ...given).unref();
        return timer;
      };
      timer.refresh = () => {
        timer.real?.refresh();
        return timer;
      };
      timers.add(timer);
      return timer;
    };
    globalThis.clearTimeout = (timer) => {
      if (!timers.delete(timer)) real.clearTimeout(timer?.real ?? timer);
    };
    Date.now = () => now + shift;
    Math.random = () => 0.5;

    // All that is ready to go on has gone on when the runtime comes to its next task.
    const rest = () =>
      new Promise((done) => {
        if (typeof setImmediate === "function") return setImmediate(done);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          done();
        };
        port2.postMessage(0);
      });
    const fireNext = (until) => {
      let next;
      for (const timer of timers) if (!next || timer.at < next.at) next = timer;
      if (!next || next.at > until) return false;
      timers.delete(next);
      now = Math.max(now, next.at);
      next.callback();
      return true;
    };
    return {
      now: () => now,
      timers: () => timers.size,
      shift(ms) {
        shift += ms;
      },
      async pass(ms) {
        const until = now + ms;
        await rest();
        while (fireNext(until)) await rest();
        now = Math.max(now, until);
      },
      async settle(promise) {
        let settled = false;
        const settle = () => {
          settled = true;
        };
        promise.then(settle, settle);
        await rest();
        while (!settled) {
          if (!fireNext(Infinity)) throw new Error("it never settles: there is no timer left");
          await rest();
        }
        return promise;
      },
      restore() {
        globalThis.setTimeout = real.setTimeout;
        // Node's `fetch` may still hold a timer of this clock.
        globalThis.clearTimeout = (timer) => real.clearTimeout(timer?.real ?? timer);
        Date.now = real.now;
        Math.random = real.random;
      },
    };
  },

  // A signal that counts its listeners.
  signal() {
    const controller = new AbortController();
    const { signal } = controller;
    let listeners = 0;
    for (const [name, step] of [["addEventListener", 1], ["removeEventListener", -1]]) {
      const real = signal[name];
      signal[name] = function (...given) {
        listeners += step;
        return real.apply(this, given);
      };
    }
    return { signal, abort: (...reason) => controller.abort(...reason), listeners: () => listeners };
  },
})
