/** The network's place taken by a function: what is left is the client's own work. */

/** HighLevel's own, but for the number: our client would believe a limit that the server names, and wait. */
export const HEADERS = {
  "content-type": "application/json; charset=utf-8",
  "x-ratelimit-max": "10000",
  "x-ratelimit-remaining": "9999",
  "x-ratelimit-interval-milliseconds": "100",
  "x-ratelimit-limit-daily": "1000000000",
  "x-ratelimit-daily-remaining": "999999999",
};

/** Where stubbed clients believe the server to be, and as whom they come. */
export const STUBBED = { baseUrl: "https://stub.example.com", token: "pit-00000000-0000-4000-8000-000000000000" };

/**
 * Answers every `fetch` with a text of JSON from now on. What it gives does the same for axios, and makes less of it: no
 * `Response` is built and read there.
 *
 * @param {string} text
 */
export function answerWith(text) {
  globalThis.fetch = async () => new Response(text, { headers: HEADERS });
  return async (config) => ({ data: text, status: 200, statusText: "OK", headers: HEADERS, config, request: {} });
}
