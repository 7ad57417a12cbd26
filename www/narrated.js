/** Tells of each call to the client as the line of JavaScript that it is, for the panel of calls and requests. */

const SECRET = "password";
const LONG_OBJECT = 8;

/**
 * The same methods; each call is told to `onCall` first, which returns what to do when it failed.
 * @template {object} T
 * @param {T} users
 * @param {(source: string) => (error: unknown) => void} onCall
 * @returns {T}
 */
export function narrated(users, onCall) {
  return new Proxy({}, {
    get(_, name) {
      const method = users[name];
      if (typeof method !== "function") return method;
      return (...args) => {
        const failed = onCall(`ghl.users.${String(name)}(${args.filter(isTold).map(sourceOf).join(", ")})`);
        const promise = method.apply(users, args);
        promise.then(undefined, failed);
        return promise;
      };
    },
  });
}

/** Call options carry an abort signal of this page, which says nothing to a reader. */
function isTold(argument) {
  return argument !== undefined && !(argument?.signal instanceof AbortSignal);
}

function sourceOf(value) {
  if (Array.isArray(value)) return `[${value.map(sourceOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  if (entries.length > LONG_OBJECT && entries.every(([, inner]) => typeof inner !== "object")) return `{ … ${entries.length} values }`;
  return `{ ${entries.map(([key, inner]) => `${key}: ${key === SECRET ? '"…"' : sourceOf(inner)}`).join(", ")} }`;
}
