/** Servers that say what they got: their answers quote the request's headers and body, one way or another. */

/** How a text is written into another one. */
export const WRITINGS = {
  plainly: (text) => text,
  "escaped for JSON": (text) => JSON.stringify(text).slice(1, -1),
  "escaped for JSON twice": (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
  "escaped for JSON by its code points": (text) =>
    text.replace(/[^A-Za-z0-9]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  "escaped for a URL": encodeURIComponent,
  "escaped for a URL in small letters": (text) =>
    encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
  "escaped for a form": (text) => new URLSearchParams({ "": text }).toString().slice(1),
  "escaped for HTML": (text) =>
    text.replace(/[&<>"']/g, (unit) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[unit]),
};

const json = (body, init) =>
  new Response(JSON.stringify(body), { ...init, headers: { "content-type": "application/json", ...init.headers } });
const text = (body, type, init) => new Response(body, { ...init, headers: { "content-type": type, ...init.headers } });

/**
 * Where the quoted words stand. Each answer is one that fails.
 *
 * @type {Record<string, (words: string, status: number) => Response>}
 */
export const PLACES = {
  "a message": (words, status) => json({ statusCode: status, message: `cannot use ${words}` }, { status }),
  "a list of messages": (words, status) =>
    json({ message: ["first", words, `third ${words}`], error: words }, { status }),
  "v1's message": (words, status) => json({ msg: words }, { status }),
  "v1's map of fields": (words, status) => json({ [words]: { message: `${words} is wrong`, rule: words } }, { status }),
  "v3's envelope": (words, status) =>
    json({ error: { code: words, message: words, details: [{ field: words }] } }, { status }),
  "deep JSON": (words, status) =>
    json({ debug: [{ request: { headers: [["authorization", words]], [words]: 1 } }] }, { status }),
  "a JSON string": (words, status) => json(words, { status }),
  "the trace id": (words, status) => json({ message: "no", traceId: words }, { status }),
  "a text": (words, status) => text(`oops: ${words}`, "text/plain", { status }),
  HTML: (words, status) => text(`<html><pre>${words}</pre></html>`, "text/html", { status }),
  "JSON that breaks off": (words, status) => text(`{"message":"${words}`, "application/json", { status }),
  // The longest body that a failure keeps ends in the middle of the words.
  "the end of a long text": (words, status) =>
    text(`${".".repeat(4_096 - 30)}${words}${words}`, "text/plain", { status }),
  "the end of a long message": (words, status) =>
    json({ message: `${".".repeat(4_096 - 50)}${words}${words}` }, { status }),
  "a header": (words, status) => json({}, { status, headers: asHeaders(words) }),
};

/** Headers that quote the words. What a header cannot hold is escaped. */
function asHeaders(words) {
  const value = /^[\x20-\x7e]*$/.test(words) ? words : encodeURIComponent(words);
  return {
    "x-request-id": value,
    "x-trace-id": value,
    "retry-after": value,
    location: `https://example.com/?${value}`,
  };
}

/** Statuses of answers that fail whatever they say. */
export const STATUSES = [
  300, 302, 307, 400, 401, 402, 403, 404, 405, 408, 409, 418, 422, 429, 451, 500, 501, 502, 503, 504, 599,
];
