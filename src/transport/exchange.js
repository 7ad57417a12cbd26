import { promised } from "./promise.js";
import { attempt } from "./tag.js";

/** Sends a request with a `fetch`, or the runtime's own. The headers are lines: a name, its value, the next name. */
export function send(fetch, url, method, headers, body, signal) {
  const lines = headers.split("\n");
  const init = { method, headers: {}, redirect: "manual", signal };
  while (lines.length > 1) init.headers[lines.shift()] = lines.shift();
  if (body !== undefined) init.body = body;
  return promised(fetch ?? globalThis.fetch, url, init);
}

/** Returns a header, if there is one and it is a text. */
export function headerOf(headers, name) {
  const value = attempt(() => headers.get(name));
  return typeof value === "string" ? value : undefined;
}
