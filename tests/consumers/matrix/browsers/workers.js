// The kinds of workers. Each answers one message, which is its environment, with what came of it.

/** @type {Record<string, (environment: object) => Promise<object>>} */
export const WORKERS = {
  module: (environment) => asked(new Worker("/dist/worker.js", { type: "module" }), environment),
  classic: (environment) => asked(new Worker("/dist/classic.js"), environment),
  shared: (environment) => asked(new SharedWorker("/dist/classic.js").port, environment),
  async service(environment) {
    const { installing, waiting, active } = await navigator.serviceWorker.register("/dist/classic.js");
    const { port1, port2 } = new MessageChannel();
    const answer = answerOf(port1);
    (installing ?? waiting ?? active).postMessage(environment, [port2]);
    return answer;
  },
};

function asked(worker, environment) {
  const answer = answerOf(worker);
  worker.postMessage(environment);
  return answer;
}

function answerOf(source) {
  return new Promise((resolve) => {
    source.onmessage = ({ data }) => resolve(data);
    source.onerror = ({ message }) => resolve({ error: `the worker failed: ${message}` });
  });
}
